import { AsyncLocalStorage } from "node:async_hooks";
import { isolate } from "../base/bidi.ts";
import { cliHelp } from "../locales/cli-help.ts";
import { type CliCount, cliCounts, type CliWord, cliWords } from "../locales/cli-words.ts";

export const spokenLanguages = ["en", "fr", "ar"] as const;
export type Spoken = (typeof spokenLanguages)[number];
/** Of a phrase whose English is its key, the place of each other language; of a whole one, one more. */
const place = { en: 0, fr: 1, ar: 2 } as const;
/** European digits in Arabic too, as the coalition's own texts have them. */
export const locales: Readonly<Record<Spoken, string>> = { en: "en-GB", fr: "fr-FR", ar: "ar-u-nu-latn" };

// A command line speaks one language from its first word to its last. It is kept beside the calls, not passed through each: several may run in one process.
const language = new AsyncLocalStorage<Spoken>();

export const speaking = <T>(spoken: Spoken, work: () => T): T => language.run(spoken, work);
export const spoken = (): Spoken => language.getStore() ?? "en";

/** What `--lang`, else ENTENTE_LANG, else the terminal (LC_ALL, LC_MESSAGES, LANG) asks for; English if none of the three. */
export function languageAsked(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Spoken {
  const end = args.indexOf("--");
  const own = end < 0 ? args : args.slice(0, end);
  const at = own.lastIndexOf("--lang");
  const asked = own.findLast((arg) => arg.startsWith("--lang="))?.slice("--lang=".length) ?? (at < 0 ? undefined : own[at + 1]);
  const terminal = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find((set) => set !== undefined && set !== "");
  return [asked, env["ENTENTE_LANG"], terminal].map(languageOf).find((found) => found !== undefined) ?? "en";
}

function languageOf(tag: string | undefined): Spoken | undefined {
  return spokenLanguages.find((l) => new RegExp(`^${l}([-_.@]|$)`, "i").test(tag ?? ""));
}

type Facts = Readonly<Record<string, string | number>>;

/** A phrase of the catalogue in the language of this run, with its facts filled in. */
export function say(word: CliWord, facts: Facts = {}): string {
  return fill(in3([word, ...cliWords[word]]), facts);
}

/** A number with what it counts. */
export function counted(what: CliCount, n: number, facts: Facts = {}): string {
  const forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }> = cliCounts[what][place[spoken()]];
  const locale = locales[spoken()];
  return fill((forms[new Intl.PluralRules(locale).select(n)] ?? forms.other).replaceAll("#", number(n)), facts);
}

/** A sentence of the help. A list of codes may follow its colon. English where the catalogue has none (the tests find that). */
export function help(english: string): string {
  const known: Readonly<Record<string, readonly [string, string]>> = cliHelp;
  const whole = known[english];
  if (whole !== undefined) return in3([english, ...whole]);
  const colon = english.indexOf(":") + 1;
  const head = known[english.slice(0, colon)];
  return head === undefined ? english : `${in3([english.slice(0, colon), ...head])}${english.slice(colon)}`;
}

export const in3 = (said: readonly [string, string, string]): string => said[place[spoken()]];

/** Facts filled into a phrase, each safe from the direction of the words around it. */
export function fill(phrase: string, facts: Facts): string {
  return phrase.replaceAll(/\{(\w+)\}/g, (hole, name: string) => {
    const fact = facts[name];
    return fact === undefined ? hole : safe(typeof fact === "number" ? number(fact) : fact);
  });
}

/** What is foreign to the direction of this run, kept from turning what stands around it: all of it in Arabic, Arabic in the others. */
export function safe(text: string): string {
  if (text === "" || text.startsWith("\u2068")) return text;
  return spoken() === "ar" || /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u.test(text) ? isolate(text) : text;
}

export function number(n: number): string {
  return n.toLocaleString(locales[spoken()], Number.isInteger(n) ? {} : { maximumFractionDigits: 2 });
}
