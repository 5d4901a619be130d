import { afterAll, beforeAll, expect, test } from "vitest";
import { GapCell } from "../../src/api/schemas/gaps.ts";
import { Worklist } from "../../src/api/schemas/worklist.ts";
import { fullWorld, type World } from "../picture/world.ts";
import type { SignedUp } from "../support/test-app.ts";

let w: World;
beforeAll(async () => {
  w = await fullWorld();
  await w.post("/api/needs", { needs: [{ area: "NE-2", line: "capacity", from: "2024-01", to: "2024-06", usdPerMonth: 1_000 }] }, w.tamsund);
});
afterAll(() => w.close());

const list = async (query = "", as: SignedUp = w.orvelle) => Worklist.parse((await w.get(`/api/worklist${query}`, as)).body);
const keyOf = (i: Worklist["items"][number]): string => (i.kind === "overlap" ? `${i.overlap.a.id} ${i.overlap.b.id}` : i.kind === "gap" ? `${i.gap.area.code} ${i.gap.line}` : i.kind === "conflict" ? i.conflict.claimsHref : i.import.file);
const open = (l: Worklist, kind: string) => l.sections.find((s) => s.kind === kind)?.open;

test("the public has no worklist", async () => {
  expect(await w.get("/api/worklist")).toMatchObject({ status: 401, body: { code: "sign-in-needed" } });
});

test("one list holds every kind, in one order, and its pages follow one another and end", async () => {
  const whole = await list("?limit=200");
  expect(new Set(whole.items.map((i) => i.kind))).toEqual(new Set(["overlap", "gap", "conflict"]));
  expect(whole.items.every((i) => i.state === "waiting")).toBe(true);
  for (const s of whole.sections) expect([s.kind, s.open]).toEqual([s.kind, whole.items.filter((i) => i.kind === s.kind).length]);
  const seen: string[] = [];
  let next: string | null = "";
  while (next !== null) {
    const page: Worklist = await list(`?limit=3${next === "" ? "" : `&cursor=${encodeURIComponent(next)}`}`);
    seen.push(...page.items.map(keyOf));
    next = page.next;
  }
  expect(seen).toEqual(whole.items.map(keyOf));
  expect((await list("?kind=gap&limit=200")).items.map(keyOf)).toEqual(whole.items.filter((i) => i.kind === "gap").map(keyOf));
});

test("what is decided leaves the list and is found among the decided; taken back, it is there again", async () => {
  const before = await list("?kind=overlap");
  const [first] = before.items;
  const pair = first?.kind === "overlap" ? first.overlap : undefined;
  const path = `/api/overlaps/${pair?.a.id}/${pair?.b.id}/decision`;
  const made = (await w.post<{ decision: { id: string } }>(path, { outcome: "complementary" }, w.orvelle)).body;
  const after = await list("?kind=overlap");
  expect(after.items.map(keyOf)).toEqual(before.items.map(keyOf).slice(1));
  expect(open(after, "overlap")).toBe((open(before, "overlap") ?? 0) - 1);
  expect((await list("?show=decided")).items).toMatchObject([{ kind: "overlap", state: "decided", overlap: { decision: { outcome: "complementary" } } }]);
  await w.post(`${path}/withdraw`, { decision: made.decision.id }, w.orvelle);
  expect((await list("?kind=overlap")).items.map(keyOf)).toEqual(before.items.map(keyOf));
});

test("a gap is taken up by a member for itself, with what it undertakes; a body asks others", async () => {
  const path = "/api/gaps/NE-2/capacity/decision";
  expect((await w.post(path, { outcome: "taken-up" }, w.officer)).status).toBe(400);
  expect((await w.post(path, { outcome: "accepted" }, w.officer)).status).toBe(400);
  expect((await w.post(path, { outcome: "requested", amountUsd: 5 }, w.officer)).status).toBe(400);
  expect((await w.post(path, { outcome: "taken-up", due: "soon" }, w.orvelle)).status).toBe(400);
  const asked = GapCell.parse((await w.post(path, { outcome: "requested", of: w.id("member", "orvelle") }, w.officer)).body);
  expect(asked.decision).toMatchObject({ outcome: "requested", lead: { id: w.id("member", "orvelle") }, holds: true });
  const taken = GapCell.parse((await w.post(path, { outcome: "taken-up", amountUsd: 600, due: "2025-06", basedOn: asked.decision?.id }, w.orvelle)).body);
  expect(taken.decision).toMatchObject({ outcome: "taken-up", amountUsd: 600, due: "2025-06", lead: { id: w.id("member", "orvelle") }, mine: true, holds: true });
  expect(taken.decision?.about.needUsd).toBeCloseTo(taken.need?.usd ?? 0, 6);
  expect((await list("?kind=gap&limit=200")).items.map(keyOf)).not.toContain("NE-2 capacity");
});

test("a gap returns when a need comes or goes, and says so", async () => {
  const ids = (await w.post<{ ids: string[] }>("/api/needs", { needs: [{ area: "NE-2", line: "capacity", from: "2024-02", to: "2024-03", usdPerMonth: 10 }] }, w.tamsund)).body.ids;
  const cell = GapCell.parse((await w.get("/api/gaps/NE-2/capacity", w.orvelle)).body);
  expect(cell.decision).toMatchObject({ holds: false, changes: [{ kind: "new-need" }] });
  expect((await list("?kind=gap&limit=200")).items.find((i) => keyOf(i) === "NE-2 capacity")?.state).toBe("returned");
  await w.post(`/api/needs/${ids[0]}/withdraw`, { reason: "entered twice" }, w.tamsund);
  expect(GapCell.parse((await w.get("/api/gaps/NE-2/capacity", w.orvelle)).body).decision?.holds).toBe(true);
});

test("a file of one's own with something set aside waits until it is brought again and nothing is; nobody else is told of it", async () => {
  await expect(w.brought("faulty.csv", "identifier,title,countries\nXZ-1,,NE", w.orvelle, false)).rejects.toThrow("faulty.csv");
  expect((await list("?kind=import")).items.map(keyOf)).toEqual(["faulty.csv"]);
  expect((await list("?kind=import", w.tamsund)).items).toEqual([]);
});
