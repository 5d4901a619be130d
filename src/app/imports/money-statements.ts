import { monthNumber, tryParseEdtf } from "../../base/edtf.ts";
import { type RateTable, toUsd } from "../../base/money.ts";
import type { MoneyStatement } from "../../coverage/money-rules.ts";
import type { Money, Report } from "../../initiatives/report.ts";
import { keysWithin } from "./keys-within.ts";

/** A statement for the money rules; `first` and `last` are the months of a budget (since 1970-01, inclusive). */
export type StoredStatement = MoneyStatement & { readonly first?: number; readonly last?: number };

/**
 * A report's money in US dollars, as the rules of coordination take it: payments and commitments summed per kind, funder and prices,
 * budgets one by one with their months. A sum with a part that no rate converts is unknown as a whole.
 */
export function moneyStatements(report: Report, rates: RateTable): readonly StoredStatement[] {
  const keyOf = keysWithin(report);
  const funders = report.parties.filter((p) => p.role === "funding").map(keyOf).filter((k) => k !== "");
  const onlyFunder = funders.length === 1 ? funders[0] : undefined;
  const sums = new Map<string, StoredStatement>();
  const budgets: StoredStatement[] = [];
  for (const m of report.money) {
    const usd = usdOf(m, report, rates);
    const provider = m.provider ? keyOf(m.provider) : "";
    const funder = provider !== "" ? provider : onlyFunder;
    const receiver = m.receiver ? keyOf(m.receiver) : "";
    const common = {
      kind: m.kind,
      ...(funder === undefined ? {} : { funder }),
      ...(m.constantYear === undefined ? {} : { constantYear: m.constantYear }),
    };
    if (m.kind === "budget") {
      const from = m.from === undefined ? null : tryParseEdtf(m.from);
      const to = m.to === undefined ? null : tryParseEdtf(m.to);
      const first = from?.start.notBefore ?? null;
      const last = to?.end.notAfter ?? null;
      budgets.push({
        ...common,
        amountUsd: usd,
        ...(m.from === undefined && m.to === undefined ? {} : { period: `${m.from ?? ""}/${m.to ?? ""}` }),
        ...(m.budgetType === "2" ? { revised: true } : {}),
        ...(first === null || last === null ? {} : { first: monthNumber(first), last: monthNumber(last) }),
      });
      continue;
    }
    const key = JSON.stringify([m.kind, funder ?? "", m.constantYear ?? "", receiver]);
    const held = sums.get(key);
    const together = held === undefined ? usd : held.amountUsd === null || usd === null ? null : held.amountUsd + usd;
    sums.set(key, { ...common, amountUsd: together, ...(receiver === "" ? {} : { receiver }) });
  }
  return [...sums.values(), ...budgets];
}

function usdOf(m: Money, report: Report, rates: RateTable): number | null {
  if (m.currency === undefined) return null;
  const year = yearOf(m.date) ?? yearOf(m.from) ?? yearOf(report.dates.actualStart) ?? yearOf(report.dates.plannedStart);
  const converted = toUsd({ amount: m.amount, currency: m.currency }, year ?? 0, rates);
  return converted.kind === "converted" ? Number(converted.money.amount) : null;
}

function yearOf(edtf: string | undefined): number | null {
  const year = /^-?\d{4}/.exec(edtf ?? "")?.[0];
  return year === undefined ? null : Number(year);
}
