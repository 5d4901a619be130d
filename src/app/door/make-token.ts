import { newSecret, secretHash } from "../../access/secret.ts";
import { fault } from "../../base/errors.ts";
import type { App } from "../app.ts";
import { withRight } from "../signed-in.ts";
import { systemNote } from "./system-note.ts";

export type NewToken = { readonly name: string; readonly days: number; readonly readOnly: boolean };

/** A personal access token for scripts: its bearer is this person in this role, until it expires. Shown once. One made with a token does not outlive it. */
export async function makeToken(app: App, secret: string, wanted: NewToken): Promise<{ token: string; expiresAt: Date }> {
  if (!(wanted.days >= 1 && wanted.days <= 365)) throw fault("bad-input", { path: "days", found: wanted.days, expected: "1 to 365" });
  const { viewer, maker } = await app.store.read(secret, async (reader) => {
    const v = withRight(reader.viewer, "make-tokens");
    return { viewer: v, maker: await reader.db.selectFrom("session").select(["kind", "expires_at"]).where("id", "=", v.sessionId).executeTakeFirstOrThrow() };
  });
  return app.store.door({ act: "make-token" }, async (door) => {
    const token = newSecret("ent_");
    const asked = app.now().getTime() + wanted.days * 86_400_000;
    const expiresAt = new Date(maker.kind === "token" ? Math.min(asked, maker.expires_at.getTime()) : asked);
    await door.db
      .insertInto("session")
      .values({ secret_hash: secretHash(token), kind: "token", name: wanted.name, account_id: viewer.accountId, role_id: viewer.roleId, read_only: wanted.readOnly, expires_at: expiresAt })
      .execute();
    await systemNote(door, viewer.holderId, { token: wanted.name, account: viewer.accountId });
    return { token, expiresAt };
  });
}
