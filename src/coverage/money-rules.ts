import { byCode } from "./area-table.ts";
import type { Basis } from "./basis.ts";

/** Who tells, seen from the money: the funder itself, the host country's system, an implementer, or somebody who repeats others. */
export type ReporterRole = "own" | "host" | "implementer" | "secondary";

export type MoneyStatement = {
  readonly kind: "commitment" | "budget" | "disbursement" | "expenditure" | "pledge" | "incoming" | "other";
  /** Converted by a dated table; null where no rate was known. Negative amounts take back earlier ones. */
  readonly amountUsd: number | null;
  /** The organisation whose money it is (a key). Absent: the reporter's own in an own report, else not stated. */
  readonly funder?: string;
  readonly receiver?: string;
  /** Constant prices of this year; absent: nominal. */
  readonly constantYear?: number;
  /** For budgets: what it covers, and whether it replaces an original one of the same period. */
  readonly period?: string;
  readonly revised?: boolean;
};

export type MoneyReport = {
  readonly report: string;
  readonly reporter: string;
  readonly role: ReporterRole;
  /** ISO date of the publisher's last change; decides between two reports of one standing. */
  readonly updated?: string;
  readonly statements: readonly MoneyStatement[];
};

/** Which money is counted: one basis, and either nominal amounts or constant prices of one year. */
export type MoneyQuestion = { readonly basis: Basis; readonly prices?: "nominal" | number };

export type FunderAmount = {
  /** null: no report says whose money it is. */
  readonly funder: string | null;
  readonly usd: number;
  readonly report: string;
  readonly role: ReporterRole;
};

export type LeftOut = {
  readonly report: string;
  readonly funder: string | null;
  /** null where the amount itself is not known. */
  readonly usd: number | null;
  readonly why:
    /** A report of better standing gives the same funder's amount. */
    | "better-report"
    /** A primary report is linked. */
    | "secondary"
    /** The amount passes on what another funder gave: never a sum along a chain. */
    | "passed-on"
    /** Nobody says whose money it is, and other amounts are known by funder: it may be the same money. */
    | "funder-not-stated"
    | "net-not-positive"
    | "no-rate";
};

export type InitiativeMoney = {
  readonly kind: "initiative-money";
  /** B(i). NaN: unknown, which is presence and never zero. */
  readonly usd: number;
  readonly from: readonly FunderAmount[];
  readonly leftOut: readonly LeftOut[];
  /** Funders named on this basis whose amount nobody gives: B is then "at least". */
  readonly funderUnknown: readonly string[];
  /** No primary report is linked: the amount is a secondary reporter's. */
  readonly secondary: boolean;
};

const kindsOf: Readonly<Record<Basis, readonly MoneyStatement["kind"][]>> = {
  commitment: ["commitment"],
  budget: ["budget"],
  spent: ["disbursement", "expenditure"],
  pledge: ["pledge"],
};
const standing: readonly ReporterRole[] = ["own", "host", "implementer", "secondary"];

type Candidate = {
  report: MoneyReport;
  role: ReporterRole;
  funder: string | null;
  usd: number | null;
  why: "net-not-positive" | "no-rate" | undefined;
};

/**
 * B(i) on one basis: per funding organisation the amount of its best report that gives one (its own, then the host country's, then
 * an implementer's), summed over funders and never along a chain. A secondary reporter counts only where no primary report is linked.
 * Of two reports of one standing the later changed counts, then the larger: never their sum. A net amount of zero or less, and
 * one with a part whose rate is not known, is unknown.
 */
export function initiativeMoney(reports: readonly MoneyReport[], question: MoneyQuestion): InitiativeMoney {
  const anyPrimary = reports.some((r) => r.role !== "secondary");
  const leftOut: LeftOut[] = [];
  const all = [...reports].sort((a, b) => byCode(a.report, b.report)).flatMap((report) => amountsOf(report, question));
  const counted = all.filter((c) => {
    if (c.role !== "secondary" || !anyPrimary) return true;
    leftOut.push(leave(c, "secondary"));
    return false;
  });

  const best = new Map<string | null, Candidate>();
  const funders = [...new Set(counted.map((c) => c.funder))].sort((a, b) => byCode(a ?? "", b ?? ""));
  for (const funder of funders) {
    const candidates = counted.filter((c) => c.funder === funder).sort(better);
    const chosen = candidates.find((c) => c.usd !== null);
    for (const c of candidates) {
      if (c.why !== undefined) leftOut.push(leave(c, c.why));
      else if (c !== chosen) leftOut.push(leave(c, "better-report"));
    }
    if (chosen !== undefined) best.set(funder, chosen);
  }

  const nobody = best.get(null);
  if (nobody !== undefined && best.size > 1) {
    best.delete(null);
    leftOut.push(leave(nobody, "funder-not-stated"));
  }
  const passingOn = passedOn(reports, best);
  for (const funder of passingOn) {
    leftOut.push(leave(best.get(funder)!, "passed-on"));
    best.delete(funder);
  }

  const from = [...best].map(([funder, c]): FunderAmount => ({
    funder,
    usd: c.usd!,
    report: c.report.report,
    role: c.role,
  }));
  return {
    kind: "initiative-money",
    usd: from.length === 0 ? NaN : from.reduce((sum, f) => sum + f.usd, 0),
    from,
    leftOut,
    funderUnknown: funders.filter((f): f is string => f !== null && !best.has(f) && !passingOn.includes(f)),
    secondary: from.length > 0 && from.every((f) => f.role === "secondary"),
  };
}

function leave(c: Candidate, why: LeftOut["why"]): LeftOut {
  return { report: c.report.report, funder: c.funder, usd: c.usd, why };
}

/** What one report gives per funder on the basis asked for. */
export function amountsOf(report: MoneyReport, { basis, prices = "nominal" }: MoneyQuestion): Candidate[] {
  const fits = report.statements.filter(
    (s) => kindsOf[basis].includes(s.kind) && (s.constantYear ?? "nominal") === prices,
  );
  const funderOf = (s: MoneyStatement) => s.funder ?? (report.role === "own" ? report.reporter : null);
  const revised = new Set(
    fits.filter((s) => s.revised === true && s.period !== undefined).map((s) => `${funderOf(s)} ${s.period}`),
  );
  const current = fits.filter(
    (s) => s.revised === true || s.period === undefined || !revised.has(`${funderOf(s)} ${s.period}`),
  );
  return [...new Set(current.map(funderOf))].map((funder) => {
    const parts = current.filter((s) => funderOf(s) === funder).map((s) => s.amountUsd);
    const net = parts.reduce<number>((sum, usd) => sum + (usd ?? 0), 0);
    const why = parts.includes(null) ? "no-rate" : net <= 0 ? "net-not-positive" : undefined;
    // A funder that tells of a co-funder's money tells of it as any party would.
    const role = report.role === "own" && funder !== report.reporter ? "implementer" : report.role;
    return { report, role, funder, usd: why === undefined ? net : null, why };
  });
}

function better(a: Candidate, b: Candidate): number {
  return (
    standing.indexOf(a.role) - standing.indexOf(b.role) ||
    byCode(b.report.updated ?? "", a.report.updated ?? "") ||
    (b.usd ?? 0) - (a.usd ?? 0) ||
    byCode(a.report.report, b.report.report)
  );
}

/**
 * Those of the funders that pass on money of another one here: some report names them as receiver of a funder's money, on whatever
 * basis and through however many hands. Of two that pay each other the larger stays.
 */
function passedOn(reports: readonly MoneyReport[], amounts: ReadonlyMap<string | null, Candidate>): string[] {
  const gives = new Map<string, Set<string>>();
  for (const report of reports) {
    for (const s of report.statements) {
      const giver = s.funder ?? (s.kind !== "incoming" && report.role === "own" ? report.reporter : undefined);
      const receiver = s.receiver ?? (s.kind === "incoming" ? report.reporter : undefined);
      if (giver === undefined || receiver === undefined || giver === receiver) continue;
      gives.set(receiver, (gives.get(receiver) ?? new Set()).add(giver));
    }
  }
  const funders = [...amounts.keys()].filter((f): f is string => f !== null);
  const above = new Map(funders.map((f) => [f, upstream(gives, f)]));
  const stays = (f: string, g: string) => amounts.get(f)!.usd! - amounts.get(g)!.usd! || byCode(g, f);
  return funders.filter((f) =>
    funders.some((g) => g !== f && above.get(f)!.has(g) && (!above.get(g)!.has(f) || stays(f, g) < 0)),
  );
}

/** All whose money comes to a receiver, directly or through others. */
function upstream(gives: ReadonlyMap<string, ReadonlySet<string>>, receiver: string): Set<string> {
  const seen = new Set<string>();
  const stack = [receiver];
  while (stack.length > 0) {
    for (const giver of gives.get(stack.pop()!) ?? []) {
      if (seen.has(giver)) continue;
      seen.add(giver);
      stack.push(giver);
    }
  }
  return seen;
}
