import { fault } from "../../base/errors.ts";
import { ownClass } from "../../store/queries/classes.ts";
import type { App } from "../app.ts";
import { asking, type Wanted } from "../record/asking.ts";
import { withRight } from "../signed-in.ts";
import { type Circle, readCircles } from "./circle.ts";
import { needHolders } from "./need-holders.ts";

/** A circle of the viewer's own holder, with these members and bodies in it. @throws not-allowed, bad-input, not-found; already-exists for a name of one's own */
export async function makeCircle(app: App, secret: string | null, wanted: { readonly name: string; readonly holders: readonly string[] }, asked: Wanted): Promise<Circle> {
  const name = wanted.name.trim();
  if (name === "") throw fault("bad-input", { path: "name", found: "", expected: "what the circle is called" });
  return app.store.write(secret, { act: "make-circle" }, async (writer) => {
    const viewer = withRight(writer.viewer, "edit-record");
    await needHolders(writer, wanted.holders);
    const { id } = await writer.db.insertInto("circle").values({ owner_id: viewer.holderId, name }).returning("id").executeTakeFirstOrThrow();
    if (wanted.holders.length > 0) await writer.db.insertInto("circle_holder").values([...new Set(wanted.holders)].map((holder_id) => ({ circle_id: id, holder_id }))).execute();
    const own = await ownClass(writer.db, 2);
    writer.note({ recordIds: [id], classId: own, before: null, after: { circle: id, name, holders: wanted.holders }, told: [{ kind: "circle", id, classId: own }] });
    const [made] = await readCircles(asking(app, writer, asked), [id]);
    return made as Circle;
  });
}
