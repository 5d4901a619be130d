import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AreaPage } from "../../src/api/schemas/area.ts";
import { GapCell } from "../../src/api/schemas/gaps.ts";
import { Initiative } from "../../src/api/schemas/initiatives.ts";
import { Picture } from "../../src/api/schemas/picture.ts";
import { fullWorld, type World } from "./world.ts";

let w: World;
beforeAll(async () => {
  w = await fullWorld();
});
afterAll(() => w.close());

const sum = (list: readonly (number | null)[]) => list.reduce<number>((a, b) => a + (b ?? 0), 0);
const round = (n: number | null) => (n === null ? null : Math.round(n * 1e9) / 1e9);
const opened = async (area: string, line: string, query: string) => GapCell.parse((await w.get(`/api/gaps/${area}/${line}?${query}`)).body);

test("a cell opens down to its initiatives, their reports and the rules that made their figure", async () => {
  const c = await opened("NE-2", "capacity", "from=2024-01&to=2024-06");
  expect(c.supplyUsd).toBe(240);
  expect(c.contributions.map((x) => [x.initiative.title.text, round(x.usd), round(x.share)])).toEqual([["Training of all wardens", 180, 0.6], ["Training of women wardens", 60, 0.6]]);
  expect(c.contributions[0]?.reports).toMatchObject([{ identifier: "XB-1-people", reporter: { code: "XB-1" }, read: { file: "plans.csv", line: 3 }, superseded: false }]);
  expect(c.contributions[0]?.rules).toEqual(["published-end", "even-spread"]);
  expect(c.effectiveActors).toBeCloseTo(1 / (0.75 ** 2 + 0.25 ** 2), 9);
  expect(c.byMonth.find((m) => m.month === "2024-02")).toEqual({ month: "2024-02", needUsd: null, supplyUsd: 40, events: 0 });
});

test("how a figure came about is said: assumed ends, plans, periods, published shares, secondary reporters, no rate", async () => {
  const rules = async (area: string, title: string) => (await opened(area, "all", "from=2024-01&to=2024-06")).contributions.find((c) => c.initiative.title.text === title)?.rules;
  expect(await rules("NE-8", "Niamey network")).toEqual(["assumed-end", "even-spread"]);
  expect(await rules("NE-3", "Dosso in autumn")).toEqual(["published-end", "even-spread", "planned"]);
  expect(await rules("NE-6", "Two things in two places")).toEqual(["published-shares", "published-end", "budget-periods"]);
  expect(await rules("NE-8", "Justice seen from afar in Niamey")).toEqual(["published-end", "even-spread", "secondary-reporter"]);
  expect(await rules("NE-4", "Training in Maradi")).toEqual(["published-end", "no-rate"]);
});

test("law: whatever is asked, the contributions of every cell add up to it, and so do its months", async () => {
  const lines = ["counter-finance", "capacity", "stabilisation", "resilience"] as const;
  const months = fc.integer({ min: 0, max: 35 }).map((n) => `${2023 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`);
  const question = fc.record({
    span: fc.tuple(months, months).map(([a, b]) => (a < b ? [a, b] : [b, a]) as readonly [string, string]),
    lines: fc.subarray([...lines], { maxLength: 3 }), countries: fc.subarray(["NE", "NG"]), basis: fc.constantFrom("commitment", "budget"),
  });
  await fc.assert(
    fc.asyncProperty(question, async (q) => {
      const query = [`from=${q.span[0]}&to=${q.span[1]}&basis=${q.basis}`, ...q.lines.map((l) => `line=${l}`), ...q.countries.map((c) => `country=${c}`)].join("&");
      const picture = Picture.parse((await w.get(`/api/picture?${query}`)).body);
      let onMap = 0;
      for (const cell of picture.cells.filter((c) => c.initiatives > 0)) {
        onMap += cell.supplyUsd ?? 0;
        const whole = await opened(cell.area.code, "all", query);
        expect(whole.supplyUsd).toBe(cell.supplyUsd);
        expect(whole.initiatives).toBe(cell.initiatives);
        expect(whole.contributions).toHaveLength(cell.initiatives);
        expect(whole.contributions.filter((c) => c.usd === null)).toHaveLength(cell.unknownBudget);
        expect(sum(whole.contributions.map((c) => c.usd))).toBeCloseTo(cell.supplyUsd ?? 0, 9);
        expect(sum(whole.byMonth.filter((m) => m.month >= q.span[0] && m.month <= q.span[1]).map((m) => m.supplyUsd))).toBeCloseTo(cell.supplyUsd ?? 0, 9);
        let overLines = 0;
        for (const line of q.lines.length > 0 ? q.lines : lines) {
          const part = await opened(cell.area.code, line, query);
          expect(sum(part.contributions.map((c) => c.usd))).toBeCloseTo(part.supplyUsd ?? 0, 9);
          expect(sum(part.byMonth.filter((m) => m.month >= q.span[0] && m.month <= q.span[1]).map((m) => m.supplyUsd))).toBeCloseTo(part.supplyUsd ?? 0, 9);
          overLines += part.supplyUsd ?? 0;
        }
        expect(overLines).toBeCloseTo(cell.supplyUsd ?? 0, 9);
      }
      // on the map and beside it is all there is
      expect(onMap + sum(picture.besideMap.map((b) => b.usd))).toBeCloseTo(picture.totals.inPeriod, 9);
      expect(sum(picture.months.filter((m) => m.month >= q.span[0] && m.month <= q.span[1]).map((m) => m.supplyUsd))).toBeCloseTo(picture.totals.inPeriod, 9);
    }),
    { numRuns: 12, seed: 20_240_615 },
  );
}, 120_000);

test("an initiative's money opens down to statements, each with why it counts or not", async () => {
  const page = Initiative.parse((await w.get(`/api/initiatives/${await w.initiative("XF-1-chain")}`)).body);
  expect(page.money).toMatchObject({ basis: "commitment", usd: 1_000 });
  expect(page.money.statements.map((s) => [s.kind, s.usd, s.counts, s.whyNot])).toEqual([
    ["commitment", 1_000, true, null], ["incoming", 900, false, "other-basis"], ["commitment", 400, false, "funding-chain"], ["commitment", 5_000, false, "secondary-reporter"],
  ]);
  expect(page.reports.map((r) => [r.report.reporter.code, r.report.secondary])).toEqual([["XF-1", false], ["XD-1", false], ["XT-1", true]]);
  // the CSV does not say which language its title is in: one in the reader's language comes first, and the others stay
  expect(page.title).toMatchObject({ value: { text: "Dykes of Agadez", language: "en" }, state: "differ", sources: 3 });
  expect(page.otherTitles.map((t) => t.text)).toEqual(["Flood defences of Agadez", "FLOOD DEFENCES"]);
  expect(page.places).toMatchObject([{ area: { code: "NE-1" }, how: "stated", share: 1 }]);
  expect(page.money.byYear).toEqual([{ year: 2024, usd: 1_000 }]);
});

test("law: the statements that count add up to the initiative's figure on every basis", async () => {
  const list = (await w.get<{ items: { id: string }[] }>("/api/initiatives?limit=200")).body.items;
  expect(list.length).toBe(16);
  for (const { id } of list) {
    for (const basis of ["commitment", "budget", "disbursement", "pledge"]) {
      const { money } = Initiative.parse((await w.get(`/api/initiatives/${id}?basis=${basis}`)).body);
      const counted = money.statements.filter((s) => s.counts);
      expect(money.usd === null ? counted.length : sum(counted.map((s) => s.usd))).toBeCloseTo(money.usd ?? 0, 9);
      if (money.usd !== null) expect(sum(money.byYear.map((y) => y.usd))).toBeCloseTo(money.usd, 9);
    }
  }
}, 120_000);

test("an area's page says the same as its cell in the picture", async () => {
  const page = AreaPage.parse((await w.get("/api/areas/NE-2?from=2024-01&to=2024-06&country=NE")).body);
  const picture = Picture.parse((await w.get("/api/picture?from=2024-01&to=2024-06&country=NE")).body);
  expect(page.cell).toEqual(picture.cells.find((c) => c.area.code === "NE-2"));
  expect(sum(page.contributions.map((c) => c.usd))).toBeCloseTo(240, 9);
  expect(page.lines.map((l) => [l.line, l.supplyUsd, l.state])).toEqual([["counter-finance", null, "not-known"], ["capacity", 240, "reported"], ["stabilisation", null, "not-known"], ["resilience", null, "not-known"]]);
  expect(page.overlaps.total).toBe(1);
  expect((await w.get("/api/areas/NE")).status).toBe(404);
  expect((await w.get("/api/areas/XX-1")).status).toBe(404);
  expect((await w.get("/api/gaps/NE/capacity")).status).toBe(404);
});

test("a revised budget stands in the place of the original one; a payer named without its reference is the reporter itself", async () => {
  const budget = (type: string, usd: number) => `<budget type="${type}"><period-start iso-date="2024-01-01"/><period-end iso-date="2024-12-31"/><value value-date="2024-01-01">${usd}</value></budget>`;
  await w.brought("revised.xml", `<iati-activities version="2.03"><iati-activity default-currency="USD" xml:lang="en"><iati-identifier>XG-1-r</iati-identifier><reporting-org ref="XG-1" type="10"><narrative>Granting Office</narrative></reporting-org>
<title><narrative>Court houses of Dosso</narrative></title><participating-org role="1" type="10"><narrative>Granting office</narrative></participating-org><activity-date type="2" iso-date="2024-01-01"/><activity-date type="3" iso-date="2024-12-31"/>
<recipient-country code="NE"/><sector vocabulary="1" code="15130"/>${budget("1", 100)}${budget("2", 80)}
<transaction><transaction-type code="2"/><transaction-date iso-date="2024-01-05"/><value value-date="2024-01-05">75</value><provider-org><narrative>Granting Office</narrative></provider-org></transaction></iati-activity></iati-activities>`);
  const page = Initiative.parse((await w.get(`/api/initiatives/${await w.initiative("XG-1-r")}?basis=budget`)).body);
  expect(page.money.usd).toBe(80);
  expect(page.money.statements.map((s) => [s.kind, s.usd, s.whyNot])).toEqual([["budget", 100, "superseded"], ["budget", 80, null], ["commitment", 75, "other-basis"]]);
  expect(page.money.byBasis.find((b) => b.basis === "commitment")?.usd).toBe(75);
  expect(page.reports[0]?.report.secondary).toBe(false);
});

test("a multilateral that names only who funds it tells of its own work; an atlas of that kind does not", async () => {
  await w.brought("un.csv", "identifier,reporter_ref,reporter_name,title,actual_start,actual_end,commitment,commitment_date,currency,funding,countries,areas,lines\nXM-DAC-47066-x,XM-DAC-47066,Migration body,Community cohesion,2024-01-01,2024-12-31,10,2024-01-01,USD,Some Fund [US-GOV-1],NE,NE-3,resilience\n");
  const cell = await opened("NE-3", "resilience", "from=2024-01&to=2024-06");
  expect(cell.contributions[0]?.reports[0]?.secondary).toBe(false);
  expect(cell.contributions[0]?.rules).not.toContain("secondary-reporter");
});

test("a programme and its part, told by one reporter, are one money: the programme counts for what lies beside its part, and says so", async () => {
  const cell = await opened("NG-BO", "stabilisation", "from=2024-01&to=2024-06");
  const of = (title: string) => cell.contributions.find((c) => c.initiative.title.text === title);
  expect(of("Borno programme")?.usd).toBeCloseTo(90, 9);
  expect(of("Borno programme")?.rules).toContain("less-its-parts");
  expect(of("Borno programme part one")?.usd).toBeCloseTo(30, 9);
  expect(of("Borno programme part one")?.rules).not.toContain("less-its-parts");
  // its own page says its whole amount
  const page = Initiative.parse((await w.get(`/api/initiatives/${await w.initiative("XC-1-parent")}?basis=commitment`)).body);
  expect(page.money.usd).toBe(240);
  expect(sum(page.money.byYear.map((y) => y.usd))).toBeCloseTo(240, 9);
});
