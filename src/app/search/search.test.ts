import { afterAll, beforeAll, expect, test } from "vitest";
import { type SignedUp, type TestApp, testApp } from "../../../test/support/test-app.ts";
import { runImport } from "../imports/run-import.ts";
import { startImport } from "../imports/start-import.ts";
import { remakeWords } from "./refresh-words.ts";

type Hit = { readonly id: string; readonly name: { readonly text: string }; readonly met: string; readonly today: string | null };
type Answer = { readonly groups: readonly { readonly kind: string; readonly total: number; readonly items: readonly Hit[] }[]; readonly next: string | null };

let t: TestApp;
let [officer, member]: [SignedUp, SignedUp] = [] as never;
let source: string;
beforeAll(async () => {
  t = await testApp();
  [officer, member] = [await t.signedUp("secretariat", "upper-basin"), await t.signedUp("focal-point", "tamsund")];
  source = (await t.post<{ id: string }>("/api/sources", { title: "Procès-verbal n° 7", publisher: "Chancellery of Léo", language: "fr", marking: "TLP:CLEAR" }, officer)).body.id;
});
afterAll(() => t.close());

const ask = async (q: string, as?: SignedUp, more = ""): Promise<Answer> => (await t.get<Answer>(`/api/search?q=${encodeURIComponent(q)}${more}`, as)).body;
const names = (answer: Answer, kind: string) => answer.groups.find((g) => g.kind === kind)?.items.map((i) => i.name.text) ?? [];
const named = async (record: string, text: string, language: string, marking = "TLP:CLEAR") =>
  (await t.post<{ claims: { id: string; value: unknown }[] }>("/api/claims", { record, field: "name", language, source, value: { text }, confidence: "reported", marking }, officer)).body;
/** All that is indexed, in an order of its own. */
const entries = () => t.app.store.system(null, async ({ client }) => (await client.query("select said_in, target_id, kind, standing, on_ids, classes, name, words::text as words from search_entry order by said_in")).rows);
const row = (id: string, title: string, updated: string) => `${id},TS,Tamsund agency,${title},,2024-01-01,2026-12-31,active,5,2024-01-15,USD,École des rivières,NE-8,capacity,${updated}`;
const csv = (...rows: string[]) => ["identifier,reporter_ref,reporter_name,title,description,actual_start,planned_end,status,commitment,commitment_date,currency,implementing,areas,lines,last_updated", ...rows].join("\n");
const imported = async (text: string) => {
  const id = await startImport(t.app, member.secret, { fileName: "work.csv", publication: true, bytes: (async function* () { yield Buffer.from(text); })() });
  await runImport(t.app, id, new AbortController().signal);
  return id;
};

test("a source is found without its accents and signs, and by its publisher, further down", async () => {
  expect((await ask("proces verbal n 7")).groups.find((g) => g.kind === "source")?.items[0]).toMatchObject({ id: source, met: "name" });
  expect((await ask("leo")).groups.find((g) => g.kind === "source")?.items[0]).toMatchObject({ id: source, met: "beside" });
  expect(names(await ask("procse"), "source")).toEqual(["Procès-verbal n° 7"]);
});

test("a name is found in any of its scripts: by what is written, without article and vowel signs, and by how it sounds", async () => {
  await named(t.id("member", "tamsund"), "الشَّقُوري", "ar");
  for (const q of ["الشقوري", "شقوري", "الشق", "Chekkori"]) expect((await ask(q)).groups.find((g) => g.kind === "member")?.items[0]?.id, q).toBe(t.id("member", "tamsund"));
});

test("what was withdrawn is found no longer; what is kept to one's own side is found by nobody else", async () => {
  const made = await named(t.id("member", "orvelle"), "Vossandria", "en");
  expect((await ask("vossandria")).groups).toHaveLength(1);
  const claim = made.claims.find((c) => JSON.stringify(c.value).includes("Vossandria"));
  expect((await t.post(`/api/claims/${claim?.id}/withdraw`, { reason: "a slip" }, officer)).status).toBe(200);
  expect((await ask("vossandria")).groups).toEqual([]);
  await named(t.id("member", "orvelle"), "Quellmark", "en", "TLP:AMBER");
  expect((await ask("quellmark")).groups).toEqual([]);
  expect((await ask("quellmark", member)).groups).toEqual([]);
  expect((await ask("quellmark", officer)).groups[0]).toMatchObject({ kind: "member", total: 1 });
});

test("an initiative by its title, its identifier however it is set, and its parties; only as its newest version says", async () => {
  await imported(csv(row("TS-44-1", "Wells of the plateau", "2024-05-05"), row("TS-44-2", "Boats", "2024-05-05")));
  expect(names(await ask("wells plat"), "initiative")).toEqual(["Wells of the plateau"]);
  expect((await ask("ts 44 1")).groups[0]?.items[0]).toMatchObject({ name: { text: "Wells of the plateau" }, met: "code" });
  expect(names(await ask("ecole rivieres"), "initiative").sort()).toEqual(["Boats", "Wells of the plateau"]);
  await imported(csv(row("TS-44-1", "Cisterns of the plateau", "2025-05-05")));
  expect(names(await ask("wells"), "initiative")).toEqual([]);
  expect(names(await ask("cisterns"), "initiative")).toEqual(["Cisterns of the plateau"]);
});

test("a marking that is made stricter takes what was found along", async () => {
  expect(names(await ask("boats"), "initiative")).toEqual(["Boats"]);
  const [first] = (await t.get<{ items: { id: string }[] }>("/api/imports", member)).body.items.toReversed();
  await t.app.store.system(null, async ({ db, client }) => {
    const { rows } = await client.query("select id from visibility_class where tlp = 2 and circle_id is null and owner_id = $1", [t.id("member", "tamsund")]);
    await db.updateTable("report").set({ class_id: rows[0].id }).where("import_id", "=", first?.id ?? null).execute();
  });
  expect(names(await ask("boats"), "initiative")).toEqual([]);
  expect(names(await ask("boats", officer), "initiative")).toEqual([]);
  expect(names(await ask("boats", member), "initiative")).toEqual(["Boats"]);
});

test("each page goes on where the one before ended, and all of them are what there is", async () => {
  const whole = names(await ask("a", undefined, "&limit=50&kinds=area"), "area");
  const parts: string[] = [];
  let cursor: string | null = "0";
  while (cursor !== null) {
    const page: Answer = await ask("a", undefined, `&limit=7&kinds=area&cursor=${cursor}`);
    parts.push(...names(page, "area"));
    cursor = parts.length < 50 ? page.next : null;
  }
  expect(parts.slice(0, whole.length)).toEqual(whole);
});

test("a kind that there is not, and too long a question, are told", async () => {
  expect((await t.get("/api/search?q=a&kinds=secrets")).status).toBe(400);
  expect((await t.get(`/api/search?q=${"a".repeat(201)}`)).status).toBe(400);
  expect((await ask("...")).groups).toEqual([]);
});

test("words made anew are those that were written when each thing came in", async () => {
  const before = await entries();
  expect(before.length).toBeGreaterThan(20);
  await t.app.store.system(null, remakeWords);
  expect(await entries()).toEqual(before);
});
