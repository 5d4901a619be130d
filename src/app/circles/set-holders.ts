import { fault } from "../../base/errors.ts";
import { ownClass } from "../../store/queries/classes.ts";
import { oneAtATime } from "../../store/queries/one-at-a-time.ts";
import type { App } from "../app.ts";
import { asking, type Wanted } from "../record/asking.ts";
import { withRight } from "../signed-in.ts";
import { type Circle, readCircles } from "./circle.ts";
import { needHolders } from "./need-holders.ts";

/**
 * Who is in a circle of one's own from now on. Whoever leaves it reads from that moment nothing more of what is shared with it.
 * @throws not-found; not-allowed for a circle of others
 */
export async function setHolders(app: App, secret: string | null, id: string, holders: readonly string[], asked: Wanted): Promise<Circle> {
  return app.store.write(secret, { act: "set-circle-holders" }, async (writer) => {
    const viewer = withRight(writer.viewer, "edit-record");
    await oneAtATime(writer.db, `circle ${id}`);
    const circle = await writer.db.selectFrom("circle").select("owner_id").where("id", "=", id).executeTakeFirst();
    if (circle === undefined) throw fault("not-found");
    if (circle.owner_id !== viewer.holderId) throw fault("not-allowed", { right: "edit-record", whoCanGive: "owner" });
    await needHolders(writer, holders);
    const before = (await writer.db.selectFrom("circle_holder").select("holder_id").where("circle_id", "=", id).execute()).map((r) => r.holder_id);
    const wanted = new Set(holders);
    const gone = before.filter((h) => !wanted.has(h));
    const come = [...wanted].filter((h) => !before.includes(h));
    if (gone.length > 0) await writer.db.deleteFrom("circle_holder").where("circle_id", "=", id).where("holder_id", "in", gone).execute();
    if (come.length > 0) await writer.db.insertInto("circle_holder").values(come.map((holder_id) => ({ circle_id: id, holder_id }))).execute();
    const own = await ownClass(writer.db, 2);
    writer.note({ recordIds: [id], classId: own, before: { holders: before }, after: { holders: [...wanted] }, told: [{ kind: "circle", id, classId: own }] });
    const [made] = await readCircles(asking(app, writer, asked), [id]);
    return made as Circle;
  });
}
