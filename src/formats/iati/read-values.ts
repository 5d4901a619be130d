import type { LanguageMap, Organisation } from "../../initiatives/report.ts";
import { readDecimal } from "../values/decimal.ts";
import { readIsoDate } from "../values/iso-date.ts";
import { readLanguage } from "../values/language.ts";
import { readPercent } from "../values/percent.ts";
import { shortly } from "../values/raw-excerpt.ts";
import type { Findings } from "./findings.ts";
import { attribute, children, type XmlNode } from "./xml-tree.ts";

/**
 * A date in an attribute. Absent and empty say "not stated"; an empty one is told, because someone meant to fill it in.
 * Anything else that is no date is an error: leaving it out would move the activity in time without a word.
 */
export function dateOf(node: XmlNode | undefined, name: string, notes: Findings): string | undefined {
  const text = node?.attributes[name];
  if (node === undefined || text === undefined) return undefined;
  if (text.trim() === "") return notes.warning(node, name, "date-empty", "", "a date, e.g. 2024-05-31");
  const read = readIsoDate(text);
  if (read.kind === "date") return read.date;
  if (read.kind === "stand-in")
    return notes.warning(node, name, "date-stand-in", read.date, "a year from 1900 to 2199");
  return notes.error(node, name, "date-invalid", shortly(text), "a date, e.g. 2024-05-31");
}

/** A share in percent; undefined when it is not stated. */
export function percentOf(node: XmlNode, notes: Findings): number | undefined {
  const text = attribute(node, "percentage");
  if (text === undefined) return undefined;
  return (
    readPercent(text) ?? notes.error(node, "percentage", "percentage-invalid", shortly(text), "a number from 0 to 100")
  );
}

export function amountOf(node: XmlNode, notes: Findings): string | undefined {
  const text = node.text.trim();
  if (text === "") return notes.warning(node, undefined, "amount-empty", "", "a decimal number, e.g. 2100000.50");
  return (
    readDecimal(text) ??
    notes.error(
      node,
      undefined,
      "amount-invalid",
      shortly(text),
      "a decimal number without separators, e.g. 2100000.50",
    )
  );
}

/** A code in an attribute that must have a certain shape to be of use. */
export function codeOf(
  node: XmlNode | undefined,
  name: string,
  shape: RegExp,
  expected: string,
  notes: Findings,
): string | undefined {
  const text = node === undefined ? undefined : attribute(node, name);
  if (node === undefined || text === undefined) return undefined;
  return shape.test(text) ? text : notes.warning(node, name, "code-unknown", shortly(text), expected);
}

export function booleanOf(node: XmlNode, name: string, notes: Findings): boolean | undefined {
  const text = attribute(node, name);
  if (text === undefined) return undefined;
  if (text === "1" || text.toLowerCase() === "true") return true;
  if (text === "0" || text.toLowerCase() === "false") return false;
  return notes.warning(node, name, "boolean-invalid", shortly(text), "1, 0, true or false");
}

/** The language that words in this element are in: its own `xml:lang` or the nearest around it, else "und". */
export function languageOf(node: XmlNode, notes: Findings): string {
  for (let n: XmlNode | undefined = node; n !== undefined; n = n.parent) {
    const text = attribute(n, "xml:lang");
    if (text === undefined) continue;
    const language = readLanguage(text);
    if (language !== undefined) return language;
    if (n === node) notes.warning(n, "xml:lang", "language-unknown", shortly(text), "a language tag, e.g. fr");
  }
  return "und";
}

/**
 * The words of an element by language. Words that stand in it without a `narrative` (as 1.x has them) are taken too. Of
 * two narratives in one language the first is kept.
 */
export function wordsOf(node: XmlNode, notes: Findings): LanguageMap {
  const words: Record<string, string> = {};
  for (const narrative of children(node, "narrative")) {
    const text = tidy(narrative.text);
    if (text === "") continue;
    const language = languageOf(narrative, notes);
    if (words[language] === undefined) words[language] = text;
    else if (words[language] !== text)
      notes.warning(narrative, undefined, "narrative-repeated", shortly(text), `one narrative in ${language}`);
  }
  const direct = tidy(node.text);
  if (Object.keys(words).length === 0 && direct !== "") words[languageOf(node, notes)] = direct;
  return words;
}

/** One name where the record has room for one: in the activity's own language, else English, else the first. */
export function oneOf(words: LanguageMap, preferred: string): string | undefined {
  return words[preferred] ?? words["en"] ?? Object.values(words)[0];
}

export function organisationOf(node: XmlNode, language: string, notes: Findings): Organisation {
  const ref = attribute(node, "ref")?.replaceAll(/\s+/g, " ");
  const name = oneOf(wordsOf(node, notes), language);
  const type = codeOf(node, "type", /^\d{2}$/, "a code of OrganisationType, e.g. 21", notes);
  return {
    ...(ref === undefined ? {} : { ref }),
    ...(name === undefined ? {} : { name }),
    ...(type === undefined ? {} : { type }),
  };
}

/** Words as a person would write them: the indentation of the file is not part of them, paragraphs are. */
function tidy(text: string): string {
  const trimmed = text.trim();
  if (!/[\n\r\t]|  /.test(trimmed)) return trimmed;
  return trimmed
    .split(/\n[ \t\r]*\n/)
    .map((paragraph) => paragraph.replaceAll(/[ \t\r\n]+/g, " ").trim())
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}
