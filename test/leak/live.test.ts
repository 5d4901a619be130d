import { afterAll, beforeAll, expect, test } from "vitest";
import { closeLive, hubOf, type LiveEvent } from "../../src/app/live/hub.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { type SignedUp, type TestApp, testApp } from "../support/test-app.ts";

let t: TestApp;
let [officer, owner, colleague, outsider]: SignedUp[] = [];
beforeAll(async () => {
  t = await testApp();
  [officer, owner, colleague, outsider] = [await t.signedUp("secretariat", "upper-basin"), await t.signedUp("focal-point", "orvelle"), await t.signedUp("observer", "orvelle"), await t.signedUp("observer", "warden-union")];
}, 60_000);
afterAll(async () => {
  await closeLive(t.app);
  await t.close();
});

/** A stream as a browser reads it. `next`: the event after those taken already, of this name. */
type Followed = { readonly next: (name: string) => Promise<{ readonly id: string; readonly data: string }>; readonly raw: () => string; readonly ended: Promise<void>; readonly leave: () => void; readonly status: number; readonly headers: Headers };

async function follow(as: SignedUp, path = "/api/live", headers: Record<string, string> = {}): Promise<Followed> {
  const response = await t.api.request(path, { headers: { ...as.headers, ...headers } });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let raw = "";
  let taken = 0;
  let over = false;
  const wake = new Set<() => void>();
  const ended = (async () => {
    for (;;) {
      const part = await reader?.read();
      if (part === undefined || part.done) break;
      raw += part.value;
      for (const w of wake) w();
    }
  })().catch(() => undefined).then(() => { over = true; for (const w of wake) w(); });
  const next = async (name: string) => {
    for (;;) {
      const blocks = raw.split("\n\n").slice(0, -1);
      const at = blocks.findIndex((b, i) => i >= taken && b.split("\n").includes(`event: ${name}`));
      if (at >= 0) {
        taken = at + 1;
        const line = (key: string) => blocks[at]?.split("\n").find((l) => l.startsWith(`${key}: `))?.slice(key.length + 2) ?? "";
        return { id: line("id"), data: line("data") };
      }
      if (over) throw new Error(`the stream ended without ${name}: ${raw.slice(-400)}`);
      await new Promise<void>((resolve) => { const one = () => { wake.delete(one); resolve(); }; wake.add(one); });
    }
  };
  return { next, raw: () => raw, ended, leave: () => void reader?.cancel(), status: response.status, headers: response.headers };
}

const source = async (as: SignedUp, marking: string) => (await t.post<{ id: string }>("/api/sources", { title: `A source ${marking}`, marking }, as)).body.id;
const state = async (as: SignedUp, from: string, marking: string, text: string) =>
  (await t.post<{ claims: { id: string }[] }>("/api/claims", { record: t.id("body", "compact"), field: "name", source: from, value: { text }, language: "fr", confidence: "reported", marking }, as)).status;
type Changes = { changes: { kind: string; id: string; about: string[] }[] };
const of = (event: { data: string }) => (JSON.parse(event.data) as Changes).changes;

test("who may see a write is told of it, by kind and id; who may not is told nothing, and nothing of how much there was", async () => {
  const seen = await Promise.all([officer, owner, colleague, outsider].map((as) => follow(as as SignedUp)));
  const [, ownerSees, colleagueSees, outsiderSees] = seen as [Followed, Followed, Followed, Followed];
  for (const one of seen) await one.next("here");
  const open = await source(owner as SignedUp, "TLP:GREEN");
  expect(of(await outsiderSees.next("changes")).map((c) => c.kind)).toEqual(["source"]);
  expect(of(await colleagueSees.next("changes")).map((c) => c.id)).toEqual([open]);
  const before = outsiderSees.raw();
  // kept to one's own side: a source, and a claim from it on a record that everyone sees; a claim marked open from a source that is not
  const closed = await source(owner as SignedUp, "TLP:AMBER");
  expect(await state(owner as SignedUp, closed, "TLP:AMBER", "Un nom")).toBe(200);
  expect(await state(owner as SignedUp, closed, "TLP:GREEN", "Un autre nom")).toBe(200);
  const told: string[] = [];
  while (told.length < 3) told.push(...of(await colleagueSees.next("changes")).map((c) => c.kind));
  expect(told.sort()).toEqual(["claim", "claim", "source"]);
  await ownerSees.next("changes");
  // one in the open comes after: all before it was withheld
  const last = await source(officer as SignedUp, "TLP:GREEN");
  expect(of(await outsiderSees.next("changes")).map((c) => c.id)).toEqual([last]);
  const since = outsiderSees.raw().slice(before.length);
  expect(since.match(/^event: /gm)).toHaveLength(1);
  expect(since).not.toContain(closed);
  for (const word of ["Un nom", "Un autre", "A source", "Test "]) expect(colleagueSees.raw()).not.toContain(word);
  // the number of an event is a moment, not a count
  expect(Math.abs(Number(/id: (\d+)/.exec(since)?.[1]) - Date.now())).toBeLessThan(60_000);
  for (const one of seen) one.leave();
}, 60_000);

test("a claim marked for all, of a source that is not, is told to those alone who may see both; marked narrower meanwhile, to nobody any more", async () => {
  const closed = await source(owner as SignedUp, "TLP:AMBER");
  await state(owner as SignedUp, closed, "TLP:GREEN", "Encore un nom");
  const items = async (as: SignedUp) => (await t.get<{ items: { kind: string; act: string }[] }>(`/api/changes?about=${t.id("body", "compact")}`, as)).body.items.length;
  expect(await items(colleague as SignedUp)).toBeGreaterThan(0);
  expect(await items(outsider as SignedUp)).toBe(0);
  const open = await source(owner as SignedUp, "TLP:GREEN");
  const all = async () => (await t.get<{ items: { id: string }[] }>("/api/changes?limit=100", outsider)).body.items.map((i) => i.id);
  expect(await all()).toContain(open);
  const marked = await t.api.request(`/api/sources/${open}/marking`, { method: "PUT", headers: { ...(owner as SignedUp).headers, "content-type": "application/json" }, body: JSON.stringify({ tlp: "TLP:AMBER", circle: null }) });
  expect(marked.status).toBe(200);
  expect(await all()).not.toContain(open);
});

test("a stream ends with the session, and with the role", async () => {
  const leaving = await t.signedUp("observer", "orvelle");
  const stepping = await t.signedUp("observer", "orvelle");
  const streams = [await follow(leaving), await follow(stepping)];
  for (const one of streams) await one.next("here");
  await t.app.store.system(null, async ({ db }) => {
    await db.updateTable("session").set({ ended_at: new Date() }).where("account_id", "=", leaving.accountId).execute();
    await db.updateTable("acting_role").set({ ended_at: new Date() }).where("account_id", "=", stepping.accountId).execute();
  });
  for (const one of streams) {
    await one.next("end");
    await one.ended;
  }
  expect((await t.get("/api/live", leaving)).status).toBe(401);
  expect((await t.get("/api/live")).status).toBe(401);
}, 30_000);

test("the end of a session is told within a second of it", async () => {
  const leaving = await t.signedUp("observer", "orvelle");
  const heard = new Promise<number>((resolve) => hubOf(t.app).listen(leaving.secret, (event: LiveEvent) => { if (event.kind === "end") resolve(Date.now()); }));
  const began = Date.now();
  await t.app.store.system(null, ({ db }) => db.updateTable("session").set({ ended_at: new Date() }).where("account_id", "=", leaving.accountId).execute());
  // a bound on a promise, far from what it takes: two rounds of the hub
  expect((await heard) - began).toBeLessThan(1_500);
}, 30_000);

test("who lost the line is told on coming back what was written meanwhile, by whichever process wrote it", async () => {
  const first = await follow(outsider as SignedUp);
  const { id } = await first.next("here");
  first.leave();
  const other: Store = openStore((role) => t.database.connect(role));
  const written = await other.write((owner as SignedUp).secret, { act: "test" }, async ({ db, client, note, viewer }) => {
    if (viewer.kind === "anonymous") throw new Error("nobody");
    const classId = (await client.query<{ id: number }>("select own_class(1::smallint, null) as id")).rows[0]?.id ?? 0;
    const made = await db.insertInto("source").values({ key: "elsewhere", title: "Elsewhere", publisher: null, url: null, published: null, licence: null, language: null, note: null, body: null, owner_id: viewer.holderId, class_id: classId, created_by: viewer.accountId }).returning("id").executeTakeFirstOrThrow();
    note({ recordIds: [], classId, before: null, after: {}, told: [{ kind: "source", id: made.id, classId }] });
    return made.id;
  });
  await other.close();
  const again = await follow(outsider as SignedUp, "/api/live", { "last-event-id": id });
  expect(of(await again.next("changes")).map((c) => c.id)).toContain(written);
  again.leave();
  const once = await follow(outsider as SignedUp, "/api/live?once=yes&age=600");
  await once.ended;
  expect(once.raw()).toContain(written);
}, 30_000);

test("one session opens no more streams than its pages need", async () => {
  const many = await t.signedUp("observer", "orvelle");
  const open: Followed[] = [];
  for (let n = 0; n < 12; n++) open.push(await follow(many));
  expect((await t.get("/api/live", many)).status).toBe(429);
  const [one] = open;
  await one?.next("here");
  one?.leave();
  await one?.ended;
  const again = await follow(many);
  expect(again.status).toBe(200);
  for (const each of [...open, again]) each.leave();
}, 30_000);
