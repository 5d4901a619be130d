import { afterAll, beforeAll, expect, test } from "vitest";
import { GapList } from "../../src/api/schemas/gaps.ts";
import { OverlapList } from "../../src/api/schemas/overlaps.ts";
import { findingsFile } from "../../src/app/picture/export-findings.ts";
import { fullWorld, type World } from "../picture/world.ts";

let w: World;
beforeAll(async () => {
  w = await fullWorld();
  await w.post("/api/needs", { needs: [{ area: "NE-2", line: "capacity", from: "2024-01", to: "2024-06", usdPerMonth: 1_000 }], marking: "TLP:AMBER" }, w.orvelle);
});
afterAll(() => w.close());

const months = "from=2024-01&to=2024-06";
const file = async (path: string, as = w.orvelle) => {
  const answer = await w.api.request(path, { headers: as.headers });
  return { name: answer.headers.get("content-disposition") ?? "", text: await answer.text(), status: answer.status };
};
const rowsOf = (text: string) => text.trimEnd().split("\r\n").map((line) => line.replace(/^\ufeff/, "").slice(1, -1).split('","'));

test("pairs as a file are those of the list, in its order, under the list's filters, with the marking first and in the name", async () => {
  for (const filter of ["", "&kind=money", "&area=NE-7", "&decided=no"]) {
    const list = OverlapList.parse((await w.get(`/api/overlaps?${months}${filter}&limit=200`, w.orvelle)).body);
    const csv = await file(`/api/overlaps/export?${months}${filter}`);
    const [note, head, ...rows] = rowsOf(csv.text);
    expect(note?.slice(0, 4)).toEqual([list.marking.tlp, expect.stringMatching(/^open to: /), `overlaps: ${list.total}`, `listed: ${list.items.length}`]);
    expect(csv.name).toContain(`overlaps-2024-06-15-${list.marking.tlp.replace(":", "-")}.csv`);
    const at = (name: string) => head?.indexOf(name) ?? -1;
    expect(rows.map((r) => [r[at("first's id")], r[at("second's id")], r[at("contested USD")]])).toEqual(list.items.map((o) => [o.a.id, o.b.id, String(o.contestedUsd ?? "")]));
    const json = JSON.parse((await file(`/api/overlaps/export?as=json&${months}${filter}`)).text);
    expect(json).toMatchObject({ total: list.total, listed: list.items.length, notListed: 0, marking: { tlp: list.marking.tlp } });
    expect(OverlapList.shape.items.parse(json.items)).toEqual(list.items);
  }
});

test("gaps in the same manner, each viewer's own", async () => {
  for (const as of [w.orvelle, w.tamsund]) {
    const list = GapList.parse((await w.get(`/api/gaps?${months}&limit=200`, as)).body);
    const csv = await file(`/api/gaps/export?${months}`, as);
    const [note, head, ...rows] = rowsOf(csv.text);
    expect([note?.[0], note?.[2]]).toEqual([list.marking.tlp, `gaps: ${list.total}`]);
    expect(rows.map((r) => [r[head?.indexOf("area code") ?? -1], r[head?.indexOf("line") ?? -1]])).toEqual(list.items.map((g) => [g.area.code, g.line ?? "all"]));
  }
  expect((await file(`/api/gaps/export?${months}`, w.orvelle)).text).not.toBe((await file(`/api/gaps/export?${months}`, w.tamsund)).text);
});

test("what is counted and not ranked is said at the end, and no cell begins a formula", () => {
  const list: Parameters<typeof findingsFile<{ name: string }>>[4] = { items: [{ name: "=1+1" }], total: 12, basis: "commitment", marking: { tlp: "TLP:GREEN", openTo: { kind: "coalition", names: [] } } };
  const { text } = findingsFile("2024-06-15", "overlaps", "csv", { country: ["NE", "ML"] }, list, [["name", (r) => r.name]]);
  const rows = rowsOf(text);
  expect(rows[0]).toContain("country: NE, ML");
  expect(rows[2]?.[0]?.startsWith("=")).toBe(false);
  expect(rows[3]?.[0]).toContain("11 more are counted and not ranked");
});
