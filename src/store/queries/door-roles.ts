import { type Kysely, sql } from "kysely";
import type { Schema } from "../schema.ts";

export type RoleToday = { readonly id: string; readonly role: string; readonly holder_id: string; readonly body_id: string };

/** The roles of an account that give rights now, as `viewer()` will judge them; the one given last comes first. */
export async function rolesToday(db: Kysely<Schema>, accountId: string): Promise<readonly RoleToday[]> {
  const { rows } = await sql<RoleToday>`
    select r.id, r.role, r.holder_id, r.body_id from acting_role r join account a on a.id = r.account_id
    where r.account_id = ${accountId} and a.ended_at is null and r.ended_at is null
      and r.valid_from <= (now() at time zone 'utc')::date and (r.valid_to is null or r.valid_to >= (now() at time zone 'utc')::date) and (r.through_id is null or term_holds(r.through_id))
    order by r.valid_from desc, r.id`.execute(db);
  return rows;
}

/** Of these roles, which give rights now: for showing them. */
export async function holdingNow(db: Kysely<Schema>, roleIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (roleIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select id from acting_role where id = any(${roleIds as string[]}::uuid[]) and ended_at is null
      and valid_from <= (now() at time zone 'utc')::date and (valid_to is null or valid_to >= (now() at time zone 'utc')::date) and (through_id is null or term_holds(through_id))`.execute(db);
  return new Set(rows.map((r) => r.id));
}
