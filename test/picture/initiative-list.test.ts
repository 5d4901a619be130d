import { afterAll, beforeAll, expect, test } from "vitest";
import { InitiativeList } from "../../src/api/schemas/initiatives.ts";
import { sortKeys } from "../../src/app/picture/list-order.ts";
import { fullWorld, type World } from "./world.ts";

let w: World;
beforeAll(async () => {
  w = await fullWorld();
});
afterAll(() => w.close());

const list = async (query = "", as = w.orvelle): Promise<InitiativeList> => InitiativeList.parse((await w.get(`/api/initiatives?limit=200&${query}`, as)).body);
const idsOf = (found: InitiativeList) => found.items.map((i) => i.id);

test("every column sorts, both ways, over the same rows, and what is not known stands last either way", async () => {
  const all = idsOf(await list()).sort();
  expect(all.length).toBeGreaterThan(5);
  for (const key of sortKeys) {
    const [up, down] = [await list(`sort=${key}`), await list(`sort=-${key}`)];
    expect([key, idsOf(up).sort(), idsOf(down).sort()]).toEqual([key, all, all]);
  }
  const money = async (sort: string) => (await list(`sort=${sort}`)).items.map((i) => i.usd);
  const [up, down] = [await money("money"), await money("-money")];
  const stated = up.filter((usd) => usd !== null);
  expect(stated).toEqual(stated.toSorted((a, b) => a - b));
  expect(down.filter((usd) => usd !== null)).toEqual(stated.toReversed());
  expect([up, down].map((one) => one.findIndex((usd) => usd === null))).toEqual([stated.length, stated.length]);
  const title = (await list("sort=title")).items.map((i) => i.title.text);
  expect(title).toEqual(title.toSorted(new Intl.Collator("en").compare));
});

test("a list that is turned page by page holds each row once, in one order", async () => {
  const whole = idsOf(await list("sort=title"));
  const turned: string[] = [];
  for (let cursor: string | null = "0"; cursor !== null; ) {
    const page: InitiativeList = InitiativeList.parse((await w.get(`/api/initiatives?limit=3&sort=title&cursor=${cursor}`, w.orvelle)).body);
    turned.push(...idsOf(page));
    cursor = page.next;
  }
  expect(turned).toEqual(whole);
});

test("a count of the list is the number of rows that its filter finds", async () => {
  const { facets, total } = await list();
  const counts = [
    ...facets.lines.map((f) => [`line=${f.line}`, f.initiatives]), ...facets.countries.map((f) => [`country=${f.code}`, f.initiatives]), ...facets.areas.map((f) => [`area=${f.area.code}`, f.initiatives]),
    ...facets.reporters.map((f) => [`member=${f.reporter.id}`, f.initiatives]), ...facets.statuses.map((f) => [`status=${f.status}`, f.initiatives]), ...facets.markings.map((f) => [`tlp=${f.tlp}`, f.initiatives]),
    ...facets.years.map((f) => [`from=${f.year}-01&to=${f.year}-12`, f.initiatives]), ["budget=known", facets.budget.known], ["budget=unknown", facets.budget.unknown],
  ] as const;
  expect(new Set(counts.map(([query]) => String(query).split("=")[0]))).toEqual(new Set(["line", "country", "area", "member", "status", "tlp", "from", "budget"]));
  for (const [query, initiatives] of counts) expect([query, (await list(String(query))).total]).toEqual([query, initiatives]);
  expect(facets.budget.known + facets.budget.unknown).toBe(total);
  expect(facets.markings.reduce((n, f) => n + f.initiatives, 0)).toBe(total);
  expect(facets.areasInAll).toBe(facets.areas.length);
});

test("values of one kind are alternatives, kinds narrow one another", async () => {
  const { facets } = await list();
  const [a, b] = facets.countries;
  const both = idsOf(await list(`country=${a?.code}&country=${b?.code}`));
  expect(new Set(both)).toEqual(new Set([...idsOf(await list(`country=${a?.code}`)), ...idsOf(await list(`country=${b?.code}`))]));
  const known = idsOf(await list(`country=${a?.code}&budget=known`));
  expect(known).toEqual(idsOf(await list(`country=${a?.code}`)).filter((id) => known.includes(id)));
});

test("an end before its start is told, and so is a sort that no column has", async () => {
  expect((await w.get("/api/initiatives?from=2024-05&to=2024-01", w.orvelle)).status).toBe(400);
  expect((await w.get("/api/initiatives?sort=colour", w.orvelle)).status).toBe(400);
});
