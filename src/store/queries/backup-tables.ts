import { sql } from "kysely";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import type { SystemWriter } from "../open-store.ts";

/** A table to be kept, and its columns in order. Columns that the database computes itself are not among them. */
export type KeptTable = { readonly name: string; readonly columns: readonly string[] };

/**
 * What no backup holds: sessions, one-time links and known browsers, which would let in again who was signed out since; the key that seals
 * what one database resolved; failed sign-ins; and which migrations were applied, which the header says.
 */
const notKept: readonly string[] = ["session", "door_link", "door_flow", "known_device", "sign_in_failure", "class_seal", "migration"];

/** Transaction numbers of one server mean nothing on another. */
const notKeptColumns: ReadonlySet<string> = new Set(["audit_leaf.xid", "told_change.xid"]);

/** One snapshot for all that follows. The first statement of its transaction. */
export async function freezeSnapshot(system: SystemWriter): Promise<void> {
  await sql`set transaction isolation level repeatable read, read only`.execute(system.db);
}

/**
 * Every table with rows to keep, each after those that it refers to. References that may be checked at the end of a transaction
 * make no order, nor those of a table to itself.
 */
export async function tablesToKeep(client: pg.ClientBase): Promise<readonly KeptTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; after: string[] }>(
    `select c.relname as name,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       coalesce((select array_agg(distinct f.confrelid::regclass::text) from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and not f.condeferrable and f.confrelid <> c.oid), '{}') as after
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' and c.relname <> all($1) order by c.relname`,
    [notKept],
  );
  const waiting = rows.map((r) => ({ name: r.name, columns: r.columns.filter((c) => !notKeptColumns.has(`${r.name}.${c}`)), after: r.after.map((t) => t.replaceAll('"', "").replace(/^public\./, "")).filter((t) => !notKept.includes(t)) }));
  const placed: KeptTable[] = [];
  const names = new Set<string>();
  while (waiting.length > 0) {
    const at = waiting.findIndex((t) => t.after.every((other) => names.has(other)));
    const [next] = waiting.splice(at, 1);
    if (at < 0 || next === undefined) throw new Error(`tables refer to one another in a circle: ${waiting.map((t) => t.name).join(", ")}`);
    names.add(next.name);
    placed.push({ name: next.name, columns: next.columns });
  }
  return placed;
}

/** A table's rows in PostgreSQL's text format of COPY, as they are now; and how many came, once all came. */
export function copyOut(client: pg.ClientBase, table: KeptTable): { readonly bytes: AsyncIterable<Uint8Array>; readonly rows: () => number } {
  const stream = client.query(copyTo(`copy (select ${columnList(table)} from public.${quoted(table.name)}) to stdout`));
  return { bytes: stream, rows: () => stream.rowCount };
}

/** Fills a table from such rows. @returns how many */
export async function copyIn(client: pg.ClientBase, table: KeptTable, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  const stream = client.query(copyFrom(`copy public.${quoted(table.name)} (${columnList(table)}) from stdin`));
  await pipeline(Readable.from(bytes, { objectMode: false }), stream);
  return stream.rowCount;
}

/** Imports whose file is still needed. */
export async function unfinishedImportIds(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>("select id from import where state in ('waiting','running','failed') order by id");
  return rows.map((r) => r.id);
}

/** @returns null before the first */
export async function lastCheckpoint(client: pg.ClientBase): Promise<number | null> {
  const { rows } = await client.query<{ n: string | null }>("select max(n) as n from audit_checkpoint");
  const n = rows[0]?.n ?? null;
  return n === null ? null : Number(n);
}

/** Names of the migrations that were applied, in order. */
export async function appliedMigrations(owner: pg.ClientBase): Promise<readonly string[]> {
  const { rows: there } = await owner.query<{ is: boolean }>("select to_regclass('public.migration') is not null as is");
  if (there[0]?.is !== true) return [];
  const { rows } = await owner.query<{ name: string }>("select name from migration order by name");
  return rows.map((r) => r.name);
}

/** Whether any table that a backup would keep has a row, as the tables' owner sees it inside `loading`. @returns its name */
export async function firstFilledTable(owner: pg.ClientBase, tables: readonly KeptTable[]): Promise<string | null> {
  for (const t of tables) {
    const { rowCount } = await owner.query(`select 1 from public.${quoted(t.name)} limit 1`);
    if (rowCount) return t.name;
  }
  return null;
}

/**
 * One transaction of the tables' owner in which policies do not bind it, so that rows can be copied in as they are. They bind again
 * before it ends, and until it ends nobody sees any of it. Numbers that the database gives out go on behind those that came in.
 */
export async function loading<T>(owner: pg.ClientBase, makeTables: () => Promise<void>, work: (tables: readonly KeptTable[]) => Promise<T>): Promise<T> {
  await owner.query("begin");
  try {
    await makeTables();
    const tables = await tablesToKeep(owner);
    const forced = (await owner.query<{ name: string }>("select relname as name from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity")).rows.map((r) => r.name);
    for (const name of forced) await owner.query(`alter table public.${quoted(name)} no force row level security`);
    const result = await work(tables);
    // What was deferred is checked here: a table with checks waiting cannot be altered.
    await owner.query("set constraints all immediate");
    for (const name of forced) await owner.query(`alter table public.${quoted(name)} force row level security`);
    await continueNumbers(owner);
    await owner.query("commit");
    return result;
  } catch (error) {
    // A lost connection has rolled back by itself; the first error is the one told.
    await owner.query("rollback").catch(() => undefined);
    throw error;
  }
}

async function continueNumbers(owner: pg.ClientBase): Promise<void> {
  const { rows } = await owner.query<{ relation: string; col: string }>(
    "select c.relname as relation, a.attname as col from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attidentity <> ''",
  );
  for (const { relation, col } of rows) {
    const table = `public.${quoted(relation)}`;
    await owner.query(`select setval(pg_get_serial_sequence($1, $2), greatest((select max(${quoted(col)}) from ${table}), 1), (select max(${quoted(col)}) from ${table}) is not null)`, [table, col]);
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const columnList = (table: KeptTable) => table.columns.map(quoted).join(", ");
