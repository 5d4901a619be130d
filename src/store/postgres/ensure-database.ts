import pg from "pg";
import { fault } from "../../base/errors.ts";
import { roleNames } from "./roles.ts";
import { errorCode } from "./system-error.ts";

/** What the migrations build on. PostgreSQL trusts all of them to the owner of a database. */
export const extensions: readonly string[] = ["pgcrypto", "pg_trgm", "unaccent", "btree_gist"];

export const mainDatabase = "entente";

/** The system's classes of letters, the second where the first is not known (macOS, for one). Under "C" trigrams drop Arabic. */
export const letterClasses: readonly string[] = ["C.UTF-8", "en_US.UTF-8"];

/**
 * Creates the database for `owner` if it is not there, for our login roles alone.
 *
 * Its order and classes of letters are the same on every server: C.UTF-8, of PostgreSQL itself from version 17 on and
 * of the system before.
 */
export async function ensureDatabase(client: pg.ClientBase, name: string, owner: string): Promise<void> {
  const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
  if (rowCount) return;
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  );
  const locale = (rows[0]?.version ?? 0) >= 170_000 ? "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'" : "";
  for (const ctype of letterClasses) {
    try {
      return await createDatabase(
        client,
        name,
        owner,
        `TEMPLATE template0 ENCODING 'UTF8' ${locale} LC_COLLATE 'C' LC_CTYPE '${ctype}'`,
      );
    } catch (error) {
      const isUnknownLocale = errorCode(error) === "42809";
      if (!isUnknownLocale || ctype === letterClasses.at(-1)) throw error;
    }
  }
}

/** CREATE DATABASE, and only our login roles may connect. Does nothing if another process was faster. */
export async function createDatabase(
  client: pg.ClientBase,
  name: string,
  owner: string,
  options: string,
): Promise<void> {
  const id = pg.escapeIdentifier(name);
  try {
    await client.query(`CREATE DATABASE ${id} OWNER ${pg.escapeIdentifier(owner)} ${options}`);
  } catch (error) {
    if (!["42P04", "23505"].includes(errorCode(error) ?? "")) throw error;
  }
  await client.query(
    `REVOKE ALL ON DATABASE ${id} FROM PUBLIC; GRANT CONNECT ON DATABASE ${id} TO ${roleNames.app}, ${roleNames.door}, ${roleNames.jobs}`,
  );
}

/** @throws database-refused when one is missing and cannot be created */
export async function ensureExtensions(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select name from unnest($1::text[]) name where name not in (select extname from pg_extension)",
    [extensions],
  );
  for (const { name } of rows) {
    try {
      await client.query(`CREATE EXTENSION IF NOT EXISTS ${name} SCHEMA public`);
    } catch (error) {
      // Another process was faster.
      if (errorCode(error) === "23505") continue;
      throw fault(
        "database-refused",
        { reason: "extension-missing", extension: name, code: errorCode(error) ?? "" },
        error,
      );
    }
  }
}
