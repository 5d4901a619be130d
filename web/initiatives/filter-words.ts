/**
 * What a list is narrowed by, as a line of plain words: `line: capacity, resilience · country: Niger · 2019–2021 · wells`. Kinds and values are in the reader's
 * words; a value is also understood by its code. Words that stand for themselves are looked for. Quotes hold a value or words together.
 */
export const kinds = ["line", "member", "country", "area", "status", "tlp", "budget"] as const;
export type Kind = (typeof kinds)[number];
export type WordFilter = { readonly [K in Kind]?: readonly string[] } & { readonly from?: string; readonly to?: string; readonly q?: string };
export type Vocabulary = {
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly values: Readonly<Record<Kind, readonly { readonly value: string; readonly word: string }[]>>;
};
/** A piece of the line that says nothing here, and where it stands. */
export type NotUnderstood = { readonly start: number; readonly end: number };
export type Piece = { readonly start: number; readonly end: number; readonly text: string };

const codes: Readonly<Record<Kind, RegExp>> = {
  line: /^(counter-finance|capacity|stabilisation|resilience|other)$/, member: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, country: /^[A-Z]{2}$/, area: /^[A-Z]{2}-[A-Z0-9]+$/,
  status: /^[1-6]$/, tlp: /^TLP:(CLEAR|GREEN|AMBER|AMBER\+STRICT|RED)$/, budget: /^(known|unknown)$/,
};

/** Case, accents and vowel signs forgiven. */
export const fold = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();

export function printFilter(filter: WordFilter, words: Vocabulary): string {
  const parts = kinds.flatMap((kind) => {
    const values = filter[kind] ?? [];
    return values.length === 0 ? [] : [`${quoted(words.kinds[kind])}: ${values.map((value) => quoted(wordOf(kind, value, words))).join(", ")}`];
  });
  const period = printPeriod(filter.from, filter.to);
  const q = filter.q === undefined || filter.q === "" ? [] : [special.test(filter.q) || filter.q.trim() !== filter.q || readPeriod(filter.q) !== null ? `"${filter.q.replaceAll('"', '""')}"` : filter.q];
  return [...parts, ...(period === "" ? [] : [period]), ...q].join(" · ");
}

export function parseFilter(line: string, words: Vocabulary): { readonly filter: WordFilter; readonly notUnderstood: readonly NotUnderstood[] } {
  const found = new Map<Kind, string[]>();
  const notUnderstood: NotUnderstood[] = [];
  const looked: string[] = [];
  let period: { readonly from?: string; readonly to?: string } = {};
  for (const piece of split(line, /[·;؛\n]/)) {
    const [head, ...rest] = split(piece.text, /[:：]/, piece.start);
    // what begins with a marking ("TLP:RED") names no kind
    const kind = rest.length > 0 && head !== undefined ? kindOf(bare(head.text), words) : undefined;
    if (kind !== undefined && head !== undefined) {
      const from = (rest[0] as Piece).start;
      for (const one of split(line.slice(from, piece.end), /[,،]/, from)) {
        const value = valueOf(kind, bare(one.text), words);
        if (value === undefined) notUnderstood.push({ start: one.start, end: one.end });
        else found.set(kind, [...new Set([...(found.get(kind) ?? []), value])]);
      }
    } else if (rest.length > 0) notUnderstood.push({ start: piece.start, end: piece.end });
    else if (piece.text.startsWith('"')) looked.push(...[bare(piece.text)].filter((text) => text.trim() !== ""));
    else {
      const months = readPeriod(piece.text);
      if (months === null) looked.push(piece.text);
      else if (months === "backwards") notUnderstood.push({ start: piece.start, end: piece.end });
      else period = months;
    }
  }
  return { filter: { ...Object.fromEntries(found), ...period, ...(looked.length === 0 ? {} : { q: looked.join(" ") }) }, notUnderstood };
}

export type Completion = { readonly start: number; readonly end: number; readonly options: readonly string[] };
const most = 8;

/** What could stand where the caret is: kinds where none is said yet, then their values. Empty where only words of one's own can stand. */
export function completionsAt(line: string, caret: number, words: Vocabulary): Completion {
  const none = { start: caret, end: caret, options: [] };
  const piece = split(line, /[·;؛\n]/, 0, true).find(({ start, end }) => start <= caret && caret <= end);
  if (piece === undefined) return none;
  const [head, ...rest] = split(piece.text, /[:：]/, piece.start, true);
  if (rest.length === 0) return { ...edges(piece), options: matching(piece.text, kinds.map((kind) => words.kinds[kind])).map((kind) => `${quoted(kind)}: `) };
  const kind = head === undefined ? undefined : kindOf(bare(head.text.trim()), words);
  if (kind === undefined || caret < (rest[0] as Piece).start) return none;
  const from = (rest[0] as Piece).start;
  const one = split(line.slice(from, piece.end), /[,،]/, from, true).find(({ start, end }) => start <= caret && caret <= end);
  return one === undefined ? none : { ...edges(one), options: matching(bare(one.text.trim()), words.values[kind].map(({ value }) => wordOf(kind, value, words))).map(quoted) };
}

/** Beginnings first, then those with it anywhere. */
function matching(typed: string, all: readonly string[]): readonly string[] {
  const asked = fold(typed);
  const has = all.filter((word) => fold(word).includes(asked) && fold(word) !== asked);
  return [...has.filter((word) => fold(word).startsWith(asked)), ...has.filter((word) => !fold(word).startsWith(asked))].slice(0, most);
}

const special = /[·;؛\n:：,،"]/;
const quoted = (text: string): string => (special.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text);
const bare = (text: string): string => (text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
const edges = ({ text, start, end }: Piece) => ({ start: start + text.length - text.trimStart().length, end });

/** Pieces between separators that stand outside quotes, without the space around them (unless `whole`) and without empty ones. */
function split(text: string, at: RegExp, offset = 0, whole = false): Piece[] {
  const pieces: Piece[] = [];
  let [from, inQuotes] = [0, false];
  for (let k = 0; k <= text.length; k++) {
    const sign = text[k];
    // a quote begins only where a piece does: 5" is no quote
    if (sign === '"' && (inQuotes || text.slice(from, k).trim() === "")) inQuotes = !inQuotes;
    else if (sign === '"' && text[k - 1] === '"') inQuotes = true;
    if (sign !== undefined && (inQuotes || !at.test(sign))) continue;
    const raw = text.slice(from, k);
    const lead = whole ? 0 : raw.length - raw.trimStart().length;
    const said = whole ? raw : raw.trim();
    if (whole || said !== "") pieces.push({ start: offset + from + lead, end: offset + from + lead + said.length, text: said });
    from = k + 1;
  }
  return pieces;
}

function kindOf(text: string, words: Vocabulary): Kind | undefined {
  const asked = fold(text);
  return kinds.find((kind) => fold(words.kinds[kind]) === asked) ?? kinds.find((kind) => kind === asked);
}

/** By its code, or by a word that only one value has. */
function valueOf(kind: Kind, text: string, words: Vocabulary): string | undefined {
  if (codes[kind].test(text)) return text;
  const asked = fold(text);
  const named = words.values[kind].filter(({ word }) => fold(word) === asked);
  return named.length === 1 ? named[0]?.value : undefined;
}

function wordOf(kind: Kind, value: string, words: Vocabulary): string {
  const word = words.values[kind].find((one) => one.value === value)?.word;
  return word !== undefined && valueOf(kind, word, words) === value ? word : value;
}

const month = "(\\d{4})(?:-(0[1-9]|1[0-2]))?";
const onePeriod = new RegExp(`^${month}$`);
const span = new RegExp(`^(?:${month})?\\s*(?:–|—|\\.\\.|-)\\s*(?:${month})?$`);

/** `2019`, `2019-03`, `2019–2021`, `2019-03–2021`, `2019–`, `–2021`: a year is all its months. */
export function readPeriod(text: string): { readonly from?: string; readonly to?: string } | "backwards" | null {
  const asked = text.trim();
  const one = onePeriod.exec(asked);
  if (one !== null) return { from: `${one[1]}-${one[2] ?? "01"}`, to: `${one[1]}-${one[2] ?? "12"}` };
  const two = span.exec(asked);
  if (two === null || (two[1] === undefined && two[3] === undefined)) return null;
  const [from, to] = [two[1] === undefined ? undefined : `${two[1]}-${two[2] ?? "01"}`, two[3] === undefined ? undefined : `${two[3]}-${two[4] ?? "12"}`];
  if (from !== undefined && to !== undefined && to < from) return "backwards";
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function printPeriod(from: string | undefined, to: string | undefined): string {
  if (from === undefined && to === undefined) return "";
  if (from !== undefined && from === to) return from;
  const first = from?.endsWith("-01") === true ? from.slice(0, 4) : (from ?? "");
  const last = to?.endsWith("-12") === true ? to.slice(0, 4) : (to ?? "");
  return first === last ? first : `${first}–${last}`;
}
