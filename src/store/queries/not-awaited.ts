import { sql } from "kysely";
import type { SystemWriter } from "../open-store.ts";

/** This transaction's commit does not wait for the disk. Only for what nobody is told of, and what can be done again. */
export async function notAwaited(writer: SystemWriter): Promise<void> {
  await sql`set local synchronous_commit = off`.execute(writer.db);
}
