import { secretHash } from "../../access/secret.ts";
import { fault } from "../../base/errors.ts";
import { oneAtATime } from "../../store/queries/one-at-a-time.ts";
import type { App } from "../app.ts";
import { makeAccount } from "./make-account.ts";
import { openSession, type OpenedSession } from "./open-session.ts";

export type SetUp = { readonly token: string; readonly login: string; readonly password: string; readonly name: string; readonly body?: string };

/**
 * The first secretariat officer's account, once, by the printed link.
 * @throws setup-done when an account exists; setup-link-expired when the link is unknown, used or older than 30 minutes
 */
export async function setUp(app: App, wanted: SetUp): Promise<OpenedSession> {
  return app.store.door({ act: "set-up" }, async (door) => {
    // Two people with the link at once: the second waits here and then finds the account.
    await oneAtATime(door.db, "set-up");
    if (await door.db.selectFrom("account").select("id").limit(1).executeTakeFirst()) throw fault("setup-done");
    const link = await door.db
      .updateTable("door_link")
      .set({ used_at: app.now() })
      .where("secret_hash", "=", secretHash(wanted.token))
      .where("purpose", "=", "setup")
      .where("used_at", "is", null)
      .where("expires_at", ">", app.now())
      .returning("id")
      .executeTakeFirst();
    if (!link) throw fault("setup-link-expired");
    const bodyId = wanted.body ?? app.coalition.focusBodyId;
    const body = await door.db.selectFrom("record").select("id").where("id", "=", bodyId).where("kind", "=", "body").executeTakeFirst();
    if (!body) throw fault("bad-input", { path: "body", found: bodyId, expected: "the id of a body" });
    const made = await makeAccount(door, { ...wanted, role: "secretariat", holderId: body.id, bodyId: body.id, validTo: null });
    return openSession(door, made.accountId, made.roleId, app.now(), { madeWith: "link", limits: app.door });
  });
}
