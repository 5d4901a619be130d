import { randomBytes, randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { leafDigest, saltedHash } from "../audit/leaf.ts";
import { fault } from "../base/errors.ts";
import type { Schema } from "./schema.ts";
import { type Told, tellChanges } from "./told-change.ts";

/** What one write changed. `classId` is the marking of the records: the entry is as visible as they are. */
export type Change = {
  readonly recordIds: readonly string[]; readonly classId: number; readonly before: unknown; readonly after: unknown;
  /** the rows that open pages are told of: an entry may be bound more tightly than they are; absent: the records */
  readonly told?: readonly Told[];
};

export type Actor = { readonly act: string; readonly reason?: string; readonly accountId: string | null; readonly role: string; readonly holderId: string | null };

/**
 * One entry per transaction and marking, inserted with the write itself. No entry waits for another: order and
 * signatures come from the checkpointer.
 * @throws when nothing was noted: a write that leaves no entry is a fault of the verb
 */
export async function appendLeaf(db: Kysely<Schema>, actor: Actor, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) throw fault("internal", undefined, new Error(`${actor.act} wrote without noting what it changed`));
  const byClass = Map.groupBy(changes, (c) => c.classId);
  const leaves = [...byClass].map(([classId, group]) => {
    const id = randomUUID();
    const at = new Date();
    const salt = randomBytes(16).toString("hex");
    const before = group.map((c) => c.before ?? null);
    const after = group.map((c) => c.after ?? null);
    const recordIds = [...new Set(group.flatMap((c) => c.recordIds))];
    const hashed = {
      id, at: at.toISOString(), accountId: actor.accountId, role: actor.role, holderId: actor.holderId, act: actor.act, reason: actor.reason ?? null, recordIds, classId,
      beforeHash: saltedHash(before, salt), afterHash: saltedHash(after, salt),
    };
    return {
      id, at, account_id: actor.accountId, role: actor.role, holder_id: actor.holderId, act: actor.act, reason: actor.reason ?? null, record_ids: recordIds, class_id: classId,
      before: JSON.stringify(before), after: JSON.stringify(after), salt, before_hash: hashed.beforeHash, after_hash: hashed.afterHash, leaf_hash: leafDigest(hashed),
    };
  });
  await db.insertInto("audit_leaf").values(leaves).execute();
  // The door knows accounts only: of what it does, pages learn by their session.
  if (actor.role !== "door") await tellChanges(db, actor, changes);
}
