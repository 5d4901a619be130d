import { fault } from "../../base/errors.ts";
import { isDemonstration } from "../../store/queries/demonstration.ts";
import type { App } from "../app.ts";
import { openSession, type OpenedSession } from "../door/open-session.ts";
import { systemNote } from "../door/system-note.ts";

/**
 * Opens a session as one of the people of a fictional coalition, without a password: whoever reaches a demonstration may see it with
 * anybody's eyes. Only those whom the coalition's folder names, and only in a database that is marked.
 * @throws not-found for everything else, as if there were no such door
 */
export async function enterAs(app: App, login: string): Promise<OpenedSession> {
  if (app.coalition.fictional?.people.some((p) => p.login === login) !== true) throw fault("not-found");
  return app.store.door({ act: "enter-demonstration" }, async (door) => {
    if (!(await isDemonstration(door.db))) throw fault("not-found");
    const role = await door.db
      .selectFrom("acting_role")
      .innerJoin("account", "account.id", "acting_role.account_id")
      .select(["acting_role.id as roleId", "account.id as accountId", "acting_role.holder_id as holderId"])
      .where("account.login", "=", login)
      .where("account.ended_at", "is", null)
      .orderBy("acting_role.id")
      .executeTakeFirst();
    if (role === undefined) throw fault("not-found");
    await systemNote(door, role.holderId, { signedIn: role.accountId });
    // A demonstration may be told as of another day; a session lives by the clock.
    return openSession(door, role.accountId, role.roleId, new Date());
  });
}
