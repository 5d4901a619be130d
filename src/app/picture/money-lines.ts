import { toUsd } from "../../base/money.ts";
import type { Basis } from "../../coverage/basis.ts";
import type { InitiativeMoney } from "../../coverage/money-rules.ts";
import { organisationKey } from "../../initiatives/organisation-key.ts";
import type { Money, Organisation } from "../../initiatives/report.ts";
import type { App } from "../app.ts";
import { keysWithin } from "../imports/keys-within.ts";
import type { ReportBody } from "../../store/queries/report-bodies.ts";
import { type OrganisationRef, organisationRef } from "./references.ts";

export type WhyNot = "other-basis" | "funding-chain" | "secondary-reporter" | "not-best-report" | "no-rate" | "constant-prices" | "net-not-positive" | "superseded";
export type MoneyLine = {
  report: string; kind: Money["kind"]; stated: { amount: string; currency: string | null }; usd: number | null; rate: { perUsd: number; year: number; source: string } | null;
  date: string | null; from: string | null; to: string | null; provider: OrganisationRef | null; receiver: OrganisationRef | null; constantYear: number | null; counts: boolean; whyNot: WhyNot | null;
};

const kinds: Readonly<Record<Basis, readonly Money["kind"][]>> = { commitment: ["commitment"], budget: ["budget"], spent: ["disbursement", "expenditure"], pledge: ["pledge"] };
const reasons: Readonly<Record<InitiativeMoney["leftOut"][number]["why"], WhyNot>> = {
  "better-report": "not-best-report", secondary: "secondary-reporter", "passed-on": "funding-chain", "funder-not-stated": "not-best-report", "net-not-positive": "net-not-positive", "no-rate": "no-rate",
};

/** Every statement of money of a report, original first; whether it is part of the initiative's figure on this basis, and if not, why. */
export function moneyLines(app: App, body: ReportBody, money: InitiativeMoney, basis: Basis): MoneyLine[] {
  const counted = new Set(money.from.filter((f) => f.report === body.id).map((f) => f.funder));
  const left = new Map(money.leftOut.filter((l) => l.report === body.id).map((l) => [l.funder, l.why]));
  return body.body.money.map((m): MoneyLine => {
    const year = Number(/^\d{4}/.exec(m.date ?? m.from ?? body.body.dates.actualStart ?? body.body.dates.plannedStart ?? "")?.[0] ?? 0);
    const converted = m.currency === undefined ? null : toUsd({ amount: m.amount, currency: m.currency }, year, app.rates);
    const rate = converted?.kind === "converted" ? converted.from : null;
    const whyNot = why(m, body, basis, counted, left, converted?.kind !== "converted", isReplaced(m, body));
    return {
      report: body.id, kind: m.kind, stated: { amount: m.amount, currency: m.currency ?? null }, usd: converted?.kind === "converted" ? Number(converted.money.amount) : null,
      rate: rate ? { perUsd: Number(rate.units) / Number(rate.usd), year: rate.year, source: rate.source } : null,
      date: m.date ?? null, from: m.from ?? null, to: m.to ?? null, provider: party(m.provider), receiver: party(m.receiver), constantYear: m.constantYear ?? null, counts: whyNot === null, whyNot,
    };
  });
}

function why(m: Money, body: ReportBody, basis: Basis, counted: ReadonlySet<string | null>, left: ReadonlyMap<string | null, InitiativeMoney["leftOut"][number]["why"]>, noRate: boolean, replaced: boolean): WhyNot | null {
  if (!body.current) return "superseded";
  if (!kinds[basis].includes(m.kind)) return "other-basis";
  if (m.constantYear !== undefined) return "constant-prices";
  if (noRate) return "no-rate";
  if (replaced) return "superseded";
  const keyOf = keysWithin(body.body);
  const provider = m.provider ? keyOf(m.provider) : "";
  const funders = body.body.parties.filter((p) => p.role === "funding").map(keyOf).filter((k) => k !== "");
  const candidates: (string | null)[] = provider !== "" ? [provider] : [funders.length === 1 ? (funders[0] as string) : null, body.reporter_key];
  if (candidates.some((c) => counted.has(c))) return null;
  const reason = candidates.map((c) => left.get(c)).find((r) => r !== undefined);
  return reason === undefined ? "not-best-report" : reasons[reason];
}

/** Whether a revised budget of the same period and payer stands in its place. */
function isReplaced(m: Money, { body }: ReportBody): boolean {
  const payer = (o: Organisation | undefined) => (o === undefined ? "" : organisationKey(o));
  return m.kind === "budget" && m.budgetType !== "2" && body.money.some((r) => r.kind === "budget" && r.budgetType === "2" && r.from === m.from && r.to === m.to && r.constantYear === m.constantYear && payer(r.provider) === payer(m.provider));
}

function party(o: Organisation | undefined): OrganisationRef | null {
  if (o === undefined) return null;
  const key = organisationKey(o);
  return key === "" ? null : organisationRef(key, o.ref ?? null, o.name ?? null);
}
