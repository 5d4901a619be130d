import { afterAll, beforeAll, expect, test } from "vitest";
import { GapCell } from "../../src/api/schemas/gaps.ts";
import { UndertakingPage } from "../../src/api/schemas/record-scenes.ts";
import { fullWorld, type World } from "../picture/world.ts";

let w: World;
beforeAll(async () => {
  w = await fullWorld();
  await w.post("/api/needs", { needs: [{ area: "NE-2", line: "capacity", from: "2024-01", to: "2024-06", usdPerMonth: 1_000 }] }, w.tamsund);
});
afterAll(() => w.close());

const path = "/api/gaps/NE-2/capacity/decision";
const decide = async (body: object, to = path) => { const a = await w.post(to, body, w.orvelle); if (a.status !== 200) throw new Error(JSON.stringify(a)); return GapCell.parse(a.body).decision; };
const page = async (id: string, as = w.tamsund) => UndertakingPage.parse((await w.get(`/api/undertakings/${id}`, as)).body);
const listed = async (as = w.tamsund) => ((await w.get<{ items: { id: string }[] }>("/api/undertakings", as)).body.items.map((u) => u.id));

test("what a member takes up is an undertaking of the record: whose, what, on which line, how much, until when, from the decision; taken back, it is given up and stays", async () => {
  const made = await decide({ outcome: "taken-up", amountUsd: 600.5, due: "2025-06" });
  const id = made?.undertaking ?? "";
  const shown = await page(id);
  expect(shown).toMatchObject({
    what: { value: expect.stringMatching(/^Diffa \(NE-2\) · capacity · \d{4}-\d{2}\/\d{4}-\d{2}$/) }, line: { value: "capacity" }, amount: { value: { amount: "600.5", currency: "USD" } },
    due: { value: "2025-06" }, state: "open", byMembers: { value: [{ id: w.id("member", "orvelle") }] },
  });
  expect(await listed()).toContain(id);
  const member = (await w.get<{ undertakings: { id: string }[] }>(`/api/members/${w.id("member", "orvelle")}`, w.tamsund)).body;
  expect(member.undertakings.map((u) => u.id)).toContain(id);
  await w.post(`${path}/withdraw`, { decision: made?.id, reason: "no money left" }, w.orvelle);
  expect(await page(id)).toMatchObject({ state: "dropped", dropped: { value: "2024-06-15" }, amount: { value: { amount: "600.5" } } });
});

test("what is replaced by another decision of the same side is given up; the new one is an undertaking of its own", async () => {
  const first = await decide({ outcome: "taken-up", amountUsd: 100 });
  const second = await decide({ outcome: "taken-up", amountUsd: 200, basedOn: first?.id });
  expect(first?.undertaking).not.toBe(second?.undertaking);
  expect([(await page(first?.undertaking ?? "")).state, (await page(second?.undertaking ?? "")).state]).toEqual(["dropped", "undated"]);
  const third = await decide({ outcome: "accepted", reason: "next year", basedOn: second?.id });
  expect(third?.undertaking).toBeNull();
  expect((await page(second?.undertaking ?? "")).state).toBe("dropped");
});

test("kept for one's own side, it is seen by nobody else", async () => {
  await w.post("/api/needs", { needs: [{ area: "NE-7", line: "stabilisation", from: "2024-01", to: "2024-06", usdPerMonth: 9_000 }] }, w.tamsund);
  const made = await decide({ outcome: "taken-up", marking: "TLP:AMBER" }, "/api/gaps/NE-7/stabilisation/decision");
  const id = made?.undertaking ?? "";
  expect((await page(id, w.orvelle)).byMembers.value).toHaveLength(1);
  expect((await w.get(`/api/undertakings/${id}`, w.tamsund)).status).toBe(404);
  expect(await listed()).not.toContain(id);
});
