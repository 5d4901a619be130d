import { type Kysely, sql } from "kysely";
import type { Reader } from "../open-store.ts";
import type { Schema } from "../schema.ts";

/** The marking (0 CLEAR to 4 RED) of every class that the viewer may read, in order of id. */
export async function classMarkings(reader: Reader): Promise<readonly { readonly id: number; readonly tlp: number }[]> {
  const { rows } = await sql<{ id: number; tlp: number }>`select v.id, v.tlp from visibility_class v where v.id in (select readable_class()) order by v.id`.execute(reader.db);
  return rows;
}

/**
 * The viewer's own class of this marking (0 CLEAR, 1 GREEN, 2 AMBER, 3 AMBER+STRICT).
 * @param circle one of the viewer's own, with whom it is shared; null: with nobody beyond the marking
 * @throws not-allowed
 */
export async function ownClass(db: Kysely<Schema>, tlp: 0 | 1 | 2 | 3, circle: string | null = null): Promise<number> {
  const { rows } = await sql<{ id: number }>`select own_class(${tlp}::smallint, ${circle}::uuid) as id`.execute(db);
  return (rows[0] as { id: number }).id;
}

/** A class without a circle, made if it is new. For the door and for work without a viewer: a viewer's own is `ownClass`. */
export async function classOf(db: Kysely<Schema>, tlp: 0 | 1 | 2 | 3, ownerId: string): Promise<number> {
  await sql`insert into visibility_class (tlp, circle_id, owner_id) values (${tlp}, null, ${ownerId}) on conflict do nothing`.execute(db);
  const row = await db.selectFrom("visibility_class").select("id").where("tlp", "=", tlp).where("circle_id", "is", null).where("owner_id", "=", ownerId).executeTakeFirstOrThrow();
  return row.id;
}

/** The body that all others hang on: it owns itself. */
export async function rootBody(db: Kysely<Schema>): Promise<string> {
  const row = await db.selectFrom("record").select("id").where("kind", "=", "body").whereRef("id", "=", "owner_id").executeTakeFirstOrThrow();
  return row.id;
}
