import { fault } from "../../base/errors.ts";
import { ownClass } from "../../store/queries/classes.ts";
import { keptClass } from "../../store/queries/saved-views.ts";
import type { Writer } from "../../store/open-store.ts";
import type { App } from "../app.ts";
import { chosenKeys } from "../picture/list-shown.ts";
import { withRight } from "../signed-in.ts";
import type { NewView } from "./saved-view.ts";

/**
 * Keeps a view under a name, for oneself or shared. To share is to speak for one's side: it takes a role that does.
 * @returns its id @throws bad-input; not-allowed; already-exists for a name that one has given; not-found for a circle that is not one's own
 */
export async function saveView(app: App, secret: string | null, view: NewView): Promise<string> {
  const name = view.name.trim();
  if (name === "" || name.length > 120) throw fault("bad-input", { path: "name", found: view.name, expected: "1 to 120 characters" });
  return app.store.write(secret, { act: "save-view" }, async (writer) => {
    const viewer = withRight(writer.viewer, "keep-views");
    const classId = await classFor(writer, view.share);
    const row = {
      account_id: viewer.accountId, owner_id: viewer.holderId, class_id: classId, shared: view.share !== undefined, name,
      filter: JSON.stringify(view.filter), columns: [...chosenKeys(view.columns)], sort: view.sort,
    };
    const { id } = await writer.db.insertInto("saved_view").values(row).returning("id").executeTakeFirstOrThrow();
    // One's own is entered as one's side's, like what it is about: the log is read by those who may.
    writer.note({ recordIds: [id], classId, before: null, after: { ...row, filter: view.filter }, told: [] });
    return id;
  });
}

async function classFor(writer: Writer, share: string | undefined): Promise<number> {
  if (share === undefined) return keptClass(writer.db);
  withRight(writer.viewer, "edit-record");
  if (share === "own") return ownClass(writer.db, 3);
  if (share === "coalition") return ownClass(writer.db, 1);
  const circle = await writer.db.selectFrom("circle").select("owner_id").where("id", "=", share).executeTakeFirst();
  if (circle === undefined) throw fault("not-found");
  return ownClass(writer.db, 2, share);
}
