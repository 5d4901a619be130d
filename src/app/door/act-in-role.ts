import { fault } from "../../base/errors.ts";
import { rolesToday } from "../../store/queries/door-roles.ts";
import type { App } from "../app.ts";
import { enrolling } from "./enrolling.ts";
import { type OpenedSession, rotateSession } from "./open-session.ts";
import { systemNote } from "./system-note.ts";

/** Goes on in another role of the same account, under a new secret. @throws sign-in-needed, not-found for a role that does not hold today */
export async function actInRole(app: App, secret: string, roleId: string): Promise<OpenedSession> {
  const who = await enrolling(app, secret);
  if (who.enrol) throw fault("sign-in-needed");
  return app.store.door({ act: "act-in-role" }, async (door) => {
    const role = (await rolesToday(door.db, who.accountId)).find((r) => r.id === roleId);
    if (role === undefined) throw fault("not-found");
    await systemNote(door, role.holder_id, { actsIn: role.role, account: who.accountId });
    return rotateSession(door, who.sessionId, { roleId: role.id });
  });
}
