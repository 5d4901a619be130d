import { pickWords } from "../../base/language-map.ts";
import { normaliseName } from "../../base/names.ts";
import type { Party } from "../../initiatives/report.ts";
import { type FoundReport, foundReports } from "../../store/queries/search-reports.ts";
import type { SearchHit } from "../../store/queries/search-hits.ts";
import { seenLinks } from "../../store/queries/link-decisions.ts";
import type { Asking } from "../record/asking.ts";
import type { Words } from "../words.ts";
import { type Found, marksIn, named } from "./found.ts";
import { type HowMet, howMet } from "./search-kinds.ts";

/** Initiatives that were met, by the titles and parties of the reports that the viewer may read. Those that are parts of one lead to it. */
export async function initiativesFound(asking: Asking, hits: readonly SearchHit[], q: string): Promise<ReadonlyMap<string, Found>> {
  if (hits.length === 0) return new Map();
  const { of, parts } = await seenLinks(asking.reader.db);
  const whole = (id: string) => of.get(id) ?? id;
  const rows = Map.groupBy(await foundReports(asking.reader.db, hits.flatMap((hit) => parts.get(whole(hit.target_id)) ?? [hit.target_id])), (row) => whole(row.initiative_id));
  return new Map(hits.flatMap((hit): [string, Found][] => {
    const reports = rows.get(whole(hit.target_id));
    const met = reports?.find((row) => row.id === hit.said_in);
    const [first] = reports ?? [];
    if (reports === undefined || met === undefined || first === undefined) return [];
    for (const report of reports) asking.used.add(report.class_id);
    const name = titleOf(first, asking.languages);
    const shown = named(name, null, q);
    const by = shown.marks.length > 0 ? null : otherwise(met, q);
    const reporters = [...new Set(reports.map((report) => report.reporter_name ?? report.reporter_ref ?? report.reporter_key))];
    return [[hit.target_id, {
      kind: "initiative", id: whole(hit.target_id), ...shown, by, of: reporters.map((text) => ({ text, language: "und" })), date: null, code: first.identifier, on: null, met: howMet[hit.tier] as HowMet, today: null,
    }]];
  }));
}

function titleOf(report: FoundReport, languages: readonly string[]): Words {
  const picked = pickWords(report.titles ?? {}, languages);
  return picked === null ? { text: report.title, language: "und" } : { text: picked.text, language: picked.language };
}

/** The other title, identifier or party that holds most of what was asked. */
function otherwise(report: FoundReport, q: string): Found["by"] {
  const titles = Object.entries(report.titles ?? {}).map(([language, text]) => ({ text, language }));
  const parties = (report.parties ?? []).flatMap((party: Party) => [party.name, party.ref]).concat(report.reporter_name ?? undefined, report.identifier);
  const said: Words[] = [...titles, ...parties.flatMap((text) => (text === undefined ? [] : [{ text, language: "und" }]))];
  const marked = said.map((words) => ({ ...words, marks: marksIn(words.text, q) })).filter((words) => words.marks.length > 0);
  const most = (words: (typeof marked)[number]) => new Set(words.marks.map(([from, to]) => normaliseName(words.text.slice(from, to)))).size;
  return marked.toSorted((a, b) => most(b) - most(a))[0] ?? null;
}
