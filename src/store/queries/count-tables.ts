import type { SystemWriter } from "../open-store.ts";

/** Has PostgreSQL count what the tables hold now, so that it plans well from the first question on: after much was loaded at once. */
export async function countTables({ client }: Pick<SystemWriter, "client">): Promise<void> {
  await client.query("select count_tables()");
}
