import { seenAmong, toldChanges } from "../../store/queries/told-changes.ts";
import type { App } from "../app.ts";
import { withRight } from "../signed-in.ts";
import { type LiveEvent, mostAtOnce } from "./hub.ts";

/** A write becomes visible after it was timed: what lies this far back is told again, which costs a question and loses nothing. */
const againMs = 60_000;

/** What a page may have missed since a moment of the server's clock; null: nothing. @throws sign-in-needed */
export async function missedSince(app: App, secret: string | null, moment: number | null): Promise<LiveEvent | null> {
  return app.store.read(secret, async ({ db, viewer }) => {
    withRight(viewer, "be-told");
    if (moment === null) return null;
    const rows = await toldChanges(db, { after: new Date(moment - againMs), limit: mostAtOnce + 1 });
    if (rows.length > mostAtOnce) return { kind: "everything" };
    if (rows.length === 0) return null;
    const seen = await seenAmong(db, rows.flatMap((r) => r.about));
    return { kind: "changes", changes: rows.map((r) => ({ kind: r.kind, id: r.row_id, about: r.about.filter((id) => seen.has(id)) })) };
  });
}
