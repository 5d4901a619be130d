import { fault } from "../../base/errors.ts";
import type { App } from "../app.ts";
import { withRight } from "../signed-in.ts";
import { seenAccount } from "./people.ts";
import { systemNote } from "./system-note.ts";

/**
 * An officer takes away a second factor that its bearer has lost, with its recovery codes. Every session and token of the account ends, every known
 * browser is forgotten; the bearer comes in by password and makes a new one first, and reads who did it and why. Nobody does it for themselves.
 * @throws not-allowed, not-found for an account without one, bad-input without a reason
 */
export async function resetSecondFactor(app: App, secret: string, accountId: string, wanted: string): Promise<void> {
  const reason = wanted.trim();
  if (reason === "") throw fault("bad-input", { path: "reason", found: "", expected: "why, for its bearer and the audit" });
  const { by, name, holder } = await app.store.read(secret, async (reader) => {
    const viewer = withRight(reader.viewer, "manage-accounts");
    await seenAccount(reader, accountId);
    if (accountId === viewer.accountId) throw fault("not-allowed", { right: "manage-accounts", whoCanGive: "another officer" });
    const signs = await reader.db.selectFrom("account").select("display_name").where("id", "=", viewer.accountId).executeTakeFirstOrThrow();
    const role = await reader.db.selectFrom("acting_role").select("holder_id").where("account_id", "=", accountId).orderBy("valid_from", "desc").limit(1).executeTakeFirst();
    return { by: viewer, name: signs.display_name, holder: role?.holder_id ?? viewer.holderId };
  });
  await app.store.door({ act: "reset-second-factor", reason }, async (door) => {
    const gone = await door.db.deleteFrom("second_factor").where("account_id", "=", accountId).returning("account_id").executeTakeFirst();
    if (gone === undefined) throw fault("not-found");
    await door.db.deleteFrom("recovery_code").where("account_id", "=", accountId).execute();
    await door.db.deleteFrom("known_device").where("account_id", "=", accountId).execute();
    const ended = await door.db.updateTable("session").set({ ended_at: app.now() }).where("account_id", "=", accountId).where("ended_at", "is", null).returning("id").execute();
    await door.db.insertInto("account_notice").values({ account_id: accountId, what: "second-factor-reset", by_name: name, reason, at: app.now() }).execute();
    const told = { secondFactor: "taken away", account: accountId, endedSessions: ended.length, by: by.accountId };
    await systemNote(door, holder, told);
    if (holder !== by.holderId) await systemNote(door, by.holderId, told);
  });
}
