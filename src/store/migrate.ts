import { fault } from "../base/errors.ts";
import { readdir, readFile } from "node:fs/promises";
import pg from "pg";

const folder = new URL("./migrations/", import.meta.url);

/** The numbered files in migrations/, in order. */
export async function migrationNames(): Promise<readonly string[]> {
  return (await readdir(folder)).filter((f) => f.endsWith(".sql")).sort();
}

/**
 * Brings a database to the newest schema by the numbered files in migrations/, each in one transaction.
 *
 * Runs as the owner of the schema. Several processes may call it at once: the second waits, finds nothing left to do.
 * @returns the names of the files that were applied now
 * @throws when a file that was applied has gone or comes from a newer version: `data-folder-newer`
 */
export async function migrate(owner: pg.ClientConfig): Promise<readonly string[]> {
  const files = await migrationNames();
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(7300426)");
    await client.query("create table if not exists migration (name text primary key, applied_at timestamptz not null default now())");
    const { rows } = await client.query<{ name: string }>("select name from migration order by name");
    const known = new Set(files);
    const foreign = rows.find((r) => !known.has(r.name));
    if (foreign) throw fault("data-folder-newer", { folder: "database", found: foreign.name, expected: files.at(-1) ?? "" });
    const applied = new Set(rows.map((r) => r.name));
    const now: string[] = [];
    for (const file of files) {
      if (applied.has(file)) continue;
      await client.query("begin");
      await client.query(await readFile(new URL(file, folder), "utf8"));
      await client.query("insert into migration (name) values ($1)", [file]);
      await client.query("commit");
      now.push(file);
    }
    return now;
  } finally {
    await client.end();
  }
}

/**
 * The same inside a transaction that is open already, and only these files: a restore makes the tables of the version that wrote the
 * backup, fills them, and lets `migrate` go on from there.
 */
export async function applyMigrations(client: pg.ClientBase, wanted: readonly string[]): Promise<void> {
  await client.query("select pg_advisory_xact_lock(7300426)");
  await client.query("create table if not exists migration (name text primary key, applied_at timestamptz not null default now())");
  const { rows } = await client.query<{ name: string }>("select name from migration");
  const applied = new Set(rows.map((r) => r.name));
  for (const file of (await migrationNames()).filter((name) => wanted.includes(name) && !applied.has(name))) {
    await client.query(await readFile(new URL(file, folder), "utf8"));
    await client.query("insert into migration (name) values ($1)", [file]);
  }
}
