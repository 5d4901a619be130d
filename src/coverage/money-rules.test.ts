import fc from "fast-check";
import { expect, test } from "vitest";
import {
  initiativeMoney,
  type MoneyQuestion,
  type MoneyReport,
  type MoneyStatement,
  type ReporterRole,
} from "./money-rules.ts";
import { totals } from "./totals.ts";

fc.configureGlobal({ seed: 20_261_124 });

const commitments: MoneyQuestion = { basis: "commitment" };
const report = (
  name: string,
  role: ReporterRole,
  statements: readonly (Partial<MoneyStatement> | number)[],
  over: Partial<MoneyReport> = {},
): MoneyReport => ({
  report: name,
  reporter: name,
  role,
  statements: statements.map((s) => ({
    kind: "commitment",
    amountUsd: 0,
    ...(typeof s === "number" ? { amountUsd: s } : s),
  })),
  ...over,
});
const by = (funder: string, amountUsd: number | null) => ({ funder, amountUsd });
const reasons = (reports: readonly MoneyReport[], question = commitments) =>
  initiativeMoney(reports, question).leftOut.map((l) => `${l.report}: ${l.why}`);

test("the funder's own report goes before the host's, the host's before the implementer's", () => {
  const own = report("F", "own", [100]);
  const host = report("host", "host", [by("F", 95)]);
  const implementer = report("ngo", "implementer", [by("F", 90)]);
  expect(initiativeMoney([implementer, host, own], commitments)).toMatchObject({
    usd: 100,
    from: [{ funder: "F", usd: 100, report: "F", role: "own" }],
    secondary: false,
  });
  expect(reasons([implementer, host, own])).toEqual(["host: better-report", "ngo: better-report"]);
  expect(initiativeMoney([implementer, host], commitments).usd).toBe(95);
  expect(initiativeMoney([implementer], commitments).usd).toBe(90);
});

test("funders add up, each by its own best report", () => {
  const money = initiativeMoney(
    [report("F", "own", [100]), report("host", "host", [by("F", 80), by("G", 40)])],
    commitments,
  );
  expect(money.usd).toBe(140);
  expect(money.from).toEqual([
    { funder: "F", usd: 100, report: "F", role: "own" },
    { funder: "G", usd: 40, report: "host", role: "host" },
  ]);
});

test("a funder that tells of a co-funder's money does not outrank the host", () => {
  expect(
    initiativeMoney([report("F", "own", [100, by("G", 70)]), report("host", "host", [by("G", 40)])], commitments).usd,
  ).toBe(140);
});

test("never a sum along a chain: the money that an agency passes on is its funder's", () => {
  const funder = report("F", "own", [{ amountUsd: 100, receiver: "agency" }]);
  const agency = report("agency", "own", [{ amountUsd: 60, receiver: "ngo" }]);
  const ngo = report("ngo", "own", [{ amountUsd: 50, receiver: "village" }]);
  expect(initiativeMoney([ngo, agency, funder], commitments)).toMatchObject({ usd: 100, from: [{ funder: "F" }] });
  expect(reasons([ngo, agency, funder])).toEqual(["agency: passed-on", "ngo: passed-on"]);
  expect(initiativeMoney([ngo, agency], commitments).usd).toBe(60);
});

test("a chain is known from incoming funds as well, and through hands that give no amount", () => {
  const funder = report("F", "own", [{ amountUsd: 100, receiver: "agency" }]);
  const ngo = report("ngo", "own", [
    { amountUsd: 50, receiver: "village" },
    { kind: "incoming", amountUsd: 55, funder: "agency" },
  ]);
  expect(initiativeMoney([funder, ngo], commitments).usd).toBe(100);
});

test("two that pay each other are one money: the larger stays", () => {
  const reports = [
    report("F", "own", [{ amountUsd: 10, receiver: "G" }]),
    report("G", "own", [{ amountUsd: 12, receiver: "F" }]),
    report("H", "own", [5]),
  ];
  expect(initiativeMoney(reports, commitments).usd).toBe(17);
});

test("a secondary reporter counts only where no primary report is linked, labelled", () => {
  const repeats = report("survey", "secondary", [by("F", 70)]);
  expect(initiativeMoney([repeats], commitments)).toMatchObject({ usd: 70, secondary: true });
  const withPrimary = initiativeMoney([repeats, report("ngo", "implementer", [])], commitments);
  expect(withPrimary.usd).toBeNaN();
  expect(withPrimary.leftOut).toEqual([{ report: "survey", funder: "F", usd: 70, why: "secondary" }]);
});

test.each<[string, (number | null)[], string]>([
  ["taken back in full", [100, -100], "F: net-not-positive"],
  ["taken back and more", [100, -130], "F: net-not-positive"],
  ["no rate for a part", [100, null], "F: no-rate"],
])("%s: unknown, and presence all the same", (_, amounts, why) => {
  const money = initiativeMoney(
    [
      report(
        "F",
        "own",
        amounts.map((amountUsd) => ({ amountUsd })),
      ),
    ],
    commitments,
  );
  expect(money.usd).toBeNaN();
  expect(money.funderUnknown).toEqual(["F"]);
  expect(money.leftOut.map((l) => `${l.report}: ${l.why}`)).toEqual([why]);
});

test("where the best report's amount is not known, the next one's counts", () => {
  expect(
    initiativeMoney([report("F", "own", [{ amountUsd: null }]), report("host", "host", [by("F", 95)])], commitments),
  ).toMatchObject({ usd: 95, funderUnknown: [] });
});

test("an amount whose funder nobody states counts only alone: beside others it may be the same money", () => {
  const total = report("ngo", "implementer", [300]);
  expect(initiativeMoney([total], commitments)).toMatchObject({ usd: 300, from: [{ funder: null }] });
  expect(initiativeMoney([total, report("F", "own", [100])], commitments)).toMatchObject({ usd: 100 });
  expect(reasons([total, report("F", "own", [100])])).toEqual(["ngo: funder-not-stated"]);
});

test("bases never mix", () => {
  const reports = [
    report("F", "own", [
      { kind: "pledge", amountUsd: 500 },
      { kind: "budget", amountUsd: 90 },
      { kind: "disbursement", amountUsd: 30 },
      { kind: "expenditure", amountUsd: 10 },
    ]),
  ];
  const usd = (basis: MoneyQuestion["basis"]) => initiativeMoney(reports, { basis }).usd;
  expect([usd("commitment"), usd("budget"), usd("spent"), usd("pledge")]).toEqual([NaN, 90, 40, 500]);
});

test("nominal and constant prices never mix", () => {
  const reports = [
    report("F", "own", [100]),
    report("host", "host", [
      { ...by("F", 120), constantYear: 2011 },
      { ...by("G", 7), constantYear: 2011 },
    ]),
  ];
  expect(initiativeMoney(reports, commitments).usd).toBe(100);
  expect(initiativeMoney(reports, { basis: "commitment", prices: 2011 }).usd).toBe(127);
  expect(initiativeMoney(reports, { basis: "commitment", prices: 2015 }).usd).toBeNaN();
});

test("a revised budget replaces the original of its period", () => {
  const statements = [
    { kind: "budget", amountUsd: 100, period: "2020" },
    { kind: "budget", amountUsd: 80, period: "2020", revised: true },
    { kind: "budget", amountUsd: 50, period: "2021" },
  ] as const;
  expect(initiativeMoney([report("F", "own", statements)], { basis: "budget" }).usd).toBe(130);
});

test("of two reports of one standing the later counts, never their sum", () => {
  const old = report("a", "host", [by("F", 100)], { updated: "2020-01-01" });
  const later = report("b", "host", [by("F", 80)], { updated: "2021-01-01" });
  expect(initiativeMoney([old, later], commitments)).toMatchObject({ usd: 80, from: [{ report: "b" }] });
});

test("three reports of 10 that may be one: 30 reported, 30 unique, 20 uncertain", () => {
  const initiatives = ["a", "b", "c"].map((name) => ({
    initiative: name,
    reports: [report(name, "implementer", [by("F", 10)])],
  }));
  const pairs = [
    { a: "a", b: "b" },
    { a: "b", b: "c" },
    { a: "a", b: "c" },
  ];
  expect(totals(initiatives, pairs, commitments)).toEqual({
    kind: "totals",
    reported: 30,
    unique: 30,
    uncertain: 20,
    unknown: 0,
  });
  expect(totals(initiatives, pairs.slice(0, 1), commitments)).toMatchObject({ unique: 30, uncertain: 10 });
  expect(totals(initiatives, [{ a: "a", b: "not to be seen" }], commitments)).toMatchObject({ uncertain: 0 });
});

test("linking is what makes reported and unique differ", () => {
  const linked = [
    { initiative: "a", reports: [report("F", "own", [100]), report("host", "host", [by("F", 95)])] },
    { initiative: "b", reports: [report("x", "implementer", [])] },
  ];
  expect(totals(linked, [], commitments)).toEqual({
    kind: "totals",
    reported: 195,
    unique: 100,
    uncertain: 0,
    unknown: 1,
  });
});

const anyReports = fc.array(
  fc.record({
    role: fc.constantFrom<ReporterRole>("own", "host", "implementer", "secondary"),
    reporter: fc.constantFrom("F", "G", "H"),
    updated: fc.constantFrom("2020", "2021"),
    statements: fc.array(
      fc.record({
        kind: fc.constantFrom("commitment", "incoming", "budget"),
        amountUsd: fc.option(fc.integer({ min: -20, max: 100 })),
        funder: fc.option(fc.constantFrom("F", "G", "H", "K"), { nil: undefined }),
        receiver: fc.option(fc.constantFrom("F", "G", "N"), { nil: undefined }),
      }),
      { maxLength: 4 },
    ),
  }),
  { maxLength: 5 },
);
const asReports = (list: typeof anyReports extends fc.Arbitrary<infer T> ? T : never): MoneyReport[] =>
  list.map((r, k) => ({
    ...r,
    report: `r${k}`,
    statements: r.statements.map(({ kind, amountUsd, funder, receiver }) => ({
      kind: kind as MoneyStatement["kind"],
      amountUsd,
      ...(funder === undefined ? {} : { funder }),
      ...(receiver === undefined ? {} : { receiver }),
    })),
  }));

test("laws: never more than was reported, nothing lost without a reason, and the order of reports changes nothing", () => {
  fc.assert(
    fc.property(
      anyReports.chain((list) =>
        fc.tuple(fc.constant(asReports(list)), fc.shuffledSubarray(asReports(list), { minLength: list.length })),
      ),
      ([reports, shuffled]) => {
        const money = initiativeMoney(reports, commitments);
        expect(initiativeMoney(shuffled, commitments)).toEqual(money);
        const { reported, unique } = totals([{ initiative: "i", reports }], [], commitments);
        expect(unique).toBeLessThanOrEqual(reported);
        if (!Number.isNaN(money.usd)) expect(money.usd).toBeGreaterThan(0);
        const told = [...money.from, ...money.leftOut].map((x) => `${x.report} ${x.funder}`);
        expect(new Set(told).size).toBe(told.length);
        const stated = reports.flatMap((r) =>
          r.statements
            .filter((s) => s.kind === "commitment")
            .map((s) => `${r.report} ${s.funder ?? (r.role === "own" ? r.reporter : null)}`),
        );
        expect(new Set(told)).toEqual(new Set(stated));
      },
    ),
    { numRuns: 300 },
  );
});
