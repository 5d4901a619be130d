import { codeOfName, wordsAsked, wordsOfName } from "./name-words.ts";
import { normaliseName } from "./names.ts";
import { whereToLook, withOneError } from "./one-error.ts";
import { soundKey } from "./sound-key.ts";

/** By which rules words are made of names. What was made by other rules is made anew when the server starts. */
export const searchRules = 1;

/** What is said of a thing, by what it weighs when it is searched for. */
export type Said = {
  /** the whole of it orders: a name that is just what was asked comes first */
  readonly name: string;
  /** identifiers and codes */
  readonly codes?: readonly string[];
  /** further names and titles */
  readonly names?: readonly string[];
  /** what stands beside them: parties, publishers */
  readonly beside?: readonly string[];
  /** whether another script may be met by sound */
  readonly sounds?: boolean;
};

/** `name` for order; `words` as PostgreSQL's tsvector reads it; `met`: words in which a typing error is forgiven. */
export type SearchText = { readonly name: string; readonly words: string; readonly met: readonly string[] };

/** More words than this no title has; a hostile file must not fill the index. */
const mostWords = 200;

/** What an index keeps of a thing. Null when nothing in it can be searched for: names of signs alone. */
export function searchText(said: Said): SearchText | null {
  const weights = new Map<string, "A" | "B" | "C" | "D">();
  const add = (word: string, weight: "A" | "B" | "C" | "D") => {
    if (word !== "" && !weights.has(word) && weights.size < mostWords) weights.set(word, weight);
  };
  for (const code of said.codes ?? []) add(codeOfName(code), "A");
  const named = [said.name, ...(said.names ?? [])].flatMap(wordsOfName);
  for (const word of named) add(word, "B");
  for (const code of said.codes ?? []) for (const word of wordsOfName(code)) add(word, "C");
  for (const text of said.beside ?? []) for (const word of knownWords(text)) add(word, "C");
  const met = [...weights.keys()].filter((word) => /^\p{L}{4,}$/u.test(word));
  if (said.sounds === true) {
    for (const word of named) {
      const heard = soundKey(word);
      if (heard !== null) add(`${heardIn[heard.script]}${heard.key}`, "D");
    }
  }
  if (weights.size === 0) return null;
  return { name: normaliseName(said.name).slice(0, 200), words: [...weights].map(([word, weight], at) => `'${word}':${at + 1}${weight}`).join(" "), met };
}

const known = new Map<string, readonly string[]>();
const mostKnown = 20_000;

/** wordsOfName, worked out once for each text: a file names the same few organisations thousands of times. */
function knownWords(text: string): readonly string[] {
  const held = known.get(text);
  if (held !== undefined) return held;
  const words = wordsOfName(text);
  if (known.size >= mostKnown) known.clear();
  known.set(text, words);
  return words;
}

/** A question as the store's search takes it; each is in the notation of PostgreSQL's tsquery. */
export type AskedText = {
  readonly whole: string;
  /** the same as an identifier; empty where it cannot be one */
  readonly code: string;
  readonly wanted: string;
  readonly inNames: string;
  readonly near: readonly { readonly query: string; readonly from: string; readonly to: string; readonly backFrom: string; readonly backTo: string; readonly same: readonly string[]; readonly like: readonly string[] }[];
  /** the words, each in its forms, for marking what was met */
  readonly words: readonly (readonly string[])[];
};

/**
 * Every word asked is the beginning of one; one or two letters are a whole word, because too much begins so. All of them together may also be one
 * word: an identifier, or guinea-bissau where somebody wrote guineabissau.
 * @returns null for a question of signs alone
 */
export function askedText(text: string): AskedText | null {
  const words = wordsAsked(text);
  if (words.length === 0) return null;
  const whole = normaliseName(text).slice(0, 200);
  const code = codeOfName(text);
  const asked = (weights: string) => words.map((forms) => either(forms.map((form, n) => term(form, weights, n > 0))));
  // Without weights the index answers alone: the rows are not looked at again. A single word is found as such already.
  const asCode = (weights: string) => (words.length > 1 && [...code].length >= 3 ? ` | '${code}':*${weights}` : "");
  const all = (parts: readonly string[]) => parts.join(" & ");
  return {
    whole,
    code,
    wanted: `(${all(asked(""))})${asCode("")}`,
    inNames: `(${all(asked("AB"))})${asCode("AB")}`,
    near: words.map((forms) => nearly(forms)),
    words,
  };
}

/** A sign that no word has tells sounds from words, and in which script they were written. */
const heardIn = { arabic: "+", latin: "-" } as const;

/** Two letters begin too much, but not two that an article led to: الشق is on its way to الشقوري. */
const term = (form: string, weights: string, bare: boolean) => {
  const how = `${[...form].length >= (bare ? 2 : 3) ? "*" : ""}${weights}`;
  return how === "" ? `'${form}'` : `'${form}':${how}`;
};
const either = (terms: readonly string[]) => (terms.length === 1 ? String(terms[0]) : `(${terms.join(" | ")})`);

function nearly(forms: readonly string[]): AskedText["near"][number] {
  const form = String(forms.at(-1));
  const heard = soundKey(form);
  const other = heard === null ? [] : [`'${heardIn[heard.script === "arabic" ? "latin" : "arabic"]}${heard.key}'`];
  const query = either([...forms.map((f, n) => term(f, "", n > 0)), ...other]);
  const look = /^\p{L}+$/u.test(form) ? whereToLook(form) : null;
  return look === null ? { query, from: "", to: "", backFrom: "", backTo: "", same: [], like: [] } : { query, ...look, ...withOneError(form) };
}
