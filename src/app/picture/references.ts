import { isoMonth } from "../../base/edtf.ts";
import { pickWords } from "../../base/language-map.ts";
import { stableId } from "../../base/stable-id.ts";
import type { CurrentReport } from "../../store/queries/current-reports.ts";
import { areaName } from "../areas.ts";
import type { Words } from "../words.ts";
import type { Atlas } from "./atlas.ts";
import type { ComposedInitiative } from "./compose-initiative.ts";

export type OrganisationRef = { kind: "organisation"; id: string; code: string | null; name: Words };
export type AreaRef = { code: string; name: Words; level: number; country: { code: string; name: Words } };
export type InitiativeRef = { id: string; parts: string[]; title: Words; reporters: OrganisationRef[]; lines: LineOrOther[]; months: { from: string; to: string; assumed: boolean } | null };
export type LineOrOther = "counter-finance" | "capacity" | "stabilisation" | "resilience" | "other";
export type ReportRef = {
  id: string; identifier: string; reporter: OrganisationRef; secondary: boolean; title: Words; read: { file: string; line: number; path: string; imported: string };
  publisher: string | null; licence: string | null; url: string | null; lastUpdated: string | null; superseded: boolean;
};

/** The id by which a reporter is asked for in filters: it follows from its key, so a link to a filter keeps its meaning. */
export function reporterId(key: string): string {
  return stableId("reporter", key);
}

export function organisationRef(key: string, ref: string | null, name: string | null): OrganisationRef {
  return { kind: "organisation", id: reporterId(key), code: ref, name: { text: name ?? ref ?? key, language: "und" } };
}

export function reporterRef(r: Pick<CurrentReport, "reporter_key" | "reporter_ref" | "reporter_name">): OrganisationRef {
  return organisationRef(r.reporter_key, r.reporter_ref, r.reporter_name);
}

/** A country outside the boundary set is named as the reader's language names it. */
export function countryName(app: Atlas, code: string, languages: readonly string[]): Words {
  if (app.areas.byCode.has(code)) return areaName(app.areas, code, languages);
  const language = languages[0] ?? "en";
  try {
    return { text: new Intl.DisplayNames([language], { type: "region" }).of(code) ?? code, language };
  } catch (error) {
    // not the shape of a region's code, as some publishers write
    if (!(error instanceof RangeError)) throw error;
    return { text: code, language: "und" };
  }
}

export function areaRef(app: Atlas, code: string, languages: readonly string[]): AreaRef {
  const area = app.areas.byCode.get(code);
  const country = area?.country ?? code.slice(0, 2);
  return { code, name: area ? areaName(app.areas, code, languages) : countryName(app, code, languages), level: area?.level ?? 0, country: { code: country, name: countryName(app, country, languages) } };
}

export function titleOf(i: ComposedInitiative, languages: readonly string[]): Words {
  const titles = Object.assign({}, ...[...i.reports].reverse().map((r) => r.titles)) as Record<string, string>;
  const picked = pickWords(titles, languages);
  return picked ? { text: picked.text, language: picked.language } : { text: i.reports[0]?.title ?? i.id, language: "und" };
}

export function initiativeRef(i: ComposedInitiative, languages: readonly string[]): InitiativeRef {
  const reporters = new Map(i.reports.map((r) => [r.reporter_key, reporterRef(r)]));
  return {
    id: i.id,
    parts: [...i.parts],
    title: titleOf(i, languages),
    reporters: [...reporters.values()],
    lines: i.lines.length === 0 ? ["other"] : i.lines.map((l) => l.line as LineOrOther),
    months: i.months.kind === "months" ? { from: isoMonth(i.months.first), to: isoMonth(i.months.last), assumed: i.months.assumedEnd } : null,
  };
}

/** NaN, the engine's "unknown", as the API says it. */
export function known(n: number): number | null {
  return Number.isFinite(n) ? n : null;
}
