import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase, testCluster } from "../../test/support/database.ts";
import { openStore, type Store } from "./open-store.ts";

let database: FreshDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  store = openStore((role) => database.connect(role));
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

/** As when PostgreSQL ends all sessions: after a crash, or because its disk is full. */
async function endSessions(): Promise<void> {
  const client = new pg.Client((await testCluster()).administer("postgres"));
  await client.connect();
  await client.query("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1", [database.name]);
  await client.end();
}

test("a connection that breaks while it is asked nothing fails its own work with a clear error, and nothing else", async () => {
  // vitest fails a run in which an error is emitted that nobody hears.
  const held = store.alone("an import", async () => {
    await endSessions();
    return store.system(null, ({ db }) => sql<{ n: number }>`select 1 as n`.execute(db));
  });
  expect((await held)?.rows).toEqual([{ n: 1 }]);
  const cut = store.system(null, async ({ db }) => {
    await endSessions();
    await sql`select 1`.execute(db);
  });
  await expect(cut).rejects.toMatchObject({ code: "database-unreachable" });
  expect((await store.system(null, ({ db }) => sql<{ n: number }>`select 2 as n`.execute(db))).rows).toEqual([{ n: 2 }]);
});
