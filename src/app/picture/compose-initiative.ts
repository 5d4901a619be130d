import type { Basis } from "../../coverage/basis.ts";
import { bases } from "../../coverage/basis.ts";
import { type InitiativeMoney, initiativeMoney, type MoneyReport, type ReporterRole } from "../../coverage/money-rules.ts";
import { type ActivityMonths, activityMonths } from "../../coverage/months.ts";
import type { CurrentReport } from "../../store/queries/current-reports.ts";
import type { StoredStatement } from "../imports/money-statements.ts";
import { reporterRole } from "./reporter-role.ts";

export type ReportInPicture = CurrentReport & { readonly role: ReporterRole };

/** An initiative as one viewer sees it: composed of the reports that this viewer may read, best evidence per field. */
export type ComposedInitiative = {
  readonly id: string;
  /** The initiatives that it is composed of: itself, unless decisions link others to it. In order; it has the id of the first. */
  readonly parts: readonly string[];
  /** best standing first */
  readonly reports: readonly ReportInPicture[];
  readonly months: ActivityMonths;
  /** empty: touches no line ("other") */
  readonly lines: readonly { readonly line: string; readonly share: number }[];
  /** empty: nothing tells where */
  readonly areas: readonly { readonly area: string; readonly share: number; readonly how: string }[];
  readonly groups: "everyone" | "unknown" | readonly string[];
  readonly organisations: readonly string[];
  readonly money: Readonly<Record<Basis, InitiativeMoney>>;
  readonly moneyReports: readonly MoneyReport[];
  readonly periods: readonly { readonly first: number; readonly last: number; readonly usd: number }[];
  readonly classIds: readonly number[];
  readonly planned: boolean;
  readonly secondary: boolean;
};

const standing: readonly ReporterRole[] = ["own", "host", "implementer", "secondary"];
const everyone = new Set(["all", "everyone", "general population", "tous", "population générale", "الجميع"]);

/** @param reports the viewer's current reports of one initiative, or of several that are linked: at least one
 * @param linkedBy the visibility classes of the decisions that link them */
export function composeInitiative(id: string, reports: readonly CurrentReport[], linkedBy: readonly number[] = []): ComposedInitiative {
  const sorted = oncePerActivity(reports)
    .map((r): ReportInPicture => ({ ...r, role: reporterRole(r) }))
    .sort((a, b) => standing.indexOf(a.role) - standing.indexOf(b.role) || (b.version_at?.getTime() ?? 0) - (a.version_at?.getTime() ?? 0) || (a.id < b.id ? -1 : 1));
  const moneyReports = sorted.map((r): MoneyReport => ({
    report: r.id,
    reporter: r.reporter_key,
    role: r.role,
    ...(r.version_at === null ? {} : { updated: r.version_at.toISOString() }),
    statements: r.money as unknown as readonly StoredStatement[],
  }));
  const dated = sorted.map((r) => activityMonths({ ...r.dates, ...(r.status === null ? {} : { status: r.status }), ...(r.version_at === null ? {} : { lastUpdated: r.version_at.toISOString() }) }));
  const months = dated.find((m) => m.kind === "months") ?? dated[0] ?? { kind: "unknown", reason: "no-start" };
  const withLines = sorted.find((r) => r.lines.length > 0);
  const finest = sorted.find((r) => r.areas.some((a) => a.includes("-"))) ?? sorted.find((r) => r.areas.length > 0);
  const named = [...new Set(sorted.flatMap((r) => r.groups))];
  const budgets = sorted.find((r) => (r.money as unknown as readonly StoredStatement[]).some(hasPeriod));
  const implementers = [...new Set(sorted.flatMap((r) => r.implementers))].sort();
  return {
    id,
    parts: [...new Set(reports.map((r) => r.initiative_id))].sort(),
    reports: sorted,
    months,
    lines: withLines === undefined ? [] : whole(withLines.line_shares).map((share, i) => ({ line: withLines.lines[i] as string, share })),
    areas: finest === undefined ? [] : whole(finest.area_shares).map((share, i) => ({ area: finest.areas[i] as string, share, how: finest.area_how[i] ?? "country" })),
    groups: named.some((g) => everyone.has(g)) ? "everyone" : named.length === 0 ? "unknown" : named.sort(),
    organisations: implementers.length > 0 ? implementers : [...new Set(sorted.map((r) => r.reporter_key))].sort(),
    money: Object.fromEntries(bases.map((basis) => [basis, initiativeMoney(moneyReports, { basis })])) as Record<Basis, InitiativeMoney>,
    moneyReports,
    periods: currentBudgets((budgets?.money ?? []) as unknown as readonly StoredStatement[]),
    classIds: [...new Set([...sorted.map((r) => r.class_id), ...linkedBy])].sort((a, b) => a - b),
    planned: months.kind === "months" && months.planned,
    secondary: sorted.every((r) => r.role === "secondary"),
  };
}

/** Shares as stored (single precision) made to sum to 1 again. */
function whole(shares: readonly number[]): readonly number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((s) => (sum > 0 ? s / sum : 1 / shares.length));
}

/** The same activity of the same reporter, brought by several owners or in several classes, is one report: the newest. */
function oncePerActivity(reports: readonly CurrentReport[]): readonly CurrentReport[] {
  const newest = new Map<string, CurrentReport>();
  for (const r of reports) {
    const key = `${r.reporter_key} ${r.identifier}`;
    const held = newest.get(key);
    if (!held || newer(r, held)) newest.set(key, r);
  }
  return [...newest.values()];
}

function newer(a: CurrentReport, b: CurrentReport): boolean {
  const [x, y] = [a.version_at?.getTime() ?? 0, b.version_at?.getTime() ?? 0];
  return x !== y ? x > y : a.received_at.getTime() !== b.received_at.getTime() ? a.received_at > b.received_at : a.id < b.id;
}

type Budget = StoredStatement & { readonly first: number; readonly last: number; readonly amountUsd: number };
function hasPeriod(s: StoredStatement): s is Budget {
  return s.kind === "budget" && s.amountUsd !== null && s.first !== undefined && s.last !== undefined && s.last >= s.first && s.constantYear === undefined;
}

/** Of an original and a revised budget of the same period, the revised one. */
function currentBudgets(statements: readonly StoredStatement[]): readonly { first: number; last: number; usd: number }[] {
  const all = statements.filter(hasPeriod);
  const revised = new Set(all.filter((s) => s.revised === true).map((s) => s.period));
  return all.filter((s) => s.revised === true || !revised.has(s.period)).map((s) => ({ first: s.first, last: s.last, usd: s.amountUsd }));
}
