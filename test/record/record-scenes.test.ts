import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import type { Brief, EnteredRecord, MeetingList, PersonPage, TextPage, UndertakingList, UndertakingPage } from "../../src/api/schemas/record-scenes.ts";
import type { MeetingPage, MemberPage } from "../../src/api/schemas/record.ts";
import { coalitions, type SignedUp, type TestApp, testApp } from "../support/test-app.ts";

let t: TestApp;
let officer: SignedUp;
let source: string;
beforeAll(async () => {
  t = await testApp({ coalition: coalitions.shipped, now: () => new Date("2026-11-24T12:00:00Z") });
  officer = await t.signedUp("secretariat", "afg");
  source = (await t.post<{ id: string }>("/api/sources", { title: "A note", published: "2024-02-01", language: "en", marking: "TLP:CLEAR" }, officer)).body.id;
});
afterAll(() => t.close());

const said = (field: string, value: object) => ({ field, ...value, confidence: "reported" });
const enter = async (what: object, as = officer) => (await t.post<z.infer<typeof EnteredRecord>>("/api/records", { source, marking: "TLP:CLEAR", ...what }, as)).body.id;
const meeting = () => t.id("meeting", "afg-2023-03-01");
const body = () => t.id("body", "afg");

test("an undertaking entered by itself moves with the day, and its progress is a claim beside what stands", async () => {
  const text = await enter({ kind: "text", body: body(), meeting: meeting(), fields: [said("title", { text: "Plan", language: "en" }), said("adopted", { text: "2023-03-02" }), said("version", { text: "as adopted", language: "en" })] });
  const id = await enter({ kind: "undertaking", body: body(), meeting: meeting(), fields: [said("what", { text: "Publish the list" }), said("by_member", { refs: [t.id("member", "MA")] }), said("due", { text: "2023-12-31" }), said("text", { refs: [text] })] });
  const at = async (asOf: string) => (await t.get<z.infer<typeof UndertakingPage>>(`/api/undertakings/${id}?asOf=${asOf}`)).body;
  expect([(await at("2023-06-01")).state, (await at("2024-01-01")).state]).toEqual(["open", "overdue"]);
  expect((await t.post(`/api/records/${id}/facts`, { source, marking: "TLP:CLEAR", fields: [said("progress", { text: "The list is out", language: "en" }), said("done", { text: "2024-01-20" })] }, officer)).status).toBe(200);
  expect(await at("2024-01-19")).toMatchObject({ state: "overdue", perhaps: null, made: "yes" });
  expect(await at("2024-01-20")).toMatchObject({ state: "done", what: { value: "Publish the list" }, text: { value: [{ kind: "text", id: text }] }, progress: [{ text: "The list is out", source: { id: source } }] });
  expect((await at("2022-01-01")).made).toBe("no");
  const page = (await t.get<z.infer<typeof TextPage>>(`/api/texts/${text}?asOf=2023-03-01`)).body;
  expect(page).toMatchObject({ state: "draft", versions: [{ text: "as adopted", language: "en" }], undertakings: [{ id }] });
  // the same again from the same source says nothing new
  expect((await t.post(`/api/records/${id}/facts`, { source, fields: [said("done", { text: "2024-01-20" })] }, officer)).status).toBe(409);
});

test("persons stand in a delegation, and are not the accounts", async () => {
  const person = await enter({ kind: "person", fields: [said("name", { text: "Ismail Chekkori", language: "en" }), said("position", { text: "Director", language: "en" })] });
  const delegation = await enter({ kind: "delegation", meeting: meeting(), member: t.id("member", "MA"), fields: [said("alternates", { refs: [person] })] });
  const page = (await t.get<z.infer<typeof PersonPage>>(`/api/persons/${person}`)).body;
  expect(page).toMatchObject({ positions: [{ text: "Director" }], delegations: [{ id: delegation, part: "alternate", meeting: { id: meeting() } }] });
  const shown = (await t.get<z.infer<typeof MeetingPage>>(`/api/meetings/${meeting()}`)).body.delegations.filter(({ member }) => member.code === "MA");
  expect(shown).toMatchObject([{ alternates: { value: [{ id: person, kind: "person" }] } }]);
  const { items } = (await t.get<{ items: { id: string }[] }>("/api/persons")).body;
  const accounts = (await t.app.store.system(null, async ({ db }) => db.selectFrom("account").select("person_id").execute())).map((a) => a.person_id);
  expect(items.filter(({ id }) => accounts.includes(id))).toEqual([]);
});

test("the next meeting comes first, then those held, the latest first", async () => {
  const { items } = (await t.get<z.infer<typeof MeetingList>>("/api/meetings?asOf=2022-09-01")).body;
  expect(items.map(({ held }) => held).findLastIndex((held) => held === "no")).toBeGreaterThan(0);
  expect(items[0]?.held).toBe("no");
  expect((items[0]?.date.value ?? "") > "2022-09-01").toBe(true);
  const days = items.filter(({ held }) => held === "yes").flatMap(({ date }) => (/^\d{4}-\d{2}-\d{2}/.test(date.value ?? "") ? [String(date.value).slice(0, 10)] : []));
  expect(days).toEqual(days.toSorted().toReversed());
});

test("the list of undertakings is by due date, with every state known", async () => {
  const { items, total, all } = (await t.get<z.infer<typeof UndertakingList>>("/api/undertakings?limit=200")).body;
  expect(items.length).toBeGreaterThan(20);
  expect([total, all]).toEqual([items.length, items.length]);
  expect(items.every(({ state, due }) => (due.value === null) === (state === "undated") || state === "done" || state === "dropped")).toBe(true);
});

test("undertakings are narrowed, counted, sorted and paged by the server, each filter counted without itself", async () => {
  const list = async (query: string) => (await t.get<z.infer<typeof UndertakingList>>(`/api/undertakings?${query}`)).body;
  const whole = await list("limit=200");
  for (const { state, count } of whole.states) expect((await list(`state=${state}&limit=200`)).items.map((u) => u.state)).toEqual(Array.from({ length: count }, () => state));
  for (const { line, count } of whole.lines) expect((await list(`line=${line}`)).total).toBe(count);
  const [some] = whole.members;
  const narrowed = await list(`member=${some?.member.id}&limit=200`);
  expect(narrowed.total).toBe(some?.count);
  expect(narrowed.items.every((u) => u.byMembers.value?.some(({ id }) => id === some?.member.id))).toBe(true);
  expect(narrowed.members).toEqual(whole.members);
  expect((await list("q=no%20such%20words")).total).toBe(0);
  const paged: string[] = [];
  for (let next: string | null = ""; next !== null; ) {
    const page: z.infer<typeof UndertakingList> = await list(`limit=7&sort=what&order=descending${next === "" ? "" : `&cursor=${next}`}`);
    paged.push(...page.items.map(({ id }) => id));
    next = page.next;
  }
  const words = (await list("limit=200&sort=what")).items;
  expect(paged).toHaveLength(whole.total);
  expect(new Set(paged)).toEqual(new Set(whole.items.map(({ id }) => id)));
  const texts = words.flatMap(({ what }) => what.value ?? []);
  expect(texts).toEqual(texts.toSorted(new Intl.Collator("en").compare));
  const dues = (await list("limit=200&order=descending")).items.map(({ due }) => due.value);
  expect(dues.slice(dues.findIndex((due) => due === null)).every((due) => due === null)).toBe(true);
});

test("who acts for a member and what it may read is told to its own people and the secretariat alone", async () => {
  const member = t.id("member", "MA");
  const focal = await t.signedUp("focal-point", "MA");
  const page = async (as?: SignedUp) => (await t.get<z.infer<typeof MemberPage>>(`/api/members/${member}`, as)).body;
  expect([(await page()).own, (await page(await t.signedUp("focal-point", "IT"))).own]).toEqual([null, null]);
  const own = (await page(focal)).own;
  expect(own).toMatchObject({ allCircles: true });
  expect(own?.people.map(({ role, holdsToday }) => [role, holdsToday])).toContainEqual(["focal-point", true]);
  expect((await page(officer)).own).toMatchObject({ allCircles: false, people: own?.people });
  const { body: circle } = await t.post<{ id: string }>("/api/circles", { name: "Two of us", holders: [t.id("member", "IT")] }, focal);
  expect((await page(focal)).own?.circles.map(({ id }) => id)).toContain(circle.id);
  expect((await page(officer)).own?.circles.map(({ id }) => id)).not.toContain(circle.id);
});

test("what a meeting promised is told with what became of it, on a later day than the meeting's", async () => {
  const id = await enter({ kind: "undertaking", body: body(), meeting: meeting(), fields: [said("what", { text: "Write it down" }), said("due", { text: "2023-06-30" }), said("progress", { text: "Half is written", language: "en" })] });
  const { body: page } = await t.get<z.infer<typeof Brief>>(`/api/bodies/${body()}/brief?meeting=${meeting()}`, officer);
  expect(page.asOf).toBe("2023-03-01");
  expect(page.promised?.asOf).toBe("2026-11-24");
  const promised = page.promised?.items.find((u) => u.id === id);
  expect(promised).toMatchObject({ state: "overdue", progress: [{ text: "Half is written" }] });
  expect(promised?.progress[0]?.cites.map((n) => page.sources[n - 1]?.title)).toEqual(["A note"]);
  expect(page.undertakings.map((u) => u.id)).not.toContain(id);
});

test("a brief stands on its meeting's day, and each line names a source that is listed", async () => {
  const { status, body: page } = await t.get<z.infer<typeof Brief>>(`/api/bodies/${body()}/brief?meeting=${meeting()}`, officer);
  expect(status).toBe(200);
  expect(page).toMatchObject({ asOf: "2023-03-01", meeting: { id: meeting() } });
  const lines = [...page.offices, ...page.members, ...page.undertakings, ...(page.promised?.items ?? []), ...(page.findings === null ? [] : [...page.findings.overlaps.items, ...page.findings.gaps.items]), ...page.disagreements.flatMap(({ sides }) => sides)];
  expect(lines.length).toBeGreaterThan(3);
  for (const { cites } of lines) {
    expect(cites.length).toBeGreaterThan(0);
    expect(cites.every((n) => n >= 1 && n <= page.sources.length)).toBe(true);
  }
  expect((await t.get(`/api/bodies/${body()}/brief?meeting=${t.id("body", "afg")}`)).status).toBe(404);
});

test("who may not edit enters nothing; what is named must be of its kind", async () => {
  const observer = await t.signedUp("observer", "MA");
  const what = { kind: "person", source, fields: [said("name", { text: "X", language: "en" })] };
  expect((await t.post("/api/records", what, observer)).status).toBe(403);
  expect((await t.post("/api/records", { kind: "text", body: meeting(), source, fields: [said("title", { text: "X" })] }, officer)).body).toMatchObject({ params: { path: "body" } });
  expect((await t.post("/api/records", { kind: "text", body: body(), source, fields: [said("title", { text: "" })] }, officer)).status).toBe(400);
});
