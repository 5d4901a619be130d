import type { LanguageMap, Party, Report } from "../../initiatives/report.ts";
import { csvLine } from "../bytes/csv-line.ts";
import { columns } from "./columns.ts";
import { escaped, joinList, withShare } from "./lists.ts";
import { guarded } from "../bytes/formula-guard.ts";
import { printMoney } from "./money.ts";
import { printOrganisation } from "./parties.ts";
import { isArea, printArea, printLocation } from "./places.ts";
import { printSector } from "./sectors.ts";

export type WriteOptions = {
  /** Languages that get columns of their own beside `title` and `description`. A stream cannot know beforehand which it will meet. */
  readonly languages?: readonly string[];
  /** one more column at the end, the same in every row: a marking */
  readonly last?: { readonly column: string; readonly cell: string };
};

/**
 * Writes reports as a CSV of initiatives that `readInitiativesCsv` reads back: UTF-8 with a byte order mark (without it a
 * spreadsheet takes it for something else), commas, CR LF, all cells quoted, formulas disarmed (see bytes/formula-guard.ts).
 *
 * Not carried, because the format has no column for it: organisation types, the other side of each payment, its type code where it is
 * none of the five kinds, budget type and status, dates of other money than commitments and budgets, gazetteer codes, areas that
 * are no ISO 3166-2, regions, hierarchy, humanitarian, other identifiers, and words in languages without a column.
 */
export async function* writeInitiativesCsv(
  reports: AsyncIterable<Report> | Iterable<Report>,
  options: WriteOptions = {},
): AsyncGenerator<Uint8Array> {
  const languages = options.languages ?? ["en", "fr", "ar"];
  const header = [...columns, ...languages.map((l) => `title_${l}`), ...languages.map((l) => `description_${l}`), ...(options.last ? [options.last.column] : [])];
  const encoder = new TextEncoder();
  yield encoder.encode(`\ufeff${csvLine(header)}`);
  for await (const report of reports) {
    const cells = new Map([...cellsOf(report, languages), ...(options.last ? [[options.last.column, options.last.cell] as const] : [])]);
    yield encoder.encode(csvLine(header.map((column) => guarded(cells.get(column) ?? ""))));
  }
}

function cellsOf(report: Report, languages: readonly string[]): ReadonlyMap<string, string> {
  const main = mainLanguage(report.title, languages);
  const parties = (role: Party["role"]) =>
    joinList(report.parties.filter((p) => p.role === role).map(printOrganisation));
  const areas = report.locations.filter(isArea);
  return new Map<string, string>([
    ["identifier", report.identifier],
    ["reporter_ref", report.reporter.ref ?? ""],
    ["reporter_name", report.reporter.name ?? ""],
    ["secondary", report.reporter.secondary ? "yes" : "no"],
    ["title_language", main],
    ...words("title", report.title, main, languages),
    ...words("description", report.description ?? {}, main, languages),
    ["status", report.status ?? ""],
    ["planned_start", report.dates.plannedStart ?? ""],
    ["actual_start", report.dates.actualStart ?? ""],
    ["planned_end", report.dates.plannedEnd ?? ""],
    ["actual_end", report.dates.actualEnd ?? ""],
    ...printMoney(report.money),
    ["funding", parties("funding")],
    ["accountable", parties("accountable")],
    ["extending", parties("extending")],
    ["implementing", parties("implementing")],
    ["countries", joinList(report.countries.map((c) => withShare(c.code, c.percent)))],
    ["areas", joinList(areas.map(printArea))],
    [
      "locations",
      joinList(
        report.locations
          .filter((l) => !isArea(l))
          .map(printLocation)
          .filter((text) => text !== ""),
      ),
    ],
    ["sectors", joinList(report.sectors.map(printSector))],
    ["lines", joinList((report.lines ?? []).map((l) => withShare(l.line, l.percent)))],
    ["target_groups", joinList(report.targetGroups.map((group) => escaped(group, "")))],
    ["related", joinList(report.related.map((r) => `${r.type}:${escaped(r.identifier, "")}`))],
    ["last_updated", report.lastUpdated ?? ""],
    ["source", report.published?.source ?? ""],
    ["licence", report.published?.licence ?? ""],
    ["locator", report.published?.locator ?? ""],
  ]);
}

/** The language of the columns without one in their name: one that has no column of its own, so that as much as can be is carried. */
function mainLanguage(words: LanguageMap, languages: readonly string[]): string {
  const stated = Object.keys(words);
  return stated.find((language) => !languages.includes(language)) ?? stated[0] ?? "und";
}

function words(
  of: "title" | "description",
  map: LanguageMap,
  main: string,
  languages: readonly string[],
): readonly (readonly [string, string])[] {
  return [
    [of, map[main] ?? ""],
    ...languages.filter((l) => l !== main).map((l) => [`${of}_${l}`, map[l] ?? ""] as const),
  ];
}
