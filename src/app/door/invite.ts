import { type RoleName, roleNames } from "../../access/rights.ts";
import { newSecret, secretHash } from "../../access/secret.ts";
import { fault } from "../../base/errors.ts";
import type { DoorWriter } from "../../store/open-store.ts";
import type { App } from "../app.ts";
import { withRight } from "../signed-in.ts";
import { checkRole } from "./check-role.ts";
import { makeAccount } from "./make-account.ts";
import { openSession, type OpenedSession } from "./open-session.ts";
import { systemNote } from "./system-note.ts";

export const invitationDays = 7;
export type InvitedRole = RoleName;

/** `holder`: the member for whom the person will act, or the body for a further officer of its secretariat. `through`: the office or membership that the role rests on. */
export type Invitation = { readonly name: string; readonly role: InvitedRole; readonly holder: string; readonly validTo?: string | undefined; readonly through?: string | undefined };

/** A one-time secret by which the invited person makes an account. @throws not-allowed, bad-input, not-found */
export async function invite(app: App, secret: string, wanted: Invitation): Promise<{ secret: string; expiresAt: Date }> {
  const by = await app.store.read(secret, async (reader) => {
    const viewer = withRight(reader.viewer, "manage-accounts");
    if (!roleNames.includes(wanted.role)) throw fault("bad-input", { path: "role", found: wanted.role, expected: roleNames.join(", ") });
    await checkRole(app, reader, viewer, { role: wanted.role, holder: wanted.holder, to: wanted.validTo, through: wanted.through });
    if (wanted.name.trim() === "") throw fault("bad-input", { path: "name", found: wanted.name, expected: "the person's name" });
    return viewer;
  });
  return app.store.door({ act: "invite" }, async (door) => {
    const link = newSecret();
    const expiresAt = new Date(app.now().getTime() + invitationDays * 86_400_000);
    await door.db
      .insertInto("door_link")
      .values({ secret_hash: secretHash(link), purpose: "invitation", person_name: wanted.name, role: wanted.role, holder_id: wanted.holder, body_id: by.bodyId, valid_to: wanted.validTo ?? null, through_id: wanted.through ?? null, invited_by: by.accountId, expires_at: expiresAt })
      .execute();
    await systemNote(door, by.holderId, { invited: wanted.role, holder: wanted.holder, by: by.accountId });
    return { secret: link, expiresAt };
  });
}

export type Accepting = { readonly token: string; readonly login: string; readonly password: string };

/**
 * The invited person's account, by a one-time link: that of an invitation, or of an emergency.
 * @throws setup-link-expired when the link is unknown, used, ended or too old; passwords-closed
 */
export async function acceptInvitation(app: App, wanted: Accepting, agent: string | null = null): Promise<OpenedSession> {
  if (app.door.passwords === "no") throw fault("passwords-closed");
  return app.store.door({ act: "accept-invitation" }, async (door) => {
    const link = await takeInvitation(app, door, wanted.token);
    const made = await makeAccount(door, { login: wanted.login, password: wanted.password, name: link.name ?? wanted.login, role: link.role, holderId: link.holderId, bodyId: link.bodyId, validTo: link.validTo, throughId: link.throughId, givenBy: link.invitedBy });
    return openSession(door, made.accountId, made.roleId, app.now(), { madeWith: "link", agent, limits: app.door });
  });
}

export type Invited = { readonly name: string | null; readonly role: string; readonly holderId: string; readonly bodyId: string; readonly validTo: string | null; readonly throughId: string | null; readonly invitedBy: string | null };

/** Uses a link up. @throws setup-link-expired */
export async function takeInvitation(app: App, door: DoorWriter, token: string): Promise<Invited> {
  const link = await door.db
    .updateTable("door_link")
    .set({ used_at: app.now() })
    .where("secret_hash", "=", secretHash(token))
    .where("purpose", "in", ["invitation", "emergency"])
    .where("used_at", "is", null)
    .where("ended_at", "is", null)
    .where("expires_at", ">", app.now())
    .returning(["person_name", "role", "holder_id", "body_id", "valid_to", "through_id", "invited_by"])
    .executeTakeFirst();
  if (!link?.role || !link.holder_id || !link.body_id) throw fault("setup-link-expired");
  // The role would have ended before it began.
  if (link.valid_to !== null && link.valid_to < app.now().toISOString().slice(0, 10)) throw fault("setup-link-expired");
  return { name: link.person_name, role: link.role, holderId: link.holder_id, bodyId: link.body_id, validTo: link.valid_to, throughId: link.through_id, invitedBy: link.invited_by };
}
