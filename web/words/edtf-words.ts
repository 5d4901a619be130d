import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";
import { dayRange, edtfPart, monthRange } from "./dates.ts";
import type { Language } from "./language.ts";

/**
 * A date with precision, in words: "no later than 24 August 2016", "between 8 June 2023 and 15 November 2023", "1–2 March 2023", "about 2015".
 * What cannot be read is shown as it stands.
 */
export function edtfWords(edtf: string, language: Language): string {
  const oneOf = /^\[(.*)\]$/.exec(edtf)?.[1];
  if (oneOf !== undefined) return oneOfWords(oneOf, language);
  const [from, to] = edtf.split("/", 2);
  if (from === undefined) return edtf;
  if (to === undefined) return qualified(from, language);
  if (to === "..") return t(i18n)`from ${qualified(from, language)}, no end stated`;
  if (to === "") return t(i18n)`from ${qualified(from, language)}, end not known`;
  if (from === ".." || from === "") return t(i18n)`until ${qualified(to, language)}`;
  if (isDay(from) && isDay(to)) return dayRange(from, to, language);
  if (isMonth(from) && isMonth(to)) return monthRange(from, to, language);
  return t(i18n)`${qualified(from, language)} to ${qualified(to, language)}`;
}

function oneOfWords(inside: string, language: Language): string {
  const [before, after] = inside.split("..", 2);
  if (before === undefined || after === undefined) return inside.split(",").map((part) => edtfPart(part.trim(), language)).join(t(i18n)` or `);
  if (before === "") return t(i18n)`no later than ${edtfPart(after, language)}`;
  if (after === "") return t(i18n)`no earlier than ${edtfPart(before, language)}`;
  return t(i18n)`between ${edtfPart(before, language)} and ${edtfPart(after, language)}`;
}

function qualified(part: string, language: Language): string {
  const words = edtfPart(part, language);
  if (/[~%]$/.test(part)) return t(i18n)`about ${words}`;
  if (part.endsWith("?")) return t(i18n)`perhaps ${words}`;
  return words;
}

const isMonth = (text: string) => /^\d{4}-\d{2}$/.test(text);
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);
