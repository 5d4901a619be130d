import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { FieldClaims } from "../../src/api/schemas/claims.ts";
import type { ConflictList } from "../../src/api/schemas/conflicts.ts";
import { AuditList, RecordHistory } from "../../src/api/schemas/history.ts";
import type { BodyPage, MemberPage } from "../../src/api/schemas/record.ts";
import { SourcePage } from "../../src/api/schemas/sources.ts";
import { type SignedUp, type TestApp, testApp } from "../support/test-app.ts";

type Field = z.infer<typeof FieldClaims>;
type Body = z.infer<typeof BodyPage>;
type Member = z.infer<typeof MemberPage>;

let t: TestApp;
let officer: SignedUp;
let orvelle: SignedUp;
let tamsund: SignedUp;
let compact: string;

beforeAll(async () => {
  t = await testApp();
  officer = await t.signedUp("secretariat", "upper-basin");
  orvelle = await t.signedUp("focal-point", "orvelle");
  tamsund = await t.signedUp("focal-point", "tamsund");
  compact = t.id("body", "compact");
});
afterAll(() => t.close());

const founded = () => `/api/claims?record=${compact}&field=founded`;
const field = async (path: string, as?: SignedUp): Promise<Field> => FieldClaims.parse((await t.get(path, as)).body);
const text =
  "The Compact was signed on the fourth of May 2019, in the rain. 𝔗hree rivers, three members. It was signed by three members.";

async function addedSource(as: SignedUp, marking?: string, kept: string | undefined = text): Promise<string> {
  const made = await t.post<z.infer<typeof SourcePage>>(
    "/api/sources",
    {
      title: "Minutes of the signing",
      published: "2019-05",
      language: "en",
      ...(kept === undefined ? {} : { text: kept }),
      ...(marking ? { marking } : {}),
    },
    as,
  );
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  return SourcePage.parse(made.body).id;
}

const claim = (source: string, more: object = {}) => ({
  record: compact,
  field: "founded",
  value: { text: "2019-05-04" },
  source,
  confidence: "verified",
  ...more,
});

test("a decision shows, is told with its reason, can be withdrawn, and overwrites nothing", async () => {
  const before = await field(founded(), officer);
  expect(before).toMatchObject({ state: "differ", mayDecide: true });
  const other = before.claims.find((c) => !c.shown);
  const decided = await t.post<Field>(
    "/api/decisions",
    { record: compact, field: "founded", claim: other?.id, reason: "The paper had the day.", marking: "TLP:CLEAR" },
    officer,
  );
  expect(decided.status, JSON.stringify(decided.body)).toBe(200);
  expect(decided.body).toMatchObject({
    state: "decided",
    chosenBy: "decision",
    newSince: 0,
    decisions: [
      { claim: other?.id, reason: "The paper had the day.", withdrawn: null, by: { text: "Test secretariat" } },
    ],
  });
  expect(decided.body.claims).toHaveLength(before.claims.length);

  const seen = await t.get<Body>(`/api/bodies/${compact}`);
  expect(seen.body.founded).toMatchObject({ value: other?.value.edtf, state: "decided" });
  expect((await field(founded())).decisions[0]?.by.text).toBe("Upper Basin Group");
  const conflicts = (await t.get<z.infer<typeof ConflictList>>("/api/conflicts?decided=yes")).body;
  expect(conflicts).toMatchObject({
    total: 1,
    undecided: 0,
    items: [{ field: "founded", decision: { reason: "The paper had the day." } }],
  });

  const id = decided.body.decisions[0]?.id ?? "";
  expect((await t.post(`/api/decisions/${id}/withdraw`, { reason: "Not ours to settle." }, orvelle)).status).toBe(403);
  const back = await t.post<Field>(`/api/decisions/${id}/withdraw`, { reason: "Settled too early." }, officer);
  expect(back.body).toMatchObject({
    state: "differ",
    decisions: [{ id, withdrawn: { reason: "Settled too early.", by: { text: "Test secretariat" } } }],
  });
  expect((await t.post(`/api/decisions/${id}/withdraw`, { reason: "Again." }, officer)).status).toBe(409);

  const history = RecordHistory.parse((await t.get(`/api/records/${compact}/history?field=founded`, officer)).body);
  expect(history.items.slice(0, 2).map((i) => [i.what, i.reason])).toEqual([
    ["decision-withdrawn", "Settled too early."],
    ["decided", "The paper had the day."],
  ]);
  const audit = AuditList.parse((await t.get(`/api/audit?record=${compact}`, officer)).body);
  expect(audit.items.map((e) => [e.act, e.reason, e.by?.text])).toEqual(
    expect.arrayContaining([
      ["decide-field", "The paper had the day.", "Test secretariat"],
      ["withdraw-decision", "Settled too early.", "Test secretariat"],
    ]),
  );
  expect((await t.get(`/api/audit?record=${compact}`)).status).toBe(401);
  expect((await t.get(`/api/audit`, await t.signedUp("observer", "orvelle"))).status).toBe(403);
});

test("a decision made on what someone saw before another decided is refused, and replaces only what its maker saw", async () => {
  const { claims } = await field(founded(), officer);
  const decide = (claimed: string | undefined, basedOn?: string | null) =>
    t.post<Field>(
      "/api/decisions",
      {
        record: compact,
        field: "founded",
        claim: claimed,
        reason: "Because.",
        ...(basedOn === undefined ? {} : { basedOn }),
      },
      officer,
    );
  const [a, b] = await Promise.all([decide(claims[0]?.id), decide(claims[1]?.id)]);
  expect([a.status, b.status].toSorted((x, y) => x - y)).toEqual([200, 409]);
  expect([a, b].find((x) => x.status === 409)?.body).toMatchObject({ code: "conflict-edit" });
  const first = [a, b].find((x) => x.status === 200)?.body.decisions[0]?.id;
  expect((await decide(claims[1]?.id, "00000000-0000-4000-8000-000000000000")).status).toBe(409);
  const second = await decide(claims[1]?.id, first);
  expect(second.status).toBe(200);
  expect(second.body.decisions.slice(0, 2)).toMatchObject([
    { claim: claims[1]?.id, withdrawn: null },
    { id: first, withdrawn: { reason: "Because." } },
  ]);
  await t.post(`/api/decisions/${second.body.decisions[0]?.id}/withdraw`, { reason: "Done." }, officer);
});

test("none of the claims can be decided too, and what is stated afterwards is told as new", async () => {
  const decided = await t.post<Field>(
    "/api/decisions",
    { record: compact, field: "founded", claim: null, reason: "Nobody can know." },
    officer,
  );
  expect(decided.body).toMatchObject({ state: "decided" });
  expect(decided.body.decisions[0]).toMatchObject({ claim: null, reason: "Nobody can know.", withdrawn: null });
  expect((await t.get<Body>(`/api/bodies/${compact}`, officer)).body.founded).toMatchObject({
    value: null,
    state: "decided",
  });
  // The decision is of the officer's side, TLP:AMBER unless they say otherwise.
  expect((await t.get<Body>(`/api/bodies/${compact}`)).body.founded.state).toBe("differ");
  const stated = await t.post<Field>("/api/claims", claim(await addedSource(officer)), officer);
  expect(stated.body).toMatchObject({ state: "decided", newSince: 1 });
  expect(stated.body.claims.filter((c) => c.newSinceDecision)).toHaveLength(1);
  await t.post(`/api/decisions/${decided.body.decisions[0]?.id}/withdraw`, { reason: "Done." }, officer);
  const mine = stated.body.claims.find((c) => c.mayWithdraw);
  await t.post(`/api/claims/${mine?.id}/withdraw`, { reason: "Done." }, officer);
});

test("a name is decided language by language", async () => {
  const source = await addedSource(officer, "TLP:CLEAR");
  const stated = await t.post<Field>(
    "/api/claims",
    {
      record: t.id("member", "tamsund"),
      field: "name",
      value: { text: "Tamsúndia", language: "fr" },
      source,
      confidence: "reported",
      marking: "TLP:CLEAR",
    },
    officer,
  );
  expect(stated.body).toMatchObject({ language: "fr", state: "differ" });
  const chosen = stated.body.claims.find((c) => c.value.text === "Tamsúndia");
  const decided = await t.post<Field>(
    "/api/decisions",
    {
      record: t.id("member", "tamsund"),
      field: "name",
      language: "fr",
      claim: chosen?.id,
      reason: "So they sign.",
      marking: "TLP:CLEAR",
    },
    officer,
  );
  expect(decided.body).toMatchObject({ language: "fr", state: "decided" });
  const page = async (language: string) =>
    (await t.get<Member>(`/api/members/${t.id("member", "tamsund")}`, undefined, language)).body.name;
  expect(await page("fr")).toMatchObject({ value: { text: "Tamsúndia", language: "fr" }, state: "decided" });
  expect(await page("en")).toMatchObject({ value: { text: "Tamsund", language: "en" }, state: "one" });
  const english = await field(`/api/claims?record=${t.id("member", "tamsund")}&field=name&language=en`, officer);
  expect(
    (
      await t.post(
        "/api/decisions",
        {
          record: t.id("member", "tamsund"),
          field: "name",
          language: "en",
          claim: english.claims[0]?.id,
          reason: "Alone.",
        },
        officer,
      )
    ).status,
  ).toBe(200);
});

test("a member's amber claim changes the page for its own side and for nobody else", async () => {
  const page = async (as?: SignedUp) => (await t.get<Body>(`/api/bodies/${compact}`, as)).body;
  const others = async () => ({ anonymous: await page(), tamsund: await page(tamsund), officer: await page(officer) });
  const before = await others();
  const conflictsBefore = (await t.get("/api/conflicts", tamsund)).body;
  const source = await addedSource(orvelle);
  const stated = await t.post<Field>(
    "/api/claims",
    claim(source, { field: "launched", value: { text: "2019-06-01" } }),
    orvelle,
  );
  expect(stated.status).toBe(200);
  const launched = await page(orvelle);
  expect(launched.launched).toMatchObject({ value: "2019-06-01", state: "one", sources: 1 });
  expect(launched.marking).toEqual({
    tlp: "TLP:AMBER",
    openTo: { kind: "owner", names: [{ text: "Orvelle", language: "en" }] },
  });
  await t.post("/api/claims", claim(source, { value: { text: "2019-05-05" } }), orvelle);
  expect((await page(orvelle)).founded).toMatchObject({ value: "2019-05-05", sources: 3 });

  expect(await others()).toEqual(before);
  expect(before.anonymous.marking).toEqual({ tlp: "TLP:CLEAR", openTo: { kind: "everyone", names: [] } });
  expect((await t.get("/api/conflicts", tamsund)).body).toEqual(conflictsBefore);
  for (const as of [undefined, tamsund, officer]) {
    expect((await t.get(`/api/sources/${source}`, as)).status).toBe(404);
    expect(JSON.stringify((await t.get("/api/sources", as)).body)).not.toContain(source);
    expect(JSON.stringify((await t.get(`/api/records/${compact}/history`, as)).body)).not.toContain("2019-06-01");
    expect((await t.post(`/api/claims/${stated.body.claims[0]?.id}/withdraw`, { reason: "x" }, as)).status).toBe(
      as ? 404 : 401,
    );
    if (as) {
      expect(JSON.stringify((await t.get("/api/audit?limit=200", as)).body)).not.toContain("2019-06-01");
      expect((await t.post("/api/claims", claim(source), as)).status).toBe(404);
    }
  }
  expect(JSON.stringify((await t.get("/api/audit?limit=200", orvelle)).body)).toContain("2019-06-01");
});

test("the entry of a public act on a hidden record stays with its own side", async () => {
  const hidden = await addedSource(orvelle);
  await t.post(
    "/api/claims",
    claim(hidden, { field: "ended", value: { text: "2031" }, marking: "TLP:CLEAR" }),
    orvelle,
  );
  expect((await t.get<Body>(`/api/bodies/${compact}`, tamsund)).body.ended.state).toBe("unknown");
  expect(JSON.stringify((await t.get("/api/audit?limit=200", tamsund)).body)).not.toContain("2031");
});

test("a quote must stand in the kept text to the letter, and is found by code points", async () => {
  const source = await addedSource(tamsund, "TLP:GREEN");
  const quoted = (words: string, start?: number) =>
    t.post<Field>(
      "/api/claims",
      claim(source, {
        quote: { text: words, language: "en", ...(start === undefined ? {} : { start }) },
        locator: `${words} ${start}`,
        marking: "TLP:GREEN",
      }),
      tamsund,
    );
  const found = await quoted("fourth of May 2019");
  expect(found.body.claims.find((c) => c.quote)?.quote).toEqual({
    text: "fourth of May 2019",
    language: "en",
    start: 30,
    end: 48,
  });
  const last = await quoted("three members", 109);
  expect(last.body.claims.find((c) => c.quote?.text === "three members")?.quote).toMatchObject({
    start: 109,
    end: 122,
  });
  expect([...text].slice(109, 122).join("")).toBe("three members");
  const wrong = await quoted("signed on the 4th of May");
  expect(wrong).toMatchObject({
    status: 400,
    body: {
      code: "bad-input",
      params: { path: "value.quote.text", expected: expect.stringContaining("signed on the fourth") },
    },
  });
  expect((await quoted("three members", 3)).status).toBe(400);
  const unkept = await addedSource(tamsund, "TLP:GREEN", "");
  expect(
    (await t.post<Field>("/api/claims", claim(unkept, { quote: { text: "Anything at all", language: "en" } }), tamsund))
      .status,
  ).toBe(200);
});

test("values are held to their field's type, and the answer names path, found and expected", async () => {
  const source = await addedSource(officer);
  const refused = async (more: object) => {
    const { status, body } = await t.post<{ params: Record<string, string> }>(
      "/api/claims",
      claim(source, more),
      officer,
    );
    expect(status, JSON.stringify(body)).toBe(400);
    return body.params;
  };
  expect(await refused({ value: { text: "4 May 2019" } })).toMatchObject({ path: "value.text", found: "4 May 2019" });
  expect(await refused({ value: { text: "2019/2020" } })).toMatchObject({
    path: "value.text",
    expected: expect.stringContaining("not an interval"),
  });
  expect(await refused({ value: { integer: 4 } })).toMatchObject({
    found: "integer",
    expected: "text for the field founded",
  });
  expect(await refused({ value: {} })).toMatchObject({ found: "nothing" });
  expect(await refused({ field: "shoes" })).toMatchObject({ path: "value.field", found: "shoes" });
  expect(await refused({ field: "status", value: { text: "Very Active" } })).toMatchObject({
    path: "value.text",
    found: "Very Active",
  });
  expect(await refused({ field: "co_chairs", value: { refs: [compact] } })).toMatchObject({
    path: "value.refs.0",
    expected: "the id of a member or a person",
  });
  expect(
    await refused({ field: "co_chairs", value: { refs: ["00000000-0000-4000-8000-000000000000"] } }),
  ).toMatchObject({ path: "value.refs.0" });
  expect(await refused({ value: { text: "Y12019" } })).toMatchObject({ expected: "years from 0001 to 9999" });
  expect(await refused({ marking: "TLP:RED" })).toMatchObject({ path: "marking" });
  expect((await t.post("/api/sources", { title: "x", published: "last May" }, officer)).body).toMatchObject({
    params: { path: "published", found: "last May" },
  });
});

test("the same is stated once, and anew after it was withdrawn", async () => {
  const source = await addedSource(officer);
  const once = await t.post<Field>("/api/claims", claim(source), officer);
  expect((await t.post("/api/claims", claim(source), officer)).body).toMatchObject({ code: "already-exists" });
  const mine = once.body.claims.find((c) => c.source.id === source);
  const gone = await t.post<Field>(`/api/claims/${mine?.id}/withdraw`, { reason: "Misread." }, officer);
  expect(gone.body.claims.find((c) => c.id === mine?.id)).toMatchObject({
    side: -1,
    shown: false,
    withdrawn: { reason: "Misread." },
  });
  expect((await t.post(`/api/claims/${mine?.id}/withdraw`, { reason: "Twice." }, officer)).status).toBe(409);
  expect((await t.post("/api/claims", claim(source), officer)).status).toBe(200);
});

test("whoever only reads cannot write", async () => {
  const delegate = await t.signedUp("delegate", "orvelle");
  const [first] = (await field(founded())).claims;
  for (const [path, body] of [
    ["/api/sources", { title: "x" }],
    ["/api/claims", claim(first?.source.id ?? "")],
    ["/api/decisions", { record: compact, field: "founded", claim: first?.id, reason: "x" }],
    [`/api/claims/${first?.id}/withdraw`, { reason: "x" }],
  ] as const) {
    expect((await t.post(path, body)).status, path).toBe(401);
    expect((await t.post(path, body, delegate)).body, path).toMatchObject({ code: "not-allowed" });
  }
  expect((await t.post(`/api/claims/${first?.id}/withdraw`, { reason: "Not mine." }, orvelle)).body).toMatchObject({
    code: "not-allowed",
    params: { whoCanGive: "owner" },
  });
});
