import { secretHash } from "../../access/secret.ts";
import { fault } from "../../base/errors.ts";
import type { App } from "../app.ts";

export type Enrolling = { readonly accountId: string; readonly sessionId: string; readonly holderId: string; readonly login: string; readonly enrol: boolean };

/**
 * Whose keys may be changed by this session: that of a browser, also one that is good for nothing yet but making a second factor.
 * @throws sign-in-needed; not-allowed for a token and while looking as a member
 */
export async function enrolling(app: App, secret: string): Promise<Enrolling> {
  return app.store.door(null, async ({ db }) => {
    const found = await db
      .selectFrom("session as s")
      .innerJoin("account as a", "a.id", "s.account_id")
      .innerJoin("acting_role as r", "r.id", "s.role_id")
      .select(["s.id", "s.account_id", "s.kind", "s.enrol", "s.looking_as", "s.idle_at", "a.login", "r.holder_id"])
      .where("s.secret_hash", "=", secretHash(secret))
      .where("s.ended_at", "is", null)
      .where("s.expires_at", ">", app.now())
      .where("a.ended_at", "is", null)
      .executeTakeFirst();
    if (found === undefined || (found.idle_at !== null && found.idle_at <= app.now())) throw fault("sign-in-needed");
    if (found.kind === "token") throw fault("not-allowed", { right: "own-keys", whoCanGive: "signing in by hand" });
    if (found.looking_as !== null) throw fault("not-allowed", { right: "own-keys", whoCanGive: "end looking as a member" });
    return { accountId: found.account_id, sessionId: found.id, holderId: found.holder_id, login: found.login, enrol: found.enrol };
  });
}
