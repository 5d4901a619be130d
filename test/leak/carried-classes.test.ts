import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore, type Store } from "../../src/store/open-store.ts";
import type { FreshDatabase } from "../support/database.ts";
import { testApp } from "../support/test-app.ts";
import { type Cast, makeCast } from "./cast.ts";
import { plant } from "./plants.ts";

// Rows carry the classes of what they hang on, and a reading transaction resolves its classes once. Both are only quicker: who sees what is
// said here anew, by looking at the originals.

let cast: Cast;
let database: FreshDatabase;
let store: Store;
let jobs: pg.Client;
beforeAll(async () => {
  cast = await makeCast();
  const t = await testApp({ database: await cast.database.copy() });
  database = await cast.database.copy();
  jobs = await connected("jobs");
  await plant(jobs, t.app, cast, "closed");
  await t.close();
  store = openStore((role) => database.connect(role));
}, 120_000);
afterAll(async () => {
  await store?.close();
  await jobs?.end();
  await database?.drop();
  await cast?.database.drop();
});

async function connected(role: "app" | "jobs"): Promise<pg.Client> {
  const client = new pg.Client(database.connect(role));
  await client.connect();
  return client;
}

type Row = { readonly of: string; readonly id: string };
const parts = ["body", "member", "membership", "office", "meeting", "delegation", "text", "undertaking", "count"];
const tables = ["record", "source", "claim", "decision", ...parts];
const everyRow = tables.map((t) => `select '${t}' as of, id from public.${t}`).join(" union all ");
/** The rule by the originals: `$1` are the classes that may be read. */
const byOriginals = `
  with r as (select id from record where class_id = any ($1)), s as (select id from source where class_id = any ($1)),
    c as (select id from claim where class_id = any ($1) and record_id in (select id from r) and source_id in (select id from s))
  select 'record' as of, id from r union all select 'source', id from s union all select 'claim', id from c
  union all select 'decision', id from decision where class_id = any ($1) and record_id in (select id from r) and (claim_id is null or claim_id in (select id from c))
  ${[
    ["body"],
    ["member"],
    ["membership", "member_id", "body_id"],
    ["office", "body_id", "holder_id"],
    ["meeting", "body_id"],
    ["delegation", "meeting_id", "member_id"],
    ["text", "meeting_id", "body_id"],
    ["undertaking", "meeting_id", "body_id"],
    ["count", "body_id"],
  ]
    .map(
      ([t, ...refs]) =>
        `union all select '${t}', id from public.${t} where id in (select id from r) ${refs.map((c) => `and (${c} is null or ${c} in (select id from r))`).join(" ")}`,
    )
    .join("\n  ")}`;
const listed = (rows: readonly Row[]) => rows.map((row) => `${row.of} ${row.id}`).sort();

/** The classes of a viewer as a transaction that holds nothing resolves them. */
async function classesOf(secret: string | null): Promise<number[]> {
  const client = await connected("app");
  await client.query(`begin; set local entente.session = '${secret ?? ""}'`);
  const { rows } = await client.query<{ c: number }>("select c from readable_class() as c order by c");
  await client.query("rollback");
  await client.end();
  return rows.map((row) => row.c);
}

test("nobody stores a class that is not the original's", async () => {
  const {
    rows: [claim],
  } = await jobs.query("select id, record_id, source_id, class_id, record_class_id from claim order by id limit 1");
  const other = (
    await jobs.query("select id from visibility_class where id <> $1 order by id limit 1", [claim.record_class_id])
  ).rows[0].id;
  await expect(
    jobs.query("update claim set record_class_id = $1 where id = $2", [other, claim.id]),
  ).rejects.toMatchObject({ code: "23503" });
  await expect(jobs.query("update claim set record_class_id = null where id = $1", [claim.id])).rejects.toMatchObject({
    code: "23514",
  });
  const as = await connected("app");
  await as.query(`begin; set local entente.session = '${cast.viewers.focalPoint?.secret}'`);
  const {
    rows: [made],
  } = await as.query(
    "insert into claim (record_id, field, value, source_id, confidence, owner_id, class_id, record_class_id, source_class_id) values ($1, 'name', '\"x\"', $2, 'reported', $3, own_class(2::smallint, null), $4, $4) returning record_class_id = (select class_id from record where id = record_id) as same",
    [cast.open.meeting, cast.open.source, cast.id("member", "tamsund"), other],
  );
  expect(made).toEqual({ same: true });
  await expect(as.query("update claim set record_class_id = record_class_id")).rejects.toMatchObject({ code: "42501" });
  await as.query("rollback");
  await as.end();
});

test("who writes on a record that is marked anew meanwhile is told so, and can try again; on one that has gone, that there is none", async () => {
  const [record, source] = [cast.open.meeting, cast.open.source];
  const owner = cast.id("member", "tamsund");
  const state = (secret: string, on: string) =>
    store.write(secret, { act: "state" }, async ({ client, note }) => {
      const own = (await client.query("select own_class(2::smallint, null) as id")).rows[0].id;
      await client.query(
        "insert into claim (record_id, field, value, source_id, confidence, owner_id, class_id) values ($1, 'name', '\"y\"', $2, 'reported', $3, $4)",
        [on, source, owner, own],
      );
      note({ recordIds: [on], classId: own, before: null, after: {} });
    });
  const secret = cast.viewers.focalPoint?.secret ?? "";
  const before = (await jobs.query("select class_id from record where id = $1", [record])).rows[0].class_id;
  const other = (await jobs.query("select id from visibility_class where id <> $1 and tlp = 0 limit 1", [before]));
  const marking = other.rows[0]?.id ?? (await jobs.query("insert into visibility_class (tlp, owner_id) values (0, $1) on conflict (tlp, circle_id, owner_id) do update set tlp = 0 returning id", [owner])).rows[0].id;
  expect(marking).not.toBe(before);
  const marker = await connected("jobs");
  await marker.query("begin");
  await marker.query("update record set class_id = $1 where id = $2", [marking, record]);
  const stated = state(secret, record).then(() => "stated", (error: { code?: string }) => error.code);
  // it waits for the row that the marker holds
  const waits = "select 1 from pg_locks where locktype = 'tuple' and database = (select oid from pg_database where datname = current_database())";
  let waited = false;
  for (let n = 0; n < 20_000 && !waited; n++) waited = (await jobs.query(waits)).rows.length > 0;
  expect(waited).toBe(true);
  await marker.query("commit");
  await marker.end();
  expect(await stated).toBe("conflict-edit");
  await state(secret, record);
  await jobs.query("update record set class_id = $1 where id = $2", [before, record]);
  await expect(
    store.system(null, ({ client }) => client.query("insert into claim (record_id, field, value, source_id, confidence, owner_id, class_id) values (gen_random_uuid(), 'name', '\"y\"', $1, 'reported', $2, $3)", [source, owner, before])),
  ).rejects.toMatchObject({ code: "not-found" });
});

test("whoever marks what anew, in whatever order: each viewer sees what the originals' markings let them see, and nothing else", async () => {
  const holders = ["tamsund", "orvelle", "warden-union"].map((key) => cast.id("member", key));
  for (const holder of holders)
    for (const tlp of [0, 1, 2, 3])
      await jobs.query("insert into visibility_class (tlp, owner_id) values ($1, $2) on conflict do nothing", [
        tlp,
        holder,
      ]);
  const classes = (await jobs.query<{ id: number }>("select id from visibility_class order by id")).rows.map(
    (row) => row.id,
  );
  const marked = (
    await jobs.query<Row>(
      ["record", "source", "claim", "decision"].map((t) => `select '${t}' as of, id from ${t}`).join(" union all ") +
        " order by 1, 2",
    )
  ).rows;
  const viewers = [
    ...Object.entries(cast.viewers),
    ["owner", cast.owner] as const,
    ["colleague", cast.ownerColleague] as const,
  ].map(([name, as]) => ({ name, secret: as?.secret ?? null }));
  const readable = new Map<string, number[]>();
  for (const { name, secret } of viewers) readable.set(name, await classesOf(secret));
  expect(new Set([...readable.values()].map(String)).size).toBeGreaterThan(3);
  const remark = fc.record({ row: fc.nat(marked.length - 1), class_id: fc.constantFrom(...classes) });
  let hidden = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(remark, { minLength: 1, maxLength: 40 }), async (changes) => {
      for (const { row, class_id } of changes)
        await jobs.query(`update ${marked[row]?.of} set class_id = $1 where id = $2`, [class_id, marked[row]?.id]);
      const all = (await jobs.query<Row>(everyRow)).rows.length;
      for (const { name, secret } of viewers) {
        const held = await store.read(secret, async ({ client }) => ({
          rows: (await client.query<Row>(everyRow)).rows,
          classes: (await client.query<{ c: number }>("select c from readable_class() as c order by c")).rows.map(
            (row) => row.c,
          ),
        }));
        expect(held.classes, name).toEqual(readable.get(name));
        expect(listed(held.rows), name).toEqual(
          listed((await jobs.query<Row>(byOriginals, [readable.get(name)])).rows),
        );
        hidden += all - held.rows.length;
      }
    }),
    { numRuns: 20, seed: 7 },
  );
  expect(hidden).toBeGreaterThan(100);
}, 120_000);

test("what a transaction holds counts in it alone, for its own secret alone, and only as it was sealed", async () => {
  const [low, high] = [cast.viewers.observer?.secret ?? "", cast.owner.secret];
  const client = await connected("app");
  const begun = (secret: string) =>
    client.query(`begin isolation level repeatable read read only; set local entente.session = '${secret}'`);
  const held = async () =>
    (await client.query("select current_setting('entente.held', true) as h")).rows[0].h as string | null;
  const seen = async () =>
    (await client.query<{ c: number }>("select c from readable_class() as c order by c")).rows.map((row) => row.c);
  await begun(high);
  await client.query("select hold_classes()");
  const [ofHigh, classesOfHigh] = [(await held()) ?? "", await seen()];
  await client.query("commit");
  expect(ofHigh).toMatch(/^[0-9a-f]{64}\d/);
  await begun(low);
  const resolved = await seen();
  expect(resolved).not.toEqual(classesOfHigh);
  await client.query("select hold_classes()");
  const own = (await held()) ?? "";
  const seal = own.slice(0, 64);
  for (const forged of [
    "",
    ofHigh,
    `${seal}${ofHigh.slice(64)}`,
    `${own},${classesOfHigh.join(",")}`,
    `${"0".repeat(64)}1,2,3`,
    seal,
    `${seal}x`,
    "x",
  ]) {
    await client.query("select set_config('entente.held', $1, true)", [forged]);
    expect(await seen(), forged).toEqual(resolved);
  }
  // sealed for one secret, it says nothing for another, in the same transaction
  await client.query("select set_config('entente.held', $1, true)", [own]);
  await client.query(`set local entente.session = '${high}'`);
  expect(await seen()).toEqual(classesOfHigh);
  await client.query("commit");
  // nor in a later transaction of the same secret: what was taken from it meanwhile is taken
  const jobsEnd = (ended: string) =>
    jobs.query(`update session set ended_at = ${ended} where secret_hash = sha256(convert_to($1, 'UTF8'))`, [low]);
  await jobsEnd("now()");
  await begun(low);
  await client.query("select set_config('entente.held', $1, true)", [own]);
  expect(await seen()).toEqual(await classesOf(null));
  await client.query("commit");
  await jobsEnd("null");
  // and nothing is held where rights can change on the way
  await client.query(`begin; set local entente.session = '${low}'; select hold_classes()`);
  expect((await held()) || null).toBeNull();
  await client.query("rollback");
  for (const call of ["select class_seal_of('1')", "select key from class_seal", "select * from resolved_class()"])
    await expect(client.query(call), call).rejects.toMatchObject({ code: "42501" });
  await client.end();
});
