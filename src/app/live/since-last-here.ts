import type { App } from "../app.ts";
import { withRight } from "../signed-in.ts";

/** Away for longer than this, one has been away: what changed meanwhile is told until the next time. */
const awayMinutes = 30;

/**
 * When this account was here before it came back; null for the first time. Being asked is being here. Looking as a member is nobody's visit,
 * and a script's token no person.
 * @throws sign-in-needed
 */
export async function sinceLastHere(app: App, secret: string | null): Promise<Date | null> {
  return app.store.touch(secret, async ({ db, viewer }) => {
    const who = withRight(viewer, "be-told");
    const found = await db.selectFrom("account_visit").select(["last_at", "before_at"]).where("account_id", "=", who.accountId).executeTakeFirst();
    if (who.lookingAs !== null || who.sessionKind === "token") return found?.before_at ?? null;
    const now = app.now();
    const back = found !== undefined && now.getTime() - found.last_at.getTime() > awayMinutes * 60_000;
    const before = back ? found.last_at : (found?.before_at ?? null);
    await db
      .insertInto("account_visit")
      .values({ account_id: who.accountId, last_at: now, before_at: before })
      .onConflict((c) => c.column("account_id").doUpdateSet({ last_at: now, before_at: before }))
      .execute();
    return before;
  });
}
