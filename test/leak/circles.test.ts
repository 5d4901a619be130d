import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import type { Circle, CircleList, MarkedAs, WhyRecord } from "../../src/api/schemas/circles.ts";
import type { AuditList } from "../../src/api/schemas/history.ts";
import type { InitiativeList } from "../../src/api/schemas/initiatives.ts";
import type { MeetingPage } from "../../src/api/schemas/record.ts";
import { goneOn, type SignedUp, type TestApp, testApp } from "../support/test-app.ts";
import { csv, imported } from "./cast.ts";

let t: TestApp;
let orvelle: SignedUp;
let tamsund: SignedUp;
let wardens: SignedUp;
let officer: SignedUp;
beforeAll(async () => {
  t = await testApp();
  [orvelle, tamsund, wardens, officer] = [await t.signedUp("focal-point", "orvelle"), await t.signedUp("focal-point", "tamsund"), await t.signedUp("observer", "warden-union"), await t.signedUp("secretariat", "upper-basin")];
});
afterAll(() => t?.close());

const member = (key: string) => t.id("member", key);
async function put<T>(path: string, body: unknown, as: SignedUp): Promise<{ status: number; body: T }> {
  const response = await t.api.request(path, { method: "PUT", headers: { ...as.headers, "content-type": "application/json" }, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as T };
}
type CircleAnswer = z.infer<typeof Circle>;
const circles = async (as: SignedUp) => (await t.get<z.infer<typeof CircleList>>("/api/circles", as)).body.items;
const titles = async (as?: SignedUp) => (await t.get<z.infer<typeof InitiativeList>>("/api/initiatives?limit=200", as)).body.items.map((i) => i.title.text).sort();

test("what is shared with a circle is read by who is in it, from then on and only as long", async () => {
  const made = await t.post<CircleAnswer>("/api/circles", { name: "Upstream", holders: [member("tamsund")] }, orvelle);
  expect(made.body).toMatchObject({ name: "Upstream", mine: true, owner: { id: member("orvelle") }, holders: [{ id: member("tamsund"), name: { text: "Tamsund" } }] });
  expect((await circles(tamsund)).map((c) => [c.name, c.mine])).toEqual([["Upstream", false]]);
  expect(await circles(wardens)).toEqual([]);
  expect((await t.get("/api/circles")).status).toBe(401);

  const job = await imported(t, orvelle, "kept.csv", csv(["OV-10", "OV", "Kept", 5, "NE-8", "capacity"]), false);
  expect([await titles(orvelle), await titles(tamsund), await titles()]).toEqual([["Kept"], [], []]);
  const marked = await put<z.infer<typeof MarkedAs>>(`/api/imports/${job}/marking`, { tlp: "TLP:AMBER", circle: made.body.id }, orvelle);
  expect(marked.body).toEqual({ id: job, marking: { tlp: "TLP:AMBER", openTo: { kind: "circle", names: [{ text: "Upstream", language: "und" }] } } });
  expect([await titles(tamsund), await titles(wardens), await titles(officer), await titles()]).toEqual([["Kept"], [], [], []]);
  // The import itself, and how it went, stays with its owner.
  expect((await t.get(`/api/imports/${job}`, tamsund)).status).toBe(404);

  expect((await put<CircleAnswer>(`/api/circles/${made.body.id}/holders`, { holders: [member("warden-union")] }, orvelle)).body.holders.map((h) => h.id)).toEqual([member("warden-union")]);
  expect([await titles(tamsund), await titles(wardens)]).toEqual([[], ["Kept"]]);
  expect((await put(`/api/circles/${made.body.id}/holders`, { holders: [] }, tamsund)).status).toBe(404);
  expect((await put(`/api/circles/${made.body.id}/holders`, { holders: [] }, wardens)).status).toBe(403);

  const acts = (await t.get<z.infer<typeof AuditList>>("/api/audit?limit=200", orvelle)).body.items.map((e) => e.act);
  expect(acts).toEqual(expect.arrayContaining(["make-circle", "mark-import", "set-circle-holders"]));
  expect((await t.get<z.infer<typeof AuditList>>("/api/audit?limit=200", tamsund)).body.items.map((e) => e.act)).not.toEqual(expect.arrayContaining(["make-circle"]));
});

test("a marking becomes no wider, and a circle is one's own", async () => {
  const own = (await t.post<CircleAnswer>("/api/circles", { name: "Downstream" }, tamsund)).body.id;
  const { id: source } = (await t.post<{ id: string }>("/api/sources", { title: "A note", marking: "TLP:GREEN" }, orvelle)).body;
  const mark = async (tlp: string, circle: string | null, as = orvelle) => (await put<{ code?: string }>(`/api/sources/${source}/marking`, { tlp, circle }, as)).status;
  expect(await mark("TLP:CLEAR", null)).toBe(400);
  expect(await mark("TLP:AMBER", own)).toBe(403);
  expect(await mark("TLP:AMBER", null, tamsund)).toBe(403);
  expect(await mark("TLP:AMBER", null)).toBe(200);
  expect((await t.get(`/api/sources/${source}`, tamsund)).status).toBe(404);
  expect(await mark("TLP:AMBER", null, tamsund)).toBe(404);
  expect(await mark("TLP:GREEN", null)).toBe(400);
  expect(await mark("TLP:AMBER+STRICT", null)).toBe(200);
  expect((await t.post("/api/circles", { name: "Downstream" }, tamsund)).status).toBe(409);
  expect((await t.post("/api/circles", { name: "Downstream" }, orvelle)).status).toBe(200);
  expect((await t.post("/api/circles", { name: "No right" }, wardens)).status).toBe(403);
  expect((await t.post("/api/circles", { name: "Of meetings", holders: [t.id("source", "charter")] }, orvelle)).status).toBe(404);
});

test("an import may be shared from the start", async () => {
  const { id: circle } = (await t.post<CircleAnswer>("/api/circles", { name: "Midstream", holders: [member("tamsund")] }, orvelle)).body;
  const answer = await t.api.request(`/api/imports?name=shared.csv&circle=${circle}`, { method: "POST", headers: { ...orvelle.headers, "content-type": "application/octet-stream" }, body: csv(["OV-11", "OV", "Shared", 5, "NE-8", "capacity"]) });
  expect([answer.status, (await answer.json()).marking.openTo]).toEqual([202, { kind: "circle", names: [{ text: "Midstream", language: "und" }] }]);
  const refused = await t.api.request(`/api/imports?name=shared.csv&publication=yes&circle=${circle}`, { method: "POST", headers: { ...orvelle.headers, "content-type": "application/octet-stream" }, body: csv(["OV-12", "OV", "Both", 5, "NE-8", "capacity"]) });
  expect(refused.status).toBe(400);
});

test("why one may see a record is told by the rule that opened it", async () => {
  const { id: source } = (await t.post<{ id: string }>("/api/sources", { title: "Minutes", marking: "TLP:CLEAR" }, orvelle)).body;
  const meet = async (marking: string) => (await t.post<z.infer<typeof MeetingPage>>("/api/meetings", { body: t.id("body", "upper-basin"), source, marking, meeting: [{ field: "date", text: "2025-01-01", confidence: "reported" }], delegations: [], undertakings: [], counts: [] }, orvelle)).body.id;
  const why = async (record: string, as?: SignedUp) => { const { status, body } = await t.get<z.infer<typeof WhyRecord>>(`/api/records/${record}/why`, as); return status === 200 ? [body.code, body.through?.name.text ?? null] : status; };
  const [green, amber] = [await meet("TLP:GREEN"), await meet("TLP:AMBER")];
  expect([await why(member("orvelle")), await why(member("orvelle"), tamsund)]).toEqual([["clear", null], ["clear", null]]);
  expect([await why(green), await why(green, tamsund), await why(green, orvelle)]).toEqual([404, ["in-coalition", "Tamsund"], ["acts-for-owner", "Orvelle"]]);
  expect([await why(amber, tamsund), await why(amber, orvelle)]).toEqual([404, ["acts-for-owner", "Orvelle"]]);
  const { id: circle } = (await t.post<CircleAnswer>("/api/circles", { name: "Minutes", holders: [member("tamsund"), t.id("body", "upper-basin")] }, orvelle)).body;
  await put(`/api/records/${amber}/marking`, { tlp: "TLP:AMBER", circle }, orvelle);
  expect([await why(amber, tamsund), await why(amber, wardens), await why(amber, officer)]).toEqual([["in-circle", "Tamsund"], 404, ["in-circle", "Upper Basin Group"]]);
});

test("an officer who looks as a member sees what both may see, and writes nothing", async () => {
  const [withBoth, withMember, withOfficer] = [[member("tamsund"), t.id("body", "upper-basin")], [member("tamsund")], [t.id("body", "upper-basin")]];
  const source = async (title: string, holders: string[] | null, as = orvelle, marking = "TLP:AMBER") => {
    const { id } = (await t.post<{ id: string }>("/api/sources", { title, marking }, as)).body;
    if (holders !== null) await put(`/api/sources/${id}/marking`, { tlp: marking, circle: (await t.post<CircleAnswer>("/api/circles", { name: `for ${title}`, holders }, as)).body.id }, as);
    return id;
  };
  await source("Look: both", withBoth);
  await source("Look: member only", withMember);
  await source("Look: officer only", withOfficer);
  await source("Look: the coalition", null, orvelle, "TLP:GREEN");
  await source("Look: the officer's own", null, officer);
  await source("Look: the officer's own, shared", withMember, officer);
  await source("Look: the member's own", null, tamsund);
  const seen = async (as: SignedUp) => (await t.get<{ items: { title: string }[] }>("/api/sources?q=Look:&limit=200", as)).body.items.map((s) => s.title.slice(6)).sort();
  const [bySelf, byMember] = [await seen(officer), await seen(tamsund)];
  expect((await put("/api/session/looking-as", { member: member("tamsund") }, orvelle)).status).toBe(403);
  // the session goes on under a new secret
  const look = async (to: string | null) => {
    const answer = await t.api.request("/api/session/looking-as", { method: "PUT", headers: { ...officer.headers, "content-type": "application/json" }, body: JSON.stringify({ member: to }) });
    expect(answer.status).toBe(200);
    officer = goneOn(officer, answer);
  };
  await look(member("tamsund"));
  const both = await seen(officer);
  expect(both).toEqual(bySelf.filter((title) => byMember.includes(title)));
  expect(both).toEqual(["both", "the coalition", "the officer's own, shared"]);
  expect(new Set((await circles(officer)).map((c) => `${c.name} ${c.mine}`))).toEqual(new Set(["Minutes false", "for Look: both false", "for Look: the officer's own, shared false"]));
  const why = await t.get<z.infer<typeof WhyRecord>>(`/api/records/${member("orvelle")}/why`, officer);
  expect(why.body.lookingAs).toBe(true);

  const body = { title: "Look: written meanwhile" };
  const refused = [
    (await t.post("/api/sources", body, officer)).status, (await t.post("/api/circles", { name: "Meanwhile" }, officer)).status, (await t.post("/api/tokens", { name: "Meanwhile" }, officer)).status,
    (await t.post("/api/invitations", { name: "Meanwhile", role: "observer", holder: member("tamsund") }, officer)).status,
    (await t.api.request("/api/imports?name=a.csv", { method: "POST", headers: { ...officer.headers, "content-type": "application/octet-stream" }, body: csv(["X", "X", "X", 1, "NE-8", "capacity"]) })).status,
  ];
  expect(refused).toEqual([403, 403, 403, 403, 403]);
  await look(null);
  expect(await seen(officer)).toEqual(bySelf);
  expect((await t.post("/api/sources", body, officer)).status).toBe(200);
});
