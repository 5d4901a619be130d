import { afterAll, beforeAll, expect, test } from "vitest";
import { InitiativeList } from "../../src/api/schemas/initiatives.ts";
import { fullWorld, type World } from "./world.ts";

let w: World;
beforeAll(async () => {
  w = await fullWorld();
});
afterAll(() => w.close());

const list = async (query: string, as = w.orvelle): Promise<InitiativeList> => InitiativeList.parse((await w.get(`/api/initiatives?limit=200&${query}`, as)).body);
const file = async (query: string, as = w.orvelle): Promise<Response> => w.api.fetch(new Request(`http://test/api/initiatives/export?${query}`, { headers: { ...as.headers, "accept-language": "en" } }));
const csv = async (query: string, as = w.orvelle): Promise<string[][]> => (await (await file(query, as)).text()).replace("\ufeff", "").trimEnd().split("\r\n").map((line) => line.slice(1, -1).split('","'));

test("the file has the rows that the list has, in its order, for every question", async () => {
  for (const query of ["", "sort=title", "sort=-updated&line=capacity", "area=NE-2&budget=known", "q=training&sort=end", "from=2024-11&to=2024-12", "q=nothing-of-the-kind"]) {
    const [shown, rows] = [await list(query), await csv(query)];
    expect([query, rows.slice(2).map(([id]) => id)]).toEqual([query, shown.items.map((i) => i.id)]);
    expect(rows[0]?.slice(0, 3)).toEqual([shown.marking.tlp, expect.stringContaining(`open to: ${shown.marking.openTo.kind}`), `initiatives: ${shown.total}`]);
  }
});

test("the file has the columns that the list shows, and the name first always", async () => {
  expect((await csv("columns=usd&columns=reports&sort=title"))[1]).toEqual(["id", "title", "USD", "money", "reports"]);
  const [, head, ...rows] = await csv("columns=overlaps&sort=title");
  expect(head).toEqual(["id", "title", "overlaps"]);
  expect(rows.map((r) => Number(r[2]))).toEqual((await list("sort=title")).items.map((i) => i.overlaps));
  expect((await file("columns=colour")).status).toBe(400);
});

test("the marking stands in the file's name, and JSON tells the same", async () => {
  const response = await file("as=json&sort=-money&line=capacity");
  const [told, shown] = [(await response.json()) as { marking: { tlp: string }; columns: string[]; filter: object; items: { id: string; usd: number | null }[] }, await list("sort=-money&line=capacity")];
  expect(response.headers.get("content-disposition")).toBe(`attachment; filename="initiatives-2024-06-15-${told.marking.tlp.replace(":", "-")}.json"`);
  expect(told.marking.tlp).toBe(shown.marking.tlp);
  expect(told.filter).toEqual({ line: "capacity", sort: "-money" });
  expect(told.items.map((i) => [i.id, i.usd])).toEqual(shown.items.map((i) => [i.id, i.usd]));
  expect(Object.keys(told.items[0] ?? {}).sort()).toEqual(["areas", "countries", "id", "lines", "months", "reporters", "reports", "title", "tlp", "usd"].sort());
});

test("who sees fewer initiatives is given fewer, under the marking of those", async () => {
  const anonymous = (await (await w.api.fetch(new Request("http://test/api/initiatives/export"))).text()).trimEnd().split("\r\n");
  const open = InitiativeList.parse((await w.get("/api/initiatives?limit=200")).body);
  expect(anonymous.length - 2).toBe(open.total);
  expect(anonymous[0]).toContain("TLP:CLEAR");
});
