import { toldChanges } from "../../store/queries/told-changes.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { asking, type Wanted } from "../record/asking.ts";
import { withRight } from "../signed-in.ts";
import { shownChanges } from "./change-shown.ts";

/** What changed of all that the viewer may see today, the newest first. @throws sign-in-needed */
export async function listChanges(app: App, secret: string | null, wanted: Wanted & { readonly after?: string | undefined; readonly about?: string | undefined; readonly limit: number }) {
  return app.store.read(secret, async (reader) => {
    withRight(reader.viewer, "be-told");
    const ask = asking(app, reader, wanted);
    const rows = await toldChanges(reader.db, { after: wanted.after === undefined ? null : new Date(wanted.after), about: wanted.about ?? null, limit: wanted.limit + 1 });
    const items = await shownChanges(ask, rows.slice(0, wanted.limit));
    return { items: [...items], more: rows.length > wanted.limit, marking: await markingOf(reader, ask.used, ask.languages) };
  });
}
