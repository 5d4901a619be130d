import type { RoleName } from "../../access/rights.ts";
import type { Reader } from "../../store/open-store.ts";
import { holdingNow } from "../../store/queries/door-roles.ts";
import type { App } from "../app.ts";
import { type Circle, readCircles } from "../circles/circle.ts";
import type { Asking } from "./asking.ts";
import { conflictItems, fieldsInConflict } from "./conflicts.ts";

/** How many facts are shown on the page; the rest is in the list of where sources differ. */
const shownConflicts = 20;

/** Facts about these records on which sources differ and that nobody has decided. Their classes are noted only where they are shown. */
export async function openConflicts(ask: Asking, records: readonly string[]) {
  const ours = new Set(records);
  const found = (await fieldsInConflict({ ...ask, used: new Set() })).filter((f) => ours.has(f.record) && f.composed.state === "differ");
  for (const f of found) for (const c of f.composed.parties.flatMap((p) => p.claims)) ask.used.add(c.classId);
  return { open: found.length, items: await conflictItems(ask, found.slice(0, shownConflicts)) };
}

export type OwnPerson = { readonly name: string; readonly role: RoleName; readonly from: string; readonly to: string | null; readonly holdsToday: boolean };
/** `circles`: those that it owns or is in, as far as the viewer's own side is in them too. */
export type OwnSide = { readonly people: OwnPerson[]; readonly circles: Circle[]; readonly allCircles: boolean };

/**
 * What concerns the member's own people and the secretariat alone: who acts for it, and what they may read. Null for everybody else, and while an
 * officer looks as somebody else. The secretariat learns of circles only what it is in itself: `allCircles` says whether that is all.
 */
export async function ownSide(app: App, reader: Reader, ask: Asking, member: string): Promise<OwnSide | null> {
  const { viewer } = reader;
  if (viewer.kind === "anonymous" || viewer.lookingAs !== null) return null;
  const own = viewer.holderId === member;
  if (!own && viewer.role !== "secretariat") return null;
  const { rows, holding } = await app.store.door(null, async ({ db }) => {
    const found = await db.selectFrom("acting_role as r").innerJoin("account as a", "a.id", "r.account_id").select(["r.id", "a.display_name", "r.role", "r.valid_from", "r.valid_to"]).where("r.holder_id", "=", member).where("r.ended_at", "is", null).where("a.ended_at", "is", null).orderBy("a.display_name").orderBy("r.id").execute();
    return { rows: found, holding: await holdingNow(db, found.map((r) => r.id)) };
  });
  const circles = (await readCircles(ask, null)).filter((c) => own || c.owner?.id === member || c.holders.some((h) => h.id === member));
  return { people: rows.map((r) => ({ name: r.display_name, role: r.role as RoleName, from: r.valid_from, to: r.valid_to, holdsToday: holding.has(r.id) })), circles, allCircles: own };
}
