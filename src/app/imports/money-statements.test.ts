import { expect, test } from "vitest";
import { rateTable } from "../../base/money.ts";
import type { Money, Report } from "../../initiatives/report.ts";
import { keysWithin } from "./keys-within.ts";
import { moneyStatements } from "./money-statements.ts";

const rates = rateTable([
  { currency: "EUR", year: 2022, units: "1", usd: "1.25", source: "made up" },
  { currency: "EUR", year: 2023, units: "1", usd: "1.5", source: "made up" },
]);
const report = (money: readonly Partial<Money>[], more: Partial<Report> = {}): Report => ({
  identifier: "A", reporter: { ref: "XX-1", name: "Ministry of Peace", secondary: false }, title: { en: "T" }, dates: { actualStart: "2023-05-01" }, parties: [], sectors: [], countries: [], regions: [], locations: [], targetGroups: [],
  money: money.map((m) => ({ kind: "commitment", amount: "100", currency: "USD", ...m })), related: [], at: { file: "f", line: 1, path: "/" }, ...more,
});
const of = (money: readonly Partial<Money>[], more: Partial<Report> = {}) => moneyStatements(report(money, more), rates);

test("sums of one kind, payer, payee and prices become one; what takes back earlier sums is in them", () => {
  expect(of([{}, { amount: "50" }, { amount: "-30" }, { kind: "disbursement", amount: "7" }, { constantYear: 2015 }])).toEqual([
    { kind: "commitment", amountUsd: 120 }, { kind: "disbursement", amountUsd: 7 }, { kind: "commitment", constantYear: 2015, amountUsd: 100 },
  ]);
});

test("a sum is converted by the rate of its own year, else of its budget's, else of the activity's start", () => {
  const usd = (m: Partial<Money>) => of([{ currency: "EUR", ...m }])[0]?.amountUsd;
  expect(usd({ date: "2022-03" })).toBe(125);
  expect(usd({ kind: "budget", from: "2022-01-01", to: "2023-12-31" })).toBe(125);
  expect(usd({})).toBe(150);
});

test("a part that no rate converts makes the whole unknown: a sum without it would be told as the whole", () => {
  expect(of([{}, { currency: "XTS" }])).toEqual([{ kind: "commitment", amountUsd: null }]);
  const { currency: _, ...without } = report([{}]).money[0] as Money;
  expect(moneyStatements({ ...report([]), money: [without] }, rates)).toEqual([{ kind: "commitment", amountUsd: null }]);
});

test("budgets keep their months and which replaces which", () => {
  expect(of([{ kind: "budget", from: "2023-01-01", to: "2023-06-30", budgetType: "2" }, { kind: "budget" }])).toEqual([
    { kind: "budget", amountUsd: 100, period: "2023-01-01/2023-06-30", revised: true, first: 636, last: 641 }, { kind: "budget", amountUsd: 100 },
  ]);
});

test("whose money it is: who pays, else the only party that funds; of several funders nobody", () => {
  const funding = (...names: string[]) => ({ parties: names.map((name) => ({ role: "funding" as const, name })) });
  expect(of([{ provider: { ref: "de-1" }, receiver: { name: "ONG" } }])[0]).toMatchObject({ funder: "DE-1", receiver: "ong" });
  expect(of([{}], funding("Fund"))[0]?.funder).toBe("fund");
  expect(of([{}], funding("Fund", "Other"))[0]).not.toHaveProperty("funder");
});

test("an organisation named with and without its reference in one report is one", () => {
  const r = report([{ provider: { name: "MINISTRY OF PEACE" } }], { parties: [{ role: "funding", name: "Ministry of peace" }] });
  expect(moneyStatements(r, rates)[0]?.funder).toBe("XX-1");
  const key = keysWithin(r);
  expect([key({ name: "ministry of Peace" }), key({ ref: "xx-2", name: "Ministry of Peace" }), key({ name: "Another" })]).toEqual(["XX-1", "XX-2", "another"]);
  // two references under one name: the name alone says neither
  const two = keysWithin(report([], { parties: [{ role: "funding", ref: "XX-9", name: "Ministry of Peace" }, { role: "implementing", name: "Ministry of Peace" }] }));
  expect(two({ name: "Ministry of Peace" })).toBe("ministry of peace");
});
