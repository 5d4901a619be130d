import { grantedRights, type GrantedRight, rights } from "../../access/rights.ts";
import { newSecret, secretHash } from "../../access/secret.ts";
import { fault } from "../../base/errors.ts";
import type { App } from "../app.ts";
import { mayNow, withRight } from "../signed-in.ts";
import { systemNote } from "./system-note.ts";

/** `scopes`: what the token may do beside reading; absent or null: all that its maker may. A token that only reads needs none. */
export type NewToken = { readonly name: string; readonly days: number; readonly readOnly: boolean; readonly scopes?: readonly GrantedRight[] | null | undefined };

/**
 * A personal access token for scripts: its bearer is this person in this role, until it expires. Shown once. One made with a token does not
 * outlive it, and may do no more.
 * @throws not-allowed for a scope that its maker does not have; bad-input
 */
export async function makeToken(app: App, secret: string, wanted: NewToken): Promise<{ token: string; expiresAt: Date }> {
  if (!(wanted.days >= 1 && wanted.days <= 365)) throw fault("bad-input", { path: "days", found: wanted.days, expected: "1 to 365" });
  const foreign = wanted.scopes?.find((scope) => !grantedRights.includes(scope));
  if (foreign !== undefined) throw fault("bad-input", { path: "scopes", found: foreign, expected: grantedRights.join(", ") });
  const { viewer, maker } = await app.store.read(secret, async (reader) => {
    const v = withRight(reader.viewer, "make-tokens");
    for (const scope of wanted.scopes ?? []) if (!mayNow(v, scope)) throw fault("not-allowed", { right: scope, whoCanGive: "secretariat" });
    return { viewer: v, maker: await reader.db.selectFrom("session").select(["kind", "expires_at"]).where("id", "=", v.sessionId).executeTakeFirstOrThrow() };
  });
  const scopes = wanted.readOnly ? [] : (wanted.scopes ?? viewer.scopes);
  const readOnly = wanted.readOnly || (scopes !== null && !scopes.some((scope) => grantedRights.some((right) => right === scope && rights[right].changes)));
  return app.store.door({ act: "make-token" }, async (door) => {
    const token = newSecret("ent_");
    const asked = app.now().getTime() + wanted.days * 86_400_000;
    const expiresAt = new Date(maker.kind === "token" ? Math.min(asked, maker.expires_at.getTime()) : asked);
    await door.db
      .insertInto("session")
      .values({ secret_hash: secretHash(token), kind: "token", name: wanted.name, account_id: viewer.accountId, role_id: viewer.roleId, read_only: readOnly, scopes: scopes === null ? null : [...scopes], made_with: "token", expires_at: expiresAt })
      .execute();
    await systemNote(door, viewer.holderId, { token: wanted.name, account: viewer.accountId, scopes });
    return { token, expiresAt };
  });
}
