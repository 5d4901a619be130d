import { lines, type Line, type Report } from "../../initiatives/report.ts";
import { shortly } from "../values/raw-excerpt.ts";
import { sectorVocabularies } from "./columns.ts";
import { escaped, splitShare, unescaped, withShare } from "./lists.ts";
import type { RowNotes } from "./notes.ts";
import { shareOf } from "./places.ts";

/** `DAC:15210 40%`, `15210`, `DAC3:152`, or any vocabulary of IATI by its code: `10:H1`. */
export function readSector(item: string, notes: RowNotes): Report["sectors"][number] | undefined {
  const { text, share } = splitShare(item);
  const match = /^(?:((?:\\[\s\S]|[^\\:])*):)?([\s\S]*)$/.exec(text);
  const code = unescaped(match?.[2] ?? "");
  const stated = match?.[1] === undefined ? undefined : unescaped(match[1]);
  const vocabulary =
    stated === undefined
      ? /^\d{5}$/.test(code)
        ? "1"
        : /^\d{3}$/.test(code)
          ? "2"
          : undefined
      : (sectorVocabularies[stated.toUpperCase()] ?? stated);
  if (vocabulary === undefined || code === "")
    return notes.warning("sectors", "code-unknown", shortly(item), "a sector as vocabulary:code, e.g. DAC:15210 40%");
  return { vocabulary, code, ...shareOf(share, "sectors", notes) };
}

export function printSector(sector: Report["sectors"][number]): string {
  const name =
    Object.entries(sectorVocabularies).find(([, code]) => code === sector.vocabulary)?.[0] ?? sector.vocabulary;
  return withShare(`${escaped(name, ":%")}:${escaped(sector.code, "%")}`, sector.percent);
}

/** `capacity 50%` */
export function readLine(item: string, notes: RowNotes): NonNullable<Report["lines"]>[number] | undefined {
  const { text, share } = splitShare(item);
  const name = unescaped(text)
    .toLowerCase()
    .replaceAll(/[\s_]+/g, "-");
  const line: Line | undefined = lines.find((l) => l === name);
  if (line === undefined) return notes.warning("lines", "code-unknown", shortly(item), `one of ${lines.join(", ")}`);
  return { line, ...shareOf(share, "lines", notes) };
}

/** `NE 60%` */
export function readCountry(item: string, notes: RowNotes): Report["countries"][number] | undefined {
  const { text, share } = splitShare(item);
  const code = unescaped(text).toUpperCase();
  if (!/^[A-Z]{2}$/.test(code))
    return notes.warning(
      "countries",
      "code-unknown",
      shortly(item),
      "a country of ISO 3166-1 in two letters, e.g. NE 60%",
    );
  return { code, ...shareOf(share, "countries", notes) };
}

const relations = ["parent", "child", "sibling", "co-funded", "third-party"] as const;

/** `parent:XM-DAC-41114-PROJECT-1` */
export function readRelated(item: string, notes: RowNotes): Report["related"][number] | undefined {
  const colon = item.indexOf(":");
  const word = item.slice(0, Math.max(0, colon)).trim().toLowerCase();
  const type = relations.find((r) => r === word);
  const identifier = unescaped(item.slice(colon + 1));
  if (type === undefined || identifier === "")
    return notes.warning(
      "related",
      "code-unknown",
      shortly(item),
      `one of ${relations.join(", ")}, a colon and an identifier`,
    );
  return { type, identifier };
}
