import type { Reader } from "../../store/open-store.ts";
import { labelsOf, type Ref, refOf } from "../record/labels-of.ts";
import type { Asking } from "../record/asking.ts";

/** A named set of members and bodies with whom its owner shares. */
export type Circle = { readonly id: string; readonly name: string; readonly owner: Ref | null; readonly mine: boolean; readonly holders: Ref[] };

/** Circles that the viewer's holder owns or is in; `ids` null: all of them. Who is in them is told as far as the viewer may know of them. */
export async function readCircles(ask: Asking, ids: readonly string[] | null): Promise<Circle[]> {
  const { db, viewer } = ask.reader as Pick<Reader, "db" | "viewer">;
  let query = db.selectFrom("circle").select(["id", "name", "owner_id"]).orderBy("name").orderBy("id");
  if (ids !== null) query = query.where("id", "in", [...ids]);
  const rows = await query.execute();
  if (rows.length === 0) return [];
  const holders = await db.selectFrom("circle_holder").select(["circle_id", "holder_id"]).where("circle_id", "in", rows.map((r) => r.id)).execute();
  const labels = await labelsOf(ask, [...rows.map((r) => r.owner_id), ...holders.map((h) => h.holder_id)]);
  const refs = (held: readonly string[]): Ref[] =>
    held.flatMap((id) => { const label = labels.get(id); return label === undefined ? [] : [refOf(label)]; }).toSorted((a, b) => (a.name.text < b.name.text ? -1 : a.name.text > b.name.text ? 1 : 0));
  return rows.map((r) => ({
    id: r.id, name: r.name, owner: refs([r.owner_id])[0] ?? null, mine: viewer.kind === "signed-in" && viewer.holderId === r.owner_id && viewer.lookingAs === null,
    holders: refs(holders.filter((h) => h.circle_id === r.id).map((h) => h.holder_id)),
  }));
}
