import { isLanguage } from "../../formats/record-csv/language.ts";

/** The alphabetical order of the reader's language; names in other scripts come after its own, as that language has it. */
export function textOrder(languages: readonly string[]): (a: string, b: string) => number {
  const collator = new Intl.Collator(knownLanguages(languages));
  return (a, b) => collator.compare(a, b);
}

/** Those of the wanted languages that are well-formed: a browser may send anything. */
export function knownLanguages(languages: readonly string[]): string[] {
  return languages.filter(isLanguage);
}
