import { tryParseEdtf } from "../../base/edtf.ts";
import type { LanguageMap, Party, Report } from "../../initiatives/report.ts";
import { readIsoMoment } from "../values/iso-date.ts";
import { readLanguage } from "../values/language.ts";
import { shortly } from "../values/raw-excerpt.ts";
import { statusWords, type Column, type Header } from "./columns.ts";
import { splitList, unescaped } from "./lists.ts";
import { dateOf, readMoney } from "./money.ts";
import type { RowNotes } from "./notes.ts";
import { readOrganisation } from "./parties.ts";
import { readArea, readLocation } from "./places.ts";
import { readCountry, readLine, readRelated, readSector } from "./sectors.ts";

/** The report that a row makes. When an error is among `notes` it must not be used; undefined when it has no identifier, reporter or title. */
export function readRow(
  headers: readonly Header[],
  cells: readonly string[],
  at: Report["at"],
  notes: RowNotes,
): Report | undefined {
  const byColumn = new Map<string, string>();
  headers.forEach((header, i) => byColumn.set(header.name, cells[i]?.trim() ?? ""));
  const cell = (column: Column) => byColumn.get(column) ?? "";
  const list = <T>(column: Column, read: (item: string, notes: RowNotes) => T | undefined): readonly T[] =>
    splitList(cell(column)).flatMap((item) => read(item, notes) ?? []);

  const identifier = identifierOf(cell("identifier"), notes);
  const reporter = reporterOf(cell, notes);
  const language = languageOf(cell("title_language"), notes);
  const title = wordsOf("title", language, headers, byColumn, notes);
  const description = wordsOf("description", language, headers, byColumn, notes);
  if (Object.keys(title).length === 0) notes.error("title", "title-missing", "", "a title");
  const status = statusOf(cell("status"), notes);
  const lastUpdated = momentOf(cell("last_updated"), notes);
  const lines = list("lines", readLine);
  const published = { source: cell("source"), licence: cell("licence"), locator: cell("locator") };
  const report = {
    title,
    ...(Object.keys(description).length === 0 ? {} : { description }),
    ...(status === undefined ? {} : { status }),
    dates: datesOf(cell, notes),
    parties: (["funding", "accountable", "extending", "implementing"] as const).flatMap((role) =>
      list(role, (item): Party | undefined => {
        const org = readOrganisation(item);
        return org.ref === undefined && org.name === undefined ? undefined : { role, ...org };
      }),
    ),
    sectors: list("sectors", readSector),
    countries: list("countries", readCountry),
    regions: [],
    locations: [...list("areas", readArea), ...list("locations", readLocation)],
    targetGroups: list("target_groups", unescaped),
    money: readMoney(cell, notes),
    related: list("related", readRelated),
    ...(lastUpdated === undefined ? {} : { lastUpdated }),
    ...(lines.length === 0 ? {} : { lines }),
    ...(Object.values(published).every((text) => text === "") ? {} : { published: stated(published) }),
    at,
  };
  return identifier === undefined || reporter === undefined ? undefined : { identifier, reporter, ...report };
}

function identifierOf(text: string, notes: RowNotes): string | undefined {
  if (text === "") return notes.error("identifier", "identifier-missing", "", "an identifier");
  if (/[\r\n\t\u0000-\u001f\ufffd]/.test(text) || text.length > 500)
    return notes.error(
      "identifier",
      "identifier-invalid",
      shortly(text),
      "an identifier on one line, at most 500 characters",
    );
  return text;
}

function reporterOf(cell: (column: Column) => string, notes: RowNotes): Report["reporter"] | undefined {
  const [ref, name, secondary] = [cell("reporter_ref"), cell("reporter_name"), cell("secondary").toLowerCase()];
  if (ref === "" && name === "") return notes.error("reporter_name", "reporter-missing", "", "the name of who reports");
  const yes = ["1", "true", "yes", "y"].includes(secondary);
  if (!yes && !["", "0", "false", "no", "n"].includes(secondary))
    notes.warning("secondary", "boolean-invalid", shortly(secondary), "yes or no");
  return { ...(ref === "" ? {} : { ref }), ...(name === "" ? {} : { name }), secondary: yes };
}

function languageOf(text: string, notes: RowNotes): string {
  if (text === "" || text.toLowerCase() === "und") return "und";
  return (
    readLanguage(text) ??
    notes.warning("title_language", "language-unknown", shortly(text), "a language tag, e.g. fr") ??
    "und"
  );
}

/** `title` in the row's language, `title_fr` in French. Where both are the same language and differ, the former is kept. */
function wordsOf(
  of: "title" | "description",
  language: string,
  headers: readonly Header[],
  byColumn: ReadonlyMap<string, string>,
  notes: RowNotes,
): LanguageMap {
  const words: Record<string, string> = {};
  const main = byColumn.get(of) ?? "";
  if (main !== "") words[language] = main;
  for (const header of headers) {
    const text = byColumn.get(header.name) ?? "";
    if (header.kind !== "words" || header.of !== of || text === "") continue;
    const before = words[header.language];
    if (before === undefined) words[header.language] = text;
    else if (before !== text)
      notes.warning(header.name, "narrative-repeated", shortly(text), `the same words as in the column ${of}`);
  }
  return words;
}

function statusOf(text: string, notes: RowNotes): string | undefined {
  if (text === "") return undefined;
  if (/^[1-6]$/.test(text)) return text;
  const word = text.toLowerCase();
  return (
    (Object.hasOwn(statusWords, word) ? statusWords[word] : undefined) ??
    notes.warning(
      "status",
      "code-unknown",
      shortly(text),
      "1 to 6, or pipeline, implementation, finalisation, closed, cancelled, suspended",
    )
  );
}

function datesOf(cell: (column: Column) => string, notes: RowNotes): Report["dates"] {
  const read = (column: Column) => dateOf(cell(column), column, notes);
  const [plannedStart, actualStart, plannedEnd, actualEnd] = [
    read("planned_start"),
    read("actual_start"),
    read("planned_end"),
    read("actual_end"),
  ];
  return {
    ...stated({ plannedStart, actualStart }),
    ...stated({
      plannedEnd: endOf(plannedStart, plannedEnd, "planned_end", notes),
      actualEnd: endOf(actualStart, actualEnd, "actual_end", notes),
    }),
  };
}

function endOf(
  start: string | undefined,
  end: string | undefined,
  column: Column,
  notes: RowNotes,
): string | undefined {
  const [a, b] = [start === undefined ? null : tryParseEdtf(start), end === undefined ? null : tryParseEdtf(end)];
  if (a === null || b === null || b.last >= a.first) return end;
  return notes.warning(column, "period-reversed", `${start} to ${end}`, "an end not before its start");
}

function momentOf(text: string, notes: RowNotes): string | undefined {
  if (text === "") return undefined;
  return (
    readIsoMoment(text) ??
    notes.warning("last_updated", "moment-invalid", shortly(text), "a date or date and time, e.g. 2024-05-31T12:00:00Z")
  );
}

/** The fields that are stated. */
function stated<Key extends string>(
  fields: Readonly<Record<Key, string | undefined>>,
): { readonly [K in Key]?: string } {
  const kept: { [K in Key]?: string } = {};
  for (const key in fields) {
    const value = fields[key];
    if (value !== undefined && value !== "") kept[key] = value;
  }
  return kept;
}
