import { newSecret, secretHash } from "../../access/secret.ts";
import { fault } from "../../base/errors.ts";
import type { App } from "../app.ts";
import { withRight } from "../signed-in.ts";
import { makeAccount } from "./make-account.ts";
import { openSession, type OpenedSession } from "./open-session.ts";
import { systemNote } from "./system-note.ts";

const invitationDays = 7;
const invitedRoles = ["secretariat", "focal-point", "delegate", "analyst", "compliance-officer", "auditor", "observer"] as const;
export type InvitedRole = (typeof invitedRoles)[number];

/** `holder`: the member for whom the person will act, or the body for a further officer of its secretariat. */
export type Invitation = { readonly name: string; readonly role: InvitedRole; readonly holder: string; readonly validTo?: string };

/** A one-time secret by which the invited person makes an account. @throws not-allowed, bad-input, not-found */
export async function invite(app: App, secret: string, wanted: Invitation): Promise<{ secret: string; expiresAt: Date }> {
  const by = await app.store.read(secret, async (reader) => {
    const viewer = withRight(reader.viewer, "manage-accounts");
    const holder = await reader.db.selectFrom("record").select(["id", "kind"]).where("id", "=", wanted.holder).executeTakeFirst();
    if (!holder || (holder.kind !== "member" && holder.kind !== "body")) throw fault("not-found");
    if (holder.kind === "body" && holder.id !== viewer.holderId) throw fault("not-allowed", { right: "manage-accounts", whoCanGive: "secretariat" });
    if (wanted.name.trim() === "") throw fault("bad-input", { path: "name", found: wanted.name, expected: "the person's name" });
    if (!invitedRoles.includes(wanted.role)) throw fault("bad-input", { path: "role", found: wanted.role, expected: invitedRoles.join(", ") });
    if ((wanted.role === "secretariat") !== (holder.kind === "body")) throw fault("bad-input", { path: "role", found: wanted.role, expected: "secretariat for a body, another role for a member" });
    const today = app.now().toISOString().slice(0, 10);
    if (wanted.validTo !== undefined && wanted.validTo < today) throw fault("bad-input", { path: "validTo", found: wanted.validTo, expected: `not before ${today}` });
    return viewer;
  });
  return app.store.door({ act: "invite" }, async (door) => {
    const link = newSecret();
    const expiresAt = new Date(app.now().getTime() + invitationDays * 86_400_000);
    await door.db
      .insertInto("door_link")
      .values({ secret_hash: secretHash(link), purpose: "invitation", person_name: wanted.name, role: wanted.role, holder_id: wanted.holder, body_id: by.bodyId, valid_to: wanted.validTo ?? null, invited_by: by.accountId, expires_at: expiresAt })
      .execute();
    await systemNote(door, by.holderId, { invited: wanted.role, holder: wanted.holder, by: by.accountId });
    return { secret: link, expiresAt };
  });
}

/** @throws setup-link-expired when the link is unknown, used or older than a week */
export async function acceptInvitation(app: App, wanted: { token: string; login: string; password: string }): Promise<OpenedSession> {
  return app.store.door({ act: "accept-invitation" }, async (door) => {
    const link = await door.db
      .updateTable("door_link")
      .set({ used_at: app.now() })
      .where("secret_hash", "=", secretHash(wanted.token))
      .where("purpose", "=", "invitation")
      .where("used_at", "is", null)
      .where("expires_at", ">", app.now())
      .returning(["person_name", "role", "holder_id", "body_id", "valid_to"])
      .executeTakeFirst();
    if (!link?.role || !link.holder_id || !link.body_id) throw fault("setup-link-expired");
    // The role would have ended before it began.
    if (link.valid_to !== null && link.valid_to < app.now().toISOString().slice(0, 10)) throw fault("setup-link-expired");
    const made = await makeAccount(door, { login: wanted.login, password: wanted.password, name: link.person_name ?? wanted.login, role: link.role, holderId: link.holder_id, bodyId: link.body_id, validTo: link.valid_to });
    return openSession(door, made.accountId, made.roleId, app.now());
  });
}
