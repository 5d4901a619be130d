import { fault } from "../../base/errors.ts";
import type { App } from "../app.ts";
import { withRight } from "../signed-in.ts";
import { systemNote } from "./system-note.ts";

/** All by which one comes in oneself: sessions and tokens that stand, passkeys, second factor, providers. @throws sign-in-needed */
export async function ownAccount(app: App, secret: string | null) {
  const { accountId, sessionId } = await app.store.read(secret, async (reader) => withRight(reader.viewer, "see-own-account"));
  return app.store.door(null, async ({ db }) => {
    const now = app.now();
    const sessions = await db
      .selectFrom("session as s")
      .innerJoin("acting_role as r", "r.id", "s.role_id")
      .select(["s.id", "s.kind", "s.name", "s.agent", "s.made_with", "s.read_only", "s.scopes", "s.created_at", "s.last_used_at", "s.idle_at", "s.expires_at", "r.role"])
      .where("s.account_id", "=", accountId)
      .where("s.ended_at", "is", null)
      .where("s.enrol", "=", false)
      .where("s.expires_at", ">", now)
      .where((e) => e.or([e("s.idle_at", "is", null), e("s.idle_at", ">", now)]))
      .orderBy("s.created_at", "desc")
      .execute();
    const passkeys = await db.selectFrom("passkey").select(["id", "name", "made_at", "last_used_at"]).where("account_id", "=", accountId).orderBy("made_at").execute();
    const factor = await db.selectFrom("second_factor").select("confirmed_at").where("account_id", "=", accountId).where("confirmed_at", "is not", null).executeTakeFirst();
    const left = await db.selectFrom("recovery_code").select((e) => e.fn.countAll<string>().as("n")).where("account_id", "=", accountId).where("used_at", "is", null).executeTakeFirstOrThrow();
    const identities = await db.selectFrom("identity").select(["id", "provider", "made_at", "last_used_at"]).where("account_id", "=", accountId).orderBy("made_at").execute();
    const account = await db.selectFrom("account").select(["login", "password_hash"]).where("id", "=", accountId).executeTakeFirstOrThrow();
    const iso = (at: Date | null) => at?.toISOString() ?? null;
    return {
      login: account.login,
      password: account.password_hash !== null,
      sessions: sessions.map((s) => ({
        id: s.id, kind: s.kind, current: s.id === sessionId, name: s.name, agent: s.agent, madeWith: s.made_with, role: s.role, readOnly: s.read_only, scopes: s.scopes,
        made: s.created_at.toISOString(), lastUsed: iso(s.last_used_at), expires: s.expires_at.toISOString(),
      })),
      passkeys: passkeys.map((p) => ({ id: p.id, name: p.name, made: p.made_at.toISOString(), lastUsed: iso(p.last_used_at) })),
      secondFactor: factor?.confirmed_at ? { since: factor.confirmed_at.toISOString(), recoveryCodesLeft: Number(left.n) } : null,
      identities: identities.map((i) => ({ id: i.id, provider: i.provider, made: i.made_at.toISOString(), lastUsed: iso(i.last_used_at) })),
    };
  });
}

/** Ends one of one's own sessions or tokens, at once and everywhere. `others`: all but this one. @throws not-found, not-allowed */
export async function endOwnSession(app: App, secret: string, which: { readonly id: string } | "others"): Promise<number> {
  const viewer = await app.store.read(secret, async (reader) => withRight(reader.viewer, "end-own-sessions"));
  return app.store.door({ act: "end-session" }, async (door) => {
    const mine = door.db.updateTable("session").set({ ended_at: app.now() }).where("account_id", "=", viewer.accountId).where("ended_at", "is", null).returning("id");
    const ended = await (which === "others" ? mine.where("id", "!=", viewer.sessionId).where("kind", "=", "browser") : mine.where("id", "=", which.id)).execute();
    if (which !== "others" && ended.length === 0) throw fault("not-found");
    await systemNote(door, viewer.holderId, { ended: ended.map((e) => e.id), account: viewer.accountId });
    return ended.length;
  });
}
