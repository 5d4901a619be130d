import { afterAll, beforeAll, expect, test } from "vitest";
import { PeopleFileAnswer } from "../../src/api/schemas/door.ts";
import { MemberPage } from "../../src/api/schemas/record.ts";
import { type SignedUp, type TestApp, testApp } from "../support/test-app.ts";

let t: TestApp;
let officer: SignedUp;
beforeAll(async () => {
  t = await testApp();
  officer = await t.signedUp("secretariat", t.app.coalition.focusBodyId);
}, 120_000);
afterAll(() => t?.close());

const file = `kind,member,name,language,member_kind,body,office,from,to,position
membership,NE,,,,compact,,2026-01-01,,
member,NE,Newland,en,state,,,,,
office,OV,,,,Upper basin,co-chair,2026-02-01,,
focal-point,NE,Ana Li,,,,,,2027-12-31,"Desk officer, Foreign Ministry"
`;
const send = async (text: string, dryRun: boolean, more: object = {}, as = officer) => t.post<PeopleFileAnswerSent>("/api/people/import", { name: "people.csv", text, dryRun, ...more }, as);
type PeopleFileAnswerSent = ReturnType<typeof PeopleFileAnswer.parse> & { readonly code?: string };
const counted = async () => t.app.store.system(null, async ({ db }) => {
  const count = async (table: "record" | "claim" | "source" | "door_link" | "audit_leaf") => Number((await db.selectFrom(table).select((e) => e.fn.countAll<string>().as("n")).executeTakeFirstOrThrow()).n);
  return [await count("record"), await count("claim"), await count("source"), await count("door_link"), await count("audit_leaf")];
});

test("a dry run tells each row and writes nothing; applied, it is all there with the file as source; again, it changes nothing", async () => {

  const text = file.replace("Upper basin", "upper basin group");
  const before = await counted();
  const tried = PeopleFileAnswer.parse((await send(text, true)).body);
  expect(tried.rows.map((r) => [r.line, r.what, r.fault]), JSON.stringify(tried.rows)).toEqual([2, 3, 4, 5].map((line) => [line, "create", null]));
  expect(await counted()).toEqual(before);
  const done = PeopleFileAnswer.parse((await send(text, false, { plan: tried.plan, marking: "TLP:CLEAR" })).body);
  expect(done).toMatchObject({ applied: true, counts: { create: 4, refused: 0 } });
  const [record = 0, claim = 0, source = 0, link = 0] = await counted();
  expect([record, claim, source, link]).toEqual([(before[0] ?? 0) + 4, (before[1] ?? 0) + 6, (before[2] ?? 0) + 1, (before[3] ?? 0) + 1]);
  // seen by all whom the marking is open to, with the file as evidence
  const claims = await t.app.store.system(null, ({ db }) => db.selectFrom("claim").select(["field", "locator", "record_id"]).where("source_id", "=", done.source).execute());
  expect(claims.map((c) => `${c.locator} ${c.field}`).toSorted()).toEqual(["line 2 joined", "line 3 kind", "line 3 name", "line 4 from", "line 5 name", "line 5 position"]);
  const member = MemberPage.parse((await t.get(`/api/members/${claims.find((c) => c.locator === "line 3")?.record_id}`)).body);
  expect([member.code, member.memberships.length]).toEqual(["NE", 1]);
  // the same once more: as it stands, and not even an entry in the log
  const after = await counted();
  expect(PeopleFileAnswer.parse((await send(text, false)).body)).toMatchObject({ applied: false, counts: { create: 0, change: 0, same: 4, refused: 0 }, invitations: [] });
  expect(await counted()).toEqual(after);
  // the link that was shown once opens an account for this member, once
  const token = done.invitations[0]?.link.split("#token=")[1];
  const accept = (login: string) => t.post<{ viewer: { actsFor: { name: { text: string } } } }>("/api/invitations/accept", { token, login, password: "a long test password" });
  expect((await accept("ana-li")).body.viewer).toMatchObject({ actsFor: { name: { text: "Newland" } } });
  expect((await accept("ana-li-2")).status).toBe(410);
  expect(PeopleFileAnswer.parse((await send(text, true)).body).counts).toEqual({ create: 0, change: 0, same: 4, refused: 0 });
}, 120_000);

test("a value that differs stands beside what was, and is told as what it was and becomes", async () => {
  const text = "kind,member,body,from\nmembership,OV,compact,2019-06-01\n";
  const first = PeopleFileAnswer.parse((await send(text, false)).body);
  expect(first.rows[0]).toMatchObject({ what: "change", changes: [{ column: "from", becomes: "2019-06-01" }] });
  const then = PeopleFileAnswer.parse((await send(text.replace("06-01", "07-01"), true)).body);
  expect(then.rows[0]).toMatchObject({ what: "change", changes: [{ column: "from", was: "2019-06-01", becomes: "2019-07-01" }] });
});

test("a file with one row that is refused does nothing at all, and names line, column, found and expected", async () => {
  const before = await counted();
  const text = "kind,member,name,member_kind,body,office,from,to\nmember,QQ,Quill,state,,,,\nmembership,ZZ,,,compact,,,\nmembership,QQ,,,nowhere,,,\noffice,OV,,,compact,king,,\nmembership,QQ,,,compact,,2024-13,\noffice,OV,,,compact,chair,2025,2024\nfocal-point,QQ,Bo,,,,,soon\nmember,OV,,organisation,,,,\nmember,QR,Quorn,,,,,\nmember,QQ,Other,state,,,,\nmember,OV,x\n";
  const done = PeopleFileAnswer.parse((await send(text, false)).body);
  expect(done).toMatchObject({ applied: false, counts: { create: 1, refused: 10 } });
  expect(done.rows.map((r) => [r.line, r.fault?.column, r.fault?.found])).toEqual([
    [2, undefined, undefined], [3, "member", "ZZ"], [4, "body", "nowhere"], [5, "office", "king"], [6, "from", "2024-13"], [7, "to", "2024"], [8, "to", "soon"], [9, "member_kind", "organisation"], [10, "member_kind", ""], [11, "name", "Other"], [12, "", "3 cells"],
  ]);
  for (const row of done.rows.slice(1)) expect(row.fault?.expected).not.toBe("");
  expect(await counted()).toEqual(before);
});

test("what was tried is what is applied, or nothing", async () => {
  const text = "kind,member,body,from\nmembership,TS,compact,2019-08-01\n";
  const tried = PeopleFileAnswer.parse((await send(text, true)).body);
  await send(text, false);
  expect((await send(text, false, { plan: tried.plan })).body.code).toBe("conflict-edit");
});

test("only who manages accounts and the record may; an officer who looks as a member may not; the table of invitations takes no other row from them", async () => {
  for (const role of ["focal-point", "analyst", "auditor"]) expect((await send(file, true, {}, await t.signedUp(role, "orvelle"))).body.code).toBe("not-allowed");
  const row = (role: string, more: object = {}) => t.app.store.write(officer.secret, { act: "test" }, async (writer) => {
    if (writer.viewer.kind !== "signed-in") throw new Error("nobody");
    await writer.db.insertInto("door_link").values({ secret_hash: Buffer.from(crypto.randomUUID()), purpose: "invitation", person_name: "x", role, holder_id: t.id("member", "orvelle"), body_id: writer.viewer.bodyId, invited_by: writer.viewer.accountId, expires_at: new Date(Date.now() + 60_000), ...more }).execute();
    writer.note({ recordIds: [], classId: 1, before: null, after: null });
  });
  await expect(row("secretariat")).rejects.toMatchObject({ code: "not-allowed" });
  await expect(row("focal-point", { purpose: "setup" })).rejects.toMatchObject({ code: "not-allowed" });
  await expect(row("focal-point", { holder_id: t.id("body", "compact") })).rejects.toMatchObject({ code: "not-allowed" });
});
