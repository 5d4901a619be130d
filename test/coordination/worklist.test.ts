import { afterAll, beforeAll, expect, test } from "vitest";
import { GapCell } from "../../src/api/schemas/gaps.ts";
import { Worklist } from "../../src/api/schemas/worklist.ts";
import { fullWorld, month, type World } from "../picture/world.ts";
import type { SignedUp } from "../support/test-app.ts";

let w: World;
beforeAll(async () => {
  w = await fullWorld();
  await w.post("/api/needs", { needs: [{ area: "NE-2", line: "capacity", from: "2024-01", to: "2024-06", usdPerMonth: 1_000 }] }, w.tamsund);
});
afterAll(() => w.close());

const list = async (query = "", as: SignedUp = w.orvelle) => Worklist.parse((await w.get(`/api/worklist${query}`, as)).body);
const keyOf = (i: Worklist["items"][number]): string => (i.kind === "overlap" ? `${i.overlap.a.id} ${i.overlap.b.id}` : i.kind === "gap" ? `${i.gap.area.code} ${i.gap.line}` : i.kind === "conflict" ? i.conflict.claimsHref : i.kind === "act" ? i.act.id : i.import.file);
type Item = Worklist["items"][number];
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
  const gaps = await list("?kind=gap&limit=200");
  expect([keyOf(gaps.items[0] as Item), gaps.items[0]?.state]).toEqual(["NE-2 capacity", "returned"]);
  expect(gaps.sections.find((s) => s.kind === "gap")).toMatchObject({ returned: 1, open: gaps.items.length });
  const [first] = (await list("?limit=1")).items;
  expect(first?.kind === "gap" ? first.gap.decision?.changes : first).toMatchObject([{ kind: "new-need" }]);
  await w.post(`/api/needs/${ids[0]}/withdraw`, { reason: "entered twice" }, w.tamsund);
  expect(GapCell.parse((await w.get("/api/gaps/NE-2/capacity", w.orvelle)).body).decision?.holds).toBe(true);
});

test("a gap that is ranked by violence returns when the violence rises; told again as it was, it holds", async () => {
  const path = "/api/gaps/NG-YO/all";
  const made = GapCell.parse((await w.post(`${path}/decision`, { outcome: "requested", of: w.id("member", "tamsund") }, w.officer)).body);
  expect(made.decision).toMatchObject({ holds: true, about: { threat: { events: 4, deaths: 9, country: "NG" } } });
  const decision = async () => GapCell.parse((await w.get(path, w.officer)).body).decision;
  const told = (deaths: number) => w.threat("another count", [{ area: "NG-YO", month: month("2024-03"), events: 3, deaths }]);
  await told(5);
  expect(await decision()).toMatchObject({ holds: true });
  await told(14);
  expect(await decision()).toMatchObject({ holds: false, changes: [{ kind: "violence" }] });
  expect((await list("?kind=gap&limit=200", w.officer)).items.find((i) => keyOf(i) === "NG-YO null")?.state).toBe("returned");
  await told(5);
  expect(await decision()).toMatchObject({ holds: true });
});

test("a file of one's own with something set aside waits until it is brought again and nothing is; nobody else is told of it", async () => {
  await expect(w.brought("faulty.csv", "identifier,title,countries\nXZ-1,,NE", w.orvelle, false)).rejects.toThrow("faulty.csv");
  expect((await list("?kind=import")).items.map(keyOf)).toEqual(["faulty.csv"]);
  expect((await list("?kind=import", w.tamsund)).items).toEqual([]);
});

test("narrowed to a member: its pairs, the gaps where it asks, what its decisions or requests name; nobody's list holds what others' does not", async () => {
  const of = (name: string) => `?of=${w.id("member", name)}&limit=200`;
  const [all, asked] = [await list("?limit=200"), await list(of("tamsund"))];
  expect(asked.items.map(keyOf)).toEqual(all.items.map(keyOf).filter((key) => asked.items.some((i) => keyOf(i) === key)));
  expect(asked.items.length).toBeLessThan(all.items.length);
  expect(asked.items.filter((i) => i.kind === "gap").map(keyOf).every((key) => key.startsWith("NE-2 "))).toBe(true);
  for (const s of asked.sections) expect([s.kind, s.open]).toEqual([s.kind, asked.items.filter((i) => i.kind === s.kind).length]);
  expect((await list(`${of("orvelle")}&show=decided`)).items.map(keyOf)).toEqual(["NE-2 capacity"]);
  expect((await w.get("/api/worklist?of=00000000-0000-4000-8000-000000000000", w.orvelle)).status).toBe(404);
});

test("what another person of one's side proposed waits for a second one; whoever proposed it does not wait for themselves, and nobody else is told", async () => {
  const source = (await w.post<{ id: string }>("/api/sources", { title: "Minutes, twice", marking: "TLP:GREEN" }, w.orvelle)).body.id;
  const proposed = (await w.post<{ id: string }>("/api/acts", { kind: "delete-source", subject: { kind: "source", id: source }, reason: "entered twice" }, w.orvelle)).body.id;
  const second = await w.signedUp("focal-point", "orvelle");
  expect((await list("?kind=act", second)).items).toMatchObject([{ kind: "act", state: "waiting", act: { id: proposed, reason: "entered twice", mayDecide: true } }]);
  expect(keyOf((await list("", second)).items[0] as Item)).toBe(proposed);
  expect((await list("?kind=act", w.orvelle)).items).toEqual([]);
  expect(open(await list("", w.tamsund), "act")).toBe(0);
});
