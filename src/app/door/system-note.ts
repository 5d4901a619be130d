import { sql } from "kysely";
import type { DoorWriter } from "../../store/open-store.ts";

/** Notes an act of the door that is about no record. It carries the root body's own GREEN class, so the coalition's auditors see it. */
export async function systemNote(door: DoorWriter, after: unknown): Promise<void> {
  const root = await door.db.selectFrom("record").select("id").where("kind", "=", "body").where("id", "=", sql<string>`owner_id`).executeTakeFirstOrThrow();
  await sql`insert into visibility_class (tlp, circle_id, owner_id) values (1, null, ${root.id}) on conflict do nothing`.execute(door.db);
  const { id } = await door.db.selectFrom("visibility_class").select("id").where("tlp", "=", 1).where("circle_id", "is", null).where("owner_id", "=", root.id).executeTakeFirstOrThrow();
  door.note({ recordIds: [], classId: id, before: null, after });
}
