import { afterAll, beforeAll, expect, test } from "vitest";
import type { SignedUp } from "../../test/support/test-app.ts";
import { logins, story } from "./story.ts";
import { type Told, told } from "./told.fixture.ts";
import { usualInitiatives } from "./write-folder.ts";

// The facts of docs/guide/demo.md, asked of the product itself: what the guide promises is what a newcomer finds.

let t: Told;
let people: Record<keyof typeof logins, SignedUp>;
beforeAll(async () => {
  t = await told(new Date().toISOString().slice(0, 10), usualInitiatives);
  people = { officer: await t.enter(logins.officer), focalPoint: await t.enter(logins.focalPoint), analyst: await t.enter(logins.analyst), compliance: await t.enter(logins.compliance) };
}, 180_000);
afterAll(() => t?.close());

type Pair = { a: { id: string }; b: { id: string }; kind: string; contestedUsd: number | null; score: number | null; duplicationUsd: number | null; areas: { code: string }[] };
type Gap = { area: { code: string }; line: string | null; label: string | null; coverage: number | null; gapUsd: number | null };
type List = { items: { id: string; usd: number | null; reports: number; areas: { code: string }[] }[]; total: number };

async function found(identifier: string, as?: SignedUp) {
  const { body } = await t.get<List>(`/api/initiatives?q=${encodeURIComponent(identifier)}`, as);
  return body.items;
}
const one = async (identifier: string, as?: SignedUp) => {
  const [item, ...more] = await found(identifier, as);
  expect(more).toEqual([]);
  if (item === undefined) throw new Error(`no initiative ${identifier}`);
  return item;
};

test("every file comes in; of one, two rows are set aside", () => {
  expect(t.came).toEqual({ reports: t.demo.initiatives.length + 1, setAside: 2 });
});

test("the overlap of 1.2 M stands first among those in money, and part of it exceeds the need", async () => {
  const { a, b, contestedUsd, score, duplicationUsd, areas } = (await t.get<{ items: Pair[] }>("/api/overlaps?kind=money&limit=5", people.officer)).body.items[0] as Pair;
  const ids = [await one(story.overlap.larger, people.officer), await one(story.overlap.smaller, people.officer)].map((i) => i.id);
  expect([a.id, b.id].toSorted()).toEqual(ids.toSorted());
  expect(contestedUsd).toBeCloseTo(story.overlap.contestedUsd, 4);
  expect(score).toBeCloseTo(1, 9);
  expect(areas.map((x) => x.code)).toEqual([story.overlap.area]);
  expect(duplicationUsd).toBeGreaterThan(0);
});

test("the double report is one initiative of two reports; told under two identifiers the same is two that meet in full", async () => {
  const both = await one(story.doubleReport.identifier);
  expect(both).toMatchObject({ reports: 2, usd: story.doubleReport.usd });
  const [first, second] = [await one(story.twoIdentifiers.first), await one(story.twoIdentifiers.second)];
  const pairs = (await t.get<{ items: Pair[] }>(`/api/overlaps?kind=money&area=${story.twoIdentifiers.area}&limit=200`)).body.items;
  const pair = pairs.find((p) => [p.a.id, p.b.id].includes(first.id) && [p.a.id, p.b.id].includes(second.id));
  expect(pair?.contestedUsd).toBeCloseTo(story.twoIdentifiers.usd / 2, 4);
});

test("the under-served district leads the gaps, for everybody, with the most money short", async () => {
  for (const as of [undefined, people.officer, people.compliance]) {
    const [first, next] = (await t.get<{ items: Gap[] }>(`/api/gaps?line=${story.underServed.line}&limit=2`, as)).body.items;
    expect(first).toMatchObject({ area: { code: story.underServed.area }, label: "under-served" });
    expect(first?.coverage).toBeCloseTo(story.underServed.supplyUsdPerMonth / story.underServed.needUsdPerMonth, 3);
    expect(first?.gapUsd ?? 0).toBeGreaterThan(3 * (next?.gapUsd ?? 0));
  }
});

test("one district has more than half again of what it needs, in every month", async () => {
  expect((await t.get<Gap>(`/api/gaps/${story.crowded.area}/${story.crowded.line}`, people.officer)).body.label).toBe("crowded");
});

test("the picture shows all that it can show: bare, covered, crowded, not known, and what is known for a country only", async () => {
  const { body } = await t.get<{ cells: { coverage: number | null; label: string | null; state: string; need: unknown; threat: unknown }[]; besideMap: unknown[]; totals: { unknownBudget: number; unique: number; reported: number }; mismatch: number | null }>("/api/picture", people.officer);
  expect(body.cells.length).toBe(45);
  const labels = Map.groupBy(body.cells, (c) => c.label ?? "none");
  expect(labels.get("under-served")?.length).toBeGreaterThanOrEqual(1);
  expect(body.cells.filter((c) => c.coverage === null).length).toBeGreaterThan(0);
  const known = body.cells.flatMap((c) => c.coverage ?? []);
  expect(Math.min(...known)).toBeLessThan(0.25);
  expect(Math.max(...known)).toBeGreaterThan(0.6);
  expect(body.besideMap.length).toBeGreaterThan(0);
  expect(body.totals.unknownBudget).toBeGreaterThan(0);
  expect(body.totals.reported).toBeGreaterThan(body.totals.unique);
  expect(body.mismatch).toBeGreaterThan(0.1);
});

test("two viewers see one record differently, and the second is told nothing of what is missing", async () => {
  const { identifier, publicUsd, circleUsd, area } = story.twoViewers;
  expect(await one(identifier, people.focalPoint)).toMatchObject({ reports: 2, usd: circleUsd });
  expect((await one(identifier, people.focalPoint)).areas.map((a) => a.code)).toContain(area);
  for (const as of [undefined, people.analyst, people.officer, people.compliance]) {
    const seen = await one(identifier, as);
    expect(seen).toMatchObject({ reports: 1, usd: publicUsd });
    expect(seen.areas.map((a) => a.code)).not.toContain(area);
  }
});

test("the founding has two days, each with its source, and waits for a decision", async () => {
  const { body } = await t.get<{ items: { record: { id: string }; field: string }[] }>("/api/conflicts?limit=50", people.officer);
  expect(body.items.map((c) => `${c.record.id} ${c.field}`)).toContain(`${t.id("body", story.disputedDate.body)} ${story.disputedDate.field}`);
  const claims = await t.get<unknown>(`/api/claims?record=${t.id("body", story.disputedDate.body)}&field=${story.disputedDate.field}`, people.officer);
  expect(JSON.stringify(claims.body)).toContain(story.disputedDate.one);
  expect(JSON.stringify(claims.body)).toContain(story.disputedDate.other);
});

test("the party that an invented list will know stands in published reports", () => {
  expect(t.demo.initiatives.filter((i) => i.implementer === story.partyToScreen).length).toBeGreaterThan(5);
});

test("it says of itself that it is fictional, names its people in three languages, and lets each of them in", async () => {
  expect((await t.get<{ fictional: boolean }>("/api/coalition")).body.fictional).toBe(true);
  for (const language of ["en", "fr", "ar"]) {
    const { people: named } = (await t.get<{ people: { login: string; comesFor: { language: string } }[] }>("/api/demonstration", undefined, language)).body;
    expect(named.map((p) => p.login)).toEqual(Object.values(logins));
    expect(named.map((p) => p.comesFor.language)).toEqual(named.map(() => language));
  }
  const roles = await Promise.all(Object.values(people).map(async (as) => (await t.get<{ viewer: { roles: { role: string }[] } }>("/api/session", as)).body.viewer.roles[0]?.role));
  expect(roles).toEqual(["officer", "focal-point", "analyst", "compliance-officer"]);
});

test("nobody else gets in that way: not a desk that reports, not a name that nobody has", async () => {
  for (const login of ["desk-xv", "nobody"]) expect((await t.post("/api/demonstration/session", { login })).status).toBe(404);
});
