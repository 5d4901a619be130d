import { afterAll, beforeAll, expect, test } from "vitest";
import { Initiative, InitiativeList } from "../../src/api/schemas/initiatives.ts";
import { fullWorld, type World } from "./world.ts";

let w: World;
beforeAll(async () => {
  w = await fullWorld();
});
afterAll(() => w.close());

const list = async (query = ""): Promise<InitiativeList> => InitiativeList.parse((await w.get(`/api/initiatives?limit=200&${query}`)).body);
const titles = async (query: string) => (await list(query)).items.map((i) => i.title.text);

test("the list holds every initiative, also those on no line and of unknown budget", async () => {
  const all = await list();
  expect(all.total).toBe(16);
  expect(all.items.at(0)).toMatchObject({ usd: 1_000, reports: 3, tlp: "TLP:CLEAR" });
  expect(all.items.filter((i) => i.usd === null).map((i) => i.title.text).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(["Training in Maradi", "Training in Tahoua"]);
  expect(all.facets.budget).toEqual({ known: 14, unknown: 2 });
  expect(all.facets.lines.find((l) => l.line === "other")).toEqual({ line: "other", initiatives: 1 });
});

test("unknown money comes last, whichever way one looks, and is never sorted as zero", async () => {
  expect((await list("sort=-money")).items.map((i) => i.usd).slice(-3)).toEqual([12, null, null]);
  expect(await titles("budget=unknown&sort=title")).toEqual(["Training in Maradi", "Training in Tahoua"]);
});

test("filters: line, country, area, reporter, status, months", async () => {
  expect(await titles("line=other")).toEqual(["Clinics"]);
  expect((await list("country=NG")).total).toBe(3);
  expect((await list("area=NE-2")).total).toBe(3);
  expect(await titles("status=1")).toEqual(["Dosso in autumn"]);
  const atlas = (await list()).facets.reporters.find((r) => r.reporter.code === "XT-1");
  expect((await list(`member=${atlas?.reporter.id}`)).total).toBe(2);
  expect(await titles("from=2026-01&to=2026-02")).toEqual(["Niamey network"]);
});

test("words are found in any title, identifier or party, whatever their case and accents", async () => {
  expect(await titles("q=DIGUES")).toEqual([]);
  expect(await titles("q=dykes%20AGADEZ")).toEqual(["Dykes of Agadez"]);
  expect(await titles("q=xf-1-chain")).toEqual(["Dykes of Agadez"]);
  expect(await titles("q=distant")).toEqual(["Justice seen from afar in Niamey"]);
  expect((await list("q=%25")).total).toBe(16);
});

test("an initiative says what is assumed, planned and not known", async () => {
  const page = async (id: string) => Initiative.parse((await w.get(`/api/initiatives/${await w.initiative(id)}`)).body);
  expect((await page("XC-1-open")).months).toEqual({ from: "2024-01", to: "2026-12", assumed: true });
  expect((await page("XC-1-open")).end).toMatchObject({ value: null, state: "unknown", sources: 0 });
  expect((await page("XC-1-health")).lines).toMatchObject([{ line: "other", share: 1 }]);
  expect((await page("XB-1-country")).places).toMatchObject([{ area: { code: "NE", level: 0 }, how: "country" }]);
  const split = await page("XD-1-split");
  expect(split.places.map((p) => [p.area?.code, p.share])).toEqual([["NE-6", 0.75], ["NG-BO", 0.25]]);
  expect(split.lines.map((l) => [l.line, l.share, l.from])).toEqual([["counter-finance", 0.5, "stated"], ["resilience", 0.5, "stated"]]);
  expect((await page("XB-1-norate")).money.statements).toMatchObject([{ stated: { amount: "700", currency: "PLN" }, usd: null, rate: null, counts: false, whyNot: "no-rate" }]);
  expect((await w.get(`/api/initiatives/${crypto.randomUUID()}`)).status).toBe(404);
});
