import { fault } from "../../base/errors.ts";
import { ownClass } from "../../store/queries/classes.ts";
import type { Writer } from "../../store/open-store.ts";

const rank: Readonly<Record<string, 0 | 1 | 2>> = { "TLP:CLEAR": 0, "TLP:GREEN": 1, "TLP:AMBER": 2 };

/** The class of what a person writes, and that of its entry in the audit log. */
export type OwnMarking = { readonly classId: number; readonly entryClass: number };

/**
 * The viewer's own class of the chosen marking, TLP:AMBER in their own circle unless they say otherwise.
 *
 * A row that hangs on others' rows is seen only with them. The entry in the audit log stands alone, and repeats what the row
 * says: where one of those others is bound more tightly, the entry is open to the writer's own side only.
 *
 * @param hangsOn classes of the record, source and claim that the row is about
 * @throws bad-input for a marking that cannot be chosen here
 */
export async function ownMarking(writer: Writer, chosen: string | undefined, hangsOn: readonly number[]): Promise<OwnMarking> {
  const tlp = rank[chosen ?? "TLP:AMBER"];
  if (tlp === undefined) throw fault("bad-input", { path: "marking", found: chosen ?? "", expected: Object.keys(rank).join(", ") });
  const classId = await ownClass(writer.db, tlp);
  const others = [...new Set(hangsOn)].filter((id) => id !== classId);
  if (others.length === 0) return { classId, entryClass: classId };
  const rows = await writer.db.selectFrom("visibility_class").select(["tlp", "circle_id"]).where("id", "in", others).execute();
  const open = rows.length === others.length && rows.every((r) => r.tlp === 0 || (r.tlp === 1 && r.circle_id === null && tlp >= 1));
  return { classId, entryClass: open || tlp === 2 ? classId : await ownClass(writer.db, 2) };
}
