import { fault } from "../../base/errors.ts";
import { ownClass } from "../../store/queries/classes.ts";
import type { Writer } from "../../store/open-store.ts";

const rank: Readonly<Record<string, 0 | 1 | 2>> = { "TLP:CLEAR": 0, "TLP:GREEN": 1, "TLP:AMBER": 2 };

/** The class of what a person writes, and that of its entry in the audit log. */
export type OwnMarking = { readonly classId: number; readonly entryClass: number };

/**
 * The viewer's own class of the chosen marking, TLP:AMBER in their own circle unless they say otherwise.
 * @param hangsOn classes of the record, source and claim that the row is about
 * @throws bad-input for a marking that cannot be chosen here
 */
export async function ownMarking(
  writer: Writer,
  chosen: string | undefined,
  hangsOn: readonly number[],
): Promise<OwnMarking> {
  const tlp = rank[chosen ?? "TLP:AMBER"];
  if (tlp === undefined)
    throw fault("bad-input", { path: "marking", found: chosen ?? "", expected: Object.keys(rank).join(", ") });
  const classId = await ownClass(writer.db, tlp);
  return { classId, entryClass: await entryClass(writer, classId, hangsOn) };
}

/**
 * The class of an entry in the audit log about a row of this class.
 *
 * The row is seen only together with those it hangs on. Its entry stands alone and repeats what the row says: where one of them is
 * bound more tightly than the row itself, the entry is open to the writer's own side only.
 */
export async function entryClass(writer: Writer, classId: number, hangsOn: readonly number[]): Promise<number> {
  const ids = [...new Set([classId, ...hangsOn])];
  if (ids.length === 1) return classId;
  const rows = await writer.db
    .selectFrom("visibility_class")
    .select(["id", "tlp", "circle_id"])
    .where("id", "in", ids)
    .execute();
  const own = rows.find((r) => r.id === classId);
  const isOpen = (r: (typeof rows)[number]) =>
    r.tlp === 0 || (r.tlp === 1 && r.circle_id === null && own !== undefined && own.tlp >= 1);
  const asOpen = rows.length === ids.length && rows.every((r) => r.id === classId || isOpen(r));
  const ownAlone = own !== undefined && own.circle_id === null && own.tlp >= 2;
  return asOpen || ownAlone ? classId : ownClass(writer.db, 2);
}
