import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore, type Store } from "../../src/store/open-store.ts";
import type { FreshDatabase } from "../support/database.ts";
import { testApp } from "../support/test-app.ts";
import { type Cast, makeCast } from "./cast.ts";
import { plant, type Planted } from "./plants.ts";

type Role = "app" | "door" | "jobs" | "owner";

let cast: Cast;
let database: FreshDatabase;
let ids: Planted;
let store: Store;
beforeAll(async () => {
  cast = await makeCast();
  const t = await testApp({ database: await cast.database.copy() });
  database = await cast.database.copy();
  const client = await connected("jobs");
  ids = await plant(client, t.app, cast, "closed");
  await client.end();
  await t.close();
  store = openStore((role) => database.connect(role));
}, 120_000);
afterAll(async () => {
  await store?.close();
  await database?.drop();
  await cast?.database.drop();
});

async function connected(role: Role): Promise<pg.Client> {
  const client = new pg.Client(database.connect(role as "app"));
  await client.connect();
  return client;
}

/** Runs statements as a role with a session's secret, in a transaction that is rolled back; the last one's rows, or the error's code. */
async function tried(role: Role, secret: string | null, ...statements: string[]): Promise<readonly Record<string, unknown>[] | string> {
  const client = await connected(role);
  try {
    await client.query("begin");
    if (secret !== null) await client.query(`set local entente.session = '${secret}'`);
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) {
      const answer = await client.query(statement);
      rows = answer.rows.length > 0 || answer.command === "SELECT" ? answer.rows : [{ changed: answer.rowCount }];
    }
    return rows;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await client.query("rollback");
    await client.end();
  }
}
const refused = "42501";

/** Tables that hold nothing marked and are read by none of the roles, with why. */
const bare: Readonly<Record<string, string>> = { migration: "which migrations were applied: no role but the owner is granted anything on it" };

test("every table has row-level security, enabled and forced; a new one without it is found here", async () => {
  const rows = (await tried("owner", null, "select relname, relrowsecurity and relforcerowsecurity as guarded from pg_class where relkind in ('r', 'p', 'm') and relnamespace = 'public'::regnamespace")) as { relname: string; guarded: boolean }[];
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter((r) => !r.guarded).map((r) => r.relname)).toEqual(Object.keys(bare));
  const grants = (await tried("owner", null, "select grantee from information_schema.role_table_grants where table_name = 'migration' and grantee <> 'entente_owner'")) as unknown[];
  expect(grants).toEqual([]);
});

test("no view passes by the policies, and no function that reads as its owner may be called by just anyone who gives it a holder", async () => {
  expect(await tried("owner", null, "select relname from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace and not coalesce(reloptions::text like '%security_invoker=true%', false)")).toEqual([]);
  // Whoever asks as their owner fixes its search path, so that nobody's own table takes the place of ours.
  expect(await tried("owner", null, "select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef and not coalesce(proconfig::text like '%search_path%', false)")).toEqual([]);
  for (const call of [`class_readable_by('${cast.id("member", "orvelle")}', null)`, `circle_of('${ids["circle"]}', '${cast.id("member", "orvelle")}')`]) expect(await tried("app", null, `select ${call}`)).toBe(refused);
});

test("what the owner of the functions reads to know a term is open to no function that a written setting would lead there", async () => {
  for (const said of ["term", "1", cast.owner.secret])
    expect(await tried("owner", null, `select set_config('entente.resolving', '${said}', true)`, "select (select count(*) from office)::int + (select count(*) from membership)::int + (select count(*) from claim)::int + (select count(*) from decision)::int as n"), said).toEqual([{ n: 0 }]);
  for (const call of ["term_seal()", "class_seal_of('term')"]) expect(await tried("app", null, `select ${call}`)).toBe(refused);
});

const idColumn: Readonly<Record<string, string>> = { import_fault: "import_id", threat: "source_id", told_change: "row_id", visibility_class: "circle_id", class_person: "person_id", circle_holder: "circle_id" };

test("each table with a marking shows a planted row to its owner's side and to nobody else", async () => {
  const marked = (await tried("owner", null, "select table_name from information_schema.columns where column_name = 'class_id' and table_schema = 'public' and table_name not in ('class_person')")) as { table_name: string }[];
  const tables = [...marked.map((r) => r.table_name), "circle", "circle_holder", "body", "member", "person", "membership", "office", "meeting", "delegation", "text", "undertaking", "count", "visibility_class"];
  expect(tables).toEqual(expect.arrayContaining(["record", "source", "claim", "decision", "import", "import_fault", "report", "need", "threat", "audit_leaf"]));
  const hidden = Object.values(ids).map((id) => `'${id}'`).join(",");
  const counts = (secret: string | null) => tried("app", secret, tables.map((table) => `select '${table}' as of, count(*) > 0 as some from public.${table} where ${idColumn[table] ?? "id"} in (${hidden})`).join(" union all "));
  expect(await counts(cast.owner.secret)).toEqual(tables.map((of) => ({ of, some: true })));
  for (const [name, viewer] of [...Object.entries(cast.viewers), ["guessed", { secret: "A".repeat(43) }], ["empty", { secret: "" }]] as const) {
    expect(await counts(viewer?.secret ?? null), name).toEqual(tables.map((of) => ({ of, some: false })));
  }
});

test("TLP:RED is for the persons it names, not for their side", async () => {
  const seen = (await tried("app", cast.owner.secret, `select id from source where id = '${ids["redSource"]}'`)) as unknown[];
  expect(seen).toEqual([]);
  const jobs = await connected("jobs");
  const { rows } = await jobs.query("select person_id from account where id = $1", [cast.ownerColleague.accountId]);
  await jobs.query("insert into class_person (class_id, person_id) select class_id, $1 from source where id = $2", [rows[0].person_id, ids["redSource"]]);
  await jobs.end();
  expect(await tried("app", cast.ownerColleague.secret, `select count(*)::int as n from source where id = '${ids["redSource"]}'`)).toEqual([{ n: 1 }]);
  expect(await tried("app", cast.owner.secret, `select count(*)::int as n from source where id = '${ids["redSource"]}'`)).toEqual([{ n: 0 }]);
});

test("nothing the application can say makes it somebody, but a session's secret", async () => {
  const account = cast.owner.accountId;
  // The superuser has another name on every server.
  const [superuser] = (await tried("app", null, "select quote_ident(rolname) as name from pg_roles where rolsuper order by oid limit 1")) as readonly { name: string }[];
  for (const role of ["entente_unfiltered_jobs", "entente_door", "entente_owner", superuser?.name]) expect(await tried("app", null, `set role ${role}`), role).toBe(refused);
  expect(await tried("app", null, "set session authorization entente_owner")).toBe(refused);
  expect(await tried("app", null, "set row_security = off", "select * from claim")).toBe(refused);
  for (const [name, value] of [["entente.session", ""], ["entente.account", account], ["entente.viewer", account], ["role.holder", account]] as const) {
    expect(await tried("app", null, `select set_config('${name}', '${value}', true)`, "select count(*)::int as n from viewer()"), name).toEqual([{ n: 0 }]);
  }
  const [orvelle, upper] = [cast.id("member", "orvelle"), cast.id("body", "upper-basin")];
  for (const statement of [
    `insert into session (secret_hash, kind, account_id, role_id, expires_at) select '\\x00', 'token', '${account}', id, now() + interval '1 day' from acting_role limit 1`,
    `insert into account (login, person_id, display_name, password_hash) values ('me', '${orvelle}', 'me', 'none')`,
    `insert into acting_role (account_id, role, holder_id, body_id) values ('${cast.viewers.focalPoint?.accountId}', 'secretariat', '${orvelle}', '${upper}')`,
    "update session set role_id = role_id", "update acting_role set role = 'secretariat'", "update account set display_name = 'x'", "delete from session",
    "select secret_hash from session", "select password_hash from account", "select * from door_link", "select * from sign_in_failure", "select * from initiative", "select * from shipped_part", "select * from audit_position",
    "select * from migration", "select * from class_person", `insert into visibility_class (tlp, owner_id) values (0, '${orvelle}')`, "update visibility_class set tlp = 0", "delete from claim", "truncate claim",
    "update report set title = 'x'", "update report set body = '{}'", "update report set owner_id = owner_id", "delete from report", "update claim set value = '1'", "update claim set owner_id = owner_id", "update decision set reason = 'x'", "update source set title = 'x'",
    "update record set owner_id = owner_id", "update import set owner_id = owner_id", "update import set seen = 1", "update audit_leaf set act = 'x'", "delete from audit_leaf", "insert into report default values", "insert into threat default values", "insert into import_fault default values",
    "create table mine (x int)", "create function viewer() returns int language sql as 'select 1'",
  ]) {
    for (const secret of [null, cast.viewers.focalPoint?.secret ?? ""]) expect(await tried("app", secret, statement), statement).toBe(refused);
  }
});

test("a class of one's own is of one's own holder, and of one's own circles", async () => {
  const as = cast.viewers.focalPoint?.secret ?? "";
  const [mine] = (await tried("app", as, "select owner_id from visibility_class where id = own_class(2::smallint, null)")) as { owner_id: string }[];
  expect(mine?.owner_id).toBe(cast.id("member", "tamsund"));
  for (const call of [`own_class(2::smallint, '${ids["circle"]}')`, `own_class(2::smallint, '${cast.open.circle}')`, "own_class(4::smallint, null)", `own_class(0::smallint, '${cast.open.circle}')`]) expect(await tried("app", as, `select ${call}`), call).toBe(refused);
  for (const [name, viewer] of Object.entries(cast.viewers)) if (name !== "officer" && name !== "focalPoint") expect(await tried("app", viewer?.secret ?? null, "select own_class(2::smallint, null)"), name).toBe(refused);
});

test("nobody writes in another's name, into another's class, or onto what they may not see", async () => {
  const as = cast.viewers.focalPoint?.secret ?? "";
  const [tamsund, orvelle] = [cast.id("member", "tamsund"), cast.id("member", "orvelle")];
  const claim = (owner: string, cls: string, record: string, source: string) => `insert into claim (record_id, field, value, source_id, confidence, owner_id, class_id) values ('${record}', 'name', '"x"', '${source}', 'reported', '${owner}', ${cls})`;
  const own = "own_class(2::smallint, null)";
  const ofOrvelle = "(select class_id from report where owner_id = '" + orvelle + "' limit 1)";
  const open = cast.open.source;
  expect(await tried("app", as, claim(tamsund, own, tamsund, open))).toEqual([{ changed: 1 }]);
  expect(await tried("app", as, claim(orvelle, own, tamsund, open))).toBe(refused);
  expect(await tried("app", as, claim(tamsund, ofOrvelle, tamsund, open))).toBe(refused);
  for (const hidden of [ids["meeting"] ?? "", "3f1c8a52-0d7e-4b3a-9c41-5e6f7a8b9c0d"]) expect(await tried("app", as, claim(tamsund, own, hidden, open))).toBe(refused);
  for (const hidden of [ids["source"] ?? "", "3f1c8a52-0d7e-4b3a-9c41-5e6f7a8b9c0d"]) expect(await tried("app", as, claim(tamsund, own, tamsund, hidden))).toBe(refused);
  const need = (source: string) => `insert into need (owner_id, class_id, source_id, basis, area, line, from_month, to_month) values ('${tamsund}', ${own}, '${source}', 'request', 'NE-8', 'capacity', 1, 2)`;
  expect(await tried("app", as, need(open))).toEqual([{ changed: 1 }]);
  for (const hidden of [ids["source"] ?? "", "3f1c8a52-0d7e-4b3a-9c41-5e6f7a8b9c0d"]) expect(await tried("app", as, need(hidden))).toBe(refused);
  const leaf = (account: string, role: string, holder: string) => `insert into audit_leaf (account_id, role, holder_id, act, class_id, before_hash, after_hash, leaf_hash) values ('${account}', '${role}', '${holder}', 'x', ${own}, '', '', '')`;
  const me = cast.viewers.focalPoint?.accountId ?? "";
  expect(await tried("app", as, leaf(me, "focal-point", tamsund))).toEqual([{ changed: 1 }]);
  for (const [account, role, holder] of [[cast.owner.accountId, "focal-point", orvelle], [me, "secretariat", tamsund], [me, "focal-point", orvelle]] as const) expect(await tried("app", as, leaf(account, role, holder))).toBe(refused);
});

test("a marking becomes narrower or another of one's own, never wider; others' not at all", async () => {
  const as = cast.owner.secret;
  const to = (tlp: number) => `(select own_class(${tlp}::smallint, null))`;
  const set = (table: string, id: string | undefined, tlp: number) => tried("app", as, `update ${table} set class_id = ${to(tlp)} where id = '${id}'`);
  for (const [table, id] of [["source", ids["source"]], ["claim", ids["conflict"]], ["record", ids["person"]], ["report", ids["report"]], ["need", ids["need"]]] as const) {
    expect(await set(table, id, 3), `${table} narrower`).toEqual([{ changed: 1 }]);
    expect(await set(table, id, 1), `${table} to the coalition`).toBe(refused);
    expect(await set(table, id, 0), `${table} to all`).toBe(refused);
  }
  const other = cast.viewers.focalPoint?.secret ?? "";
  expect(await tried("app", other, `update source set class_id = (select own_class(2::smallint, null)) where id = '${cast.open.source}'`)).toEqual([{ changed: 0 }]);
  expect(await tried("app", other, `update source set class_id = (select own_class(2::smallint, null)) where id = '${ids["source"]}'`)).toEqual([{ changed: 0 }]);
  expect(await tried("app", cast.viewers.officerAsMember?.secret ?? "", `update source set class_id = class_id where id = '${cast.open.source}'`)).toEqual([{ changed: 0 }]);
});

test("the door reads no claim, no report and no record but bodies; its acts are its own", async () => {
  for (const table of ["claim", "report", "source", "decision", "import", "import_fault", "need", "threat", "member", "meeting", "audit_leaf", "circle", "initiative"]) expect(await tried("door", null, `select * from ${table}`), table).toBe(refused);
  expect(await tried("door", null, "select key from record")).toBe(refused);
  expect(await tried("door", null, "select distinct kind from (select id, owner_id, (select 'body') as kind from record) r")).toEqual([{ kind: "body" }]);
  expect(await tried("door", null, `select id from record where id in ('${ids["member"]}', '${ids["person"]}', '${ids["meeting"]}')`)).toEqual([]);
  expect(await tried("door", null, `insert into record (kind, key, owner_id, class_id) select 'meeting', 'x', owner_id, 1 from record limit 1`)).toBe(refused);
  const leaf = (role: string, account: string) => `insert into audit_leaf (account_id, role, act, class_id, before_hash, after_hash, leaf_hash) values (${account}, '${role}', 'x', 1, '', '', '')`;
  expect(await tried("door", null, leaf("door", "null"))).toEqual([{ changed: 1 }]);
  expect(await tried("door", null, leaf("secretariat", "null"))).toBe(refused);
  expect(await tried("door", null, leaf("door", `'${cast.owner.accountId}'`))).toBe(refused);
});

test("the owner of the tables reads no marked row", async () => {
  for (const table of ["record", "source", "claim", "decision", "report", "import", "import_fault", "initiative", "need", "threat", "audit_leaf", "member", "body", "meeting", "person", "undertaking"]) {
    expect(await tried("owner", null, `select count(*)::int as n from public.${table}`), table).toEqual([{ n: 0 }]);
  }
});

test("no secret, an empty one and a wrong one are the anonymous visitor, never the system", async () => {
  const seen = async (secret: string | null) => (await tried("app", secret, "select (select count(*) from claim)::int as claims, (select count(*) from readable_class())::int as classes, (select count(*) from viewer())::int as viewers")) as object[];
  const anonymous = await seen(null);
  expect(anonymous).toEqual([expect.objectContaining({ viewers: 0 })]);
  for (const secret of ["", "x", "A".repeat(43), "' or true"]) expect(await seen(secret.replaceAll("'", "''"))).toEqual(anonymous);
  expect(await seen(cast.owner.secret)).not.toEqual(anonymous);
});

test("a session that ended, ran out, or whose role ran out is nobody", async () => {
  const secret = cast.ownerColleague.secret;
  const jobs = await connected("jobs");
  const hash = "sha256(convert_to($1, 'UTF8'))";
  for (const [end, begin] of [
    [`update session set ended_at = now() where secret_hash = ${hash}`, `update session set ended_at = null where secret_hash = ${hash}`],
    [`update session set expires_at = now() - interval '1 second' where secret_hash = ${hash}`, `update session set expires_at = now() + interval '1 day' where secret_hash = ${hash}`],
    [`update acting_role set valid_from = current_date - 9, valid_to = current_date - 1 where id = (select role_id from session where secret_hash = ${hash})`, `update acting_role set valid_to = null where id = (select role_id from session where secret_hash = ${hash})`],
    [`update account set ended_at = now() where id = (select account_id from session where secret_hash = ${hash})`, `update account set ended_at = null where id = (select account_id from session where secret_hash = ${hash})`],
  ] as const) {
    expect(await tried("app", secret, "select count(*)::int as n from viewer()"), end).toEqual([{ n: 1 }]);
    await jobs.query(end, [secret]);
    expect(await tried("app", secret, "select count(*)::int as n from viewer()"), end).toEqual([{ n: 0 }]);
    await jobs.query(begin, [secret]);
  }
  await jobs.end();
});

test("what one request set does not outlive it: the next one on the same connection is whoever it says it is", async () => {
  const seen = () => store.read(null, async ({ client, viewer }) => ({ kind: viewer.kind, setting: (await client.query("select current_setting('entente.session', true) as s")).rows[0].s || null }));
  for (let n = 0; n < 30; n++) {
    await store.read(cast.owner.secret, async ({ viewer }) => expect(viewer.kind).toBe("signed-in"));
    expect(await seen()).toEqual({ kind: "anonymous", setting: null });
    await expect(store.read(cast.owner.secret, async ({ client }) => client.query("select no_such_column"))).rejects.toThrow("no_such_column");
    expect(await seen()).toEqual({ kind: "anonymous", setting: null });
    // Even a plain SET inside a transaction that was rolled back, or one left open, does not reach the next.
    await expect(store.read(cast.owner.secret, async ({ client }) => { await client.query(`set entente.session = '${cast.owner.secret}'`); throw new Error("stop"); })).rejects.toThrow("stop");
    expect(await seen()).toEqual({ kind: "anonymous", setting: null });
    await store.read(cast.owner.secret, ({ client }) => client.query(`set entente.session = '${cast.owner.secret}'`));
    expect(await seen()).toEqual({ kind: "anonymous", setting: null });
  }
});
