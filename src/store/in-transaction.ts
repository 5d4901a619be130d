import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import Cursor from "pg-cursor";
import type { Schema } from "./schema.ts";

/**
 * Runs `work` in one transaction on one connection, which it sees as a Kysely instance, and gives the connection
 * back only when it is idle. Any other connection is destroyed: whatever was set on it dies with it.
 *
 * @param begin the statements that open it, in one round trip
 * @param work its third argument: the rows of the last of those statements
 */
export async function inTransaction<T>(pool: pg.Pool, begin: string, work: (db: Kysely<Schema>, client: pg.PoolClient, begun: readonly pg.QueryResultRow[]) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let idle = false;
  try {
    // Several statements in one string answer with a list of results, which the types of `pg` do not say.
    const opened = (await client.query(begin)) as pg.QueryResult | pg.QueryResult[];
    const begun = (Array.isArray(opened) ? opened.at(-1) : opened)?.rows ?? [];
    const result = await work(onOneConnection(client), client, begun);
    const { command } = await client.query("commit");
    idle = true;
    // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK, and no error.
    if (command !== "COMMIT") throw new Error("a failure inside the transaction was swallowed: nothing was kept");
    return result;
  } catch (error) {
    // A failed rollback leaves `idle` false: the connection is destroyed, and the first error is the one told.
    idle = await client.query("rollback").then(() => true, () => false);
    throw error;
  } finally {
    client.release(!idle);
  }
}

function onOneConnection(client: pg.PoolClient): Kysely<Schema> {
  const held = { query: client.query.bind(client), release: () => {} } as unknown as pg.PoolClient;
  return new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: { connect: async () => held, end: async () => {} } as unknown as pg.Pool, cursor: Cursor }),
  });
}
