import { fault } from "../../base/errors.ts";
import type { App } from "../app.ts";
import { withRight } from "../signed-in.ts";
import { type OpenedSession, rotateSession } from "./open-session.ts";
import { systemNote } from "./system-note.ts";

/**
 * The officer sees from now on what that member sees, and nothing that the officer may not see; nothing can be written
 * meanwhile. `member` null ends it. A browser's session goes on under a new secret; a token keeps its own.
 *
 * @returns the new secret, or null for a token
 * @throws not-allowed unless the officer's own holder shares a circle with the member (the coalition's GREEN is one), and for a token that only reads
 */
export async function lookAs(app: App, secret: string, member: string | null): Promise<OpenedSession | null> {
  const { holderId, sessionId, sessionKind } = await app.store.read(secret, async (reader) => {
    const viewer = withRight(reader.viewer, "look-as");
    if (member === null) return viewer;
    const seen = await reader.db.selectFrom("member").select("id").where("id", "=", member).executeTakeFirst();
    if (!seen) throw fault("not-found");
    return viewer;
  });
  return app.store.door({ act: "look-as" }, async (door) => {
    await systemNote(door, holderId, { lookingAs: member });
    if (sessionKind === "browser") return rotateSession(door, sessionId, { lookingAs: member });
    await door.db.updateTable("session").set({ looking_as: member }).where("id", "=", sessionId).execute();
    return null;
  });
}
