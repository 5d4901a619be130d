import type { Kysely } from "kysely";
import type { Change } from "./audit-leaf.ts";
import type { Schema } from "./schema.ts";

/** A kind of row whose writing open pages are told of; see migrations/0090. */
export const toldKinds = ["record", "source", "claim", "decision", "finding", "stated-none", "need", "import", "reports", "circle", "gone"] as const;
export type ToldKind = (typeof toldKinds)[number];

/** One row that was written. `about`: the records and initiatives it says something of. `classId`: its own marking. */
export type Told = { readonly kind: ToldKind; readonly id: string; readonly about?: readonly string[]; readonly classId: number };

/** A batch that touches more is told as one, with what it was about left out: whoever looks at any of it asks again. */
const mostAbout = 50;
/** Records of one write that are told one by one. */
const mostRecords = 50;

/** A write that does not say what to tell of it is told of the records it noted, to those who may see them and its entry in the log. */
export async function tellChanges(db: Kysely<Schema>, actor: { readonly act: string; readonly accountId: string | null; readonly holderId: string | null }, changes: readonly Change[]): Promise<void> {
  const told = changes.flatMap((c): readonly Told[] => c.told ?? c.recordIds.slice(0, mostRecords).map((id) => ({ kind: "record", id, about: [id], classId: c.classId })));
  if (told.length === 0) return;
  const rows = told.map((t) => ({
    act: actor.act, kind: t.kind, row_id: t.id, about: (t.about ?? []).length > mostAbout ? [] : [...(t.about ?? [])], class_id: t.classId, account_id: actor.accountId, holder_id: actor.holderId,
  }));
  await db.insertInto("told_change").values(rows).execute();
}
