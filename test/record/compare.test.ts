import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { ComparedDays, RecordHistory } from "../../src/api/schemas/history.ts";
import { SourcePage } from "../../src/api/schemas/sources.ts";
import { type SignedUp, type TestApp, testApp } from "../support/test-app.ts";

let t: TestApp;
let officer: SignedUp;
let tamsund: SignedUp;
let compact: string;

beforeAll(async () => {
  t = await testApp();
  officer = await t.signedUp("secretariat", "upper-basin");
  tamsund = await t.signedUp("focal-point", "tamsund");
  compact = t.id("body", "compact");
});
afterAll(() => t.close());

type Compared = z.infer<typeof ComparedDays>;
const compare = async (query: string, as?: SignedUp, id = compact): Promise<Compared> => ComparedDays.parse((await t.get(`/api/records/${id}/compare?${query}`, as)).body);
const today = () => t.app.now().toISOString().slice(0, 10);

test("in the world's time each that hangs on a body stands as its dates have it on each of the two days", async () => {
  const seen = await compare(`from=1900-01-01&to=${today()}`);
  expect(seen).toMatchObject({ time: "world", from: "1900-01-01", to: today(), fields: [] });
  const joined = seen.states.filter((s) => s.about.kind === "membership");
  expect(joined.length).toBeGreaterThan(0);
  expect(joined.every((s) => s.from !== "yes")).toBe(true);
  expect(joined.some((s) => s.to === "yes" && s.differs)).toBe(true);
  const same = await compare(`from=${today()}&to=${today()}`);
  expect(same.states.some((s) => s.differs)).toBe(false);
});

test("what was known is another question: before it was brought in nothing was, whatever day it tells of", async () => {
  const seen = await compare(`time=known&from=2001-01-01&to=${today()}`);
  expect(seen.states).toEqual([]);
  const founded = seen.fields.find((f) => f.about.id === compact && f.field === "founded");
  expect(founded).toMatchObject({ from: { values: [], proof: "unknown" }, differs: true });
  expect(founded?.to.values).toHaveLength(1);
  const same = await compare(`time=known&from=${today()}&to=${today()}`);
  expect(same.fields.length).toBeGreaterThan(0);
  expect(same.fields.every((f) => !f.differs && f.about.id === compact)).toBe(true);
});

test("a claim that was withdrawn was known until then", async () => {
  const made = await t.post<z.infer<typeof SourcePage>>("/api/sources", { title: "A letter", language: "en", marking: "TLP:CLEAR" }, officer);
  const source = SourcePage.parse(made.body).id;
  const stated = await t.post<{ claims: { id: string; source: { id: string } }[] }>("/api/claims", { record: compact, field: "ended", value: { text: "2025-01-01" }, source, confidence: "reported", marking: "TLP:CLEAR" }, officer);
  const claim = stated.body.claims.find((c) => c.source.id === source)?.id as string;
  await t.post(`/api/claims/${claim}/withdraw`, { reason: "Misread." }, officer);
  await t.app.store.system(null, async (writer) => {
    await writer.db.updateTable("claim").set({ created_at: new Date("2025-06-01T10:00:00Z"), withdrawn_at: new Date("2025-07-01T10:00:00Z") }).where("id", "=", claim).execute();
  });
  const seen = await compare(`time=known&from=2025-06-15&to=${today()}`);
  expect(seen.fields.find((f) => f.about.id === compact && f.field === "ended")).toMatchObject({ from: { values: [{ edtf: "2025-01-01" }] }, to: { values: [] }, differs: true });
});

test("what a holder keeps to itself is in no other's comparison, as of no day", async () => {
  const orvelle = await t.signedUp("focal-point", "orvelle");
  const made = await t.post<z.infer<typeof SourcePage>>("/api/sources", { title: "Of our own", language: "en" }, orvelle);
  await t.post("/api/claims", { record: compact, field: "ended", value: { text: "1987-06-05" }, source: SourcePage.parse(made.body).id, confidence: "reported" }, orvelle);
  for (const time of ["world", "known"]) for (const as of [undefined, tamsund, officer]) expect(JSON.stringify(await compare(`time=${time}&from=2001-01-01&to=${today()}`, as))).not.toContain("1987-06-05");
  expect(JSON.stringify(await compare(`time=known&from=2001-01-01&to=${today()}`, orvelle))).toContain("1987-06-05");
});

test("a history is read page by page and comes to the same as read at once", async () => {
  const whole = RecordHistory.parse((await t.get(`/api/records/${compact}/history?limit=200`, officer)).body);
  const items: unknown[] = [];
  let cursor: string | null = null;
  do {
    const page: z.infer<typeof RecordHistory> = RecordHistory.parse((await t.get(`/api/records/${compact}/history?limit=3${cursor === null ? "" : `&cursor=${cursor}`}`, officer)).body);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  expect(items.length).toBeGreaterThan(3);
  expect(items).toEqual(whole.items);
  expect((await t.get(`/api/records/${compact}/history?cursor=none`, officer)).status).toBe(400);
});
