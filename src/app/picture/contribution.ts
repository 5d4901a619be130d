import { isoMonth } from "../../base/edtf.ts";
import type { CoverageIndex } from "../../coverage/coverage-index.ts";
import { shareThere } from "../../coverage/crowding.ts";
import type { Atlas } from "./atlas.ts";
import type { ComposedInitiative } from "./compose-initiative.ts";
import { reportRefs } from "./report-refs.ts";
import type { Reader } from "../../store/open-store.ts";
import type { BesideParts } from "./ground.ts";
import { type AreaRef, areaRef, type InitiativeRef, initiativeRef, known, type LineOrOther, type ReportRef } from "./references.ts";

export type Rule =
  | "published-shares" | "equal-shares" | "assumed-end" | "published-end" | "status-end" | "budget-periods" | "even-spread" | "converted" | "no-rate" | "secondary-reporter"
  | "planned" | "unknown-group-half" | "country-level" | "coarsened" | "net-not-positive" | "less-its-parts";
export type Contribution = {
  initiative: InitiativeRef; area: AreaRef | null; line: LineOrOther | null; months: { from: string; to: string } | null; usd: number | null; share: number | null; rules: Rule[]; reports: ReportRef[];
};

/** The same before its reports are told: by their ids. */
export type ContributionDraft = Omit<Contribution, "reports"> & { readonly reports: readonly string[] };

/** The part of an initiative's money that falls into some months, 0 to 1. */
export function partInMonths(index: CoverageIndex, i: number, first: number, last: number): number {
  const { profile } = index;
  let part = 0;
  for (let s = profile.start[i] as number; s < (profile.start[i + 1] as number); s++) {
    const months = Math.min(profile.last[s] as number, last) - Math.max(profile.first[s] as number, first) + 1;
    if (months > 0) part += months * (profile.weight[s] as number);
  }
  return part;
}

/** What one initiative puts into an area and line (null: all lines) over some months; null where it puts nothing. */
export function contributionTo(
  atlas: Atlas, index: CoverageIndex, i: ComposedInitiative, cell: { readonly area: string; readonly line: string | null; readonly first: number; readonly last: number }, beside: BesideParts, languages: readonly string[],
): ContributionDraft | null {
  const at = index.supply.indexOf.get(i.id);
  const area = index.supply.areas.indexOf.get(cell.area);
  if (at === undefined || area === undefined || i.months.kind !== "months" || i.months.first > cell.last || i.months.last < cell.first) return null;
  const lines = cell.line === null ? index.supply.lines.map((_, l) => l) : [index.supply.lines.indexOf(cell.line)];
  const share = lines.reduce((sum, l) => sum + (l < 0 ? 0 : shareThere(index, at, area, l)), 0);
  if (share <= 0) return null;
  const part = share * partInMonths(index, at, cell.first, cell.last);
  return {
    initiative: initiativeRef(i, languages),
    area: areaRef(atlas, cell.area, languages),
    line: (cell.line ?? (i.lines.length === 1 ? i.lines[0]?.line : null) ?? null) as LineOrOther | null,
    months: { from: isoMonth(Math.max(i.months.first, cell.first)), to: isoMonth(Math.min(i.months.last, cell.last)) },
    usd: known(part * (index.money[at] as number)),
    share: Math.min(1, part),
    rules: rulesOf(i, index, beside),
    reports: i.reports.map((r) => r.id),
  };
}

/** How an initiative's part in a figure came about. */
export function rulesOf(i: ComposedInitiative, index: CoverageIndex, beside: BesideParts): Rule[] {
  const rules: Rule[] = [];
  const equal = (shares: readonly number[]) => shares.every((s) => Math.abs(s - 1 / shares.length) < 1e-6);
  if (i.areas.length > 1) rules.push(equal(i.areas.map((a) => a.share)) ? "equal-shares" : "published-shares");
  if (i.months.kind === "months") rules.push(i.months.end === "assumed" ? "assumed-end" : i.months.end === "status" ? "status-end" : "published-end");
  const money = i.money[index.basis];
  if (!Number.isNaN(money.usd)) rules.push(i.periods.length > 0 ? "budget-periods" : "even-spread");
  if (money.leftOut.some((l) => l.why === "no-rate")) rules.push("no-rate");
  if (money.leftOut.some((l) => l.why === "net-not-positive")) rules.push("net-not-positive");
  const own = beside[index.basis].get(i.id);
  if (own !== undefined) rules.push("less-its-parts");
  if (i.secondary) rules.push("secondary-reporter");
  if (i.planned) rules.push("planned");
  const { areas } = index.supply;
  if (i.areas.some((a) => areas.level[areas.indexOf.get(a.area) ?? -1] === 0)) rules.push("country-level");
  return rules;
}

/** With the reports behind each, as this viewer may read them. */
export async function withReports(reader: Reader, drafts: readonly ContributionDraft[], languages: readonly string[]): Promise<Contribution[]> {
  const refs = await reportRefs(reader, drafts.flatMap((d) => d.reports), languages);
  return drafts.map((d) => ({ ...d, reports: d.reports.map((id) => refs.get(id)).filter((r): r is ReportRef => r !== undefined) }));
}
