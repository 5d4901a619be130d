import type { RoleName } from "../../access/rights.ts";
import { fault } from "../../base/errors.ts";
import type { App } from "../app.ts";
import { namesOf } from "../record/names-of.ts";
import { withRight } from "../signed-in.ts";
import type { Words } from "../words.ts";
import { newSecret, secretHash } from "../../access/secret.ts";
import { invitationDays } from "./invite.ts";
import { systemNote } from "./system-note.ts";

export type InvitationItem = { readonly id: string; readonly name: string; readonly role: RoleName; readonly actsFor: { readonly id: string; readonly name: Words }; readonly validTo: string | null; readonly made: string; readonly expires: string; readonly expired: boolean };

/** How long one that nobody took up in time is still listed, to be sent again. */
const listedDays = 30;

/** Invitations that nobody took up yet, the newest first, also those whose time is over. Their links are shown nowhere again. @throws not-allowed */
export async function listInvitations(app: App, secret: string | null, languages: readonly string[]): Promise<readonly InvitationItem[]> {
  return app.store.read(secret, async (reader) => {
    withRight(reader.viewer, "manage-accounts");
    const open = await app.store.door(null, async ({ db }) =>
      db.selectFrom("door_link").select(["id", "person_name", "role", "holder_id", "valid_to", "created_at", "expires_at"])
        .where("purpose", "=", "invitation").where("used_at", "is", null).where("ended_at", "is", null).where("expires_at", ">", new Date(app.now().getTime() - listedDays * 86_400_000)).orderBy("created_at", "desc").execute());
    const names = await namesOf(reader, open.flatMap((o) => o.holder_id ?? []), languages);
    // For whom the officer may see nobody act, the invitation is not told either.
    return open.flatMap((o) => {
      const name = o.holder_id === null ? undefined : names.get(o.holder_id);
      return o.holder_id === null || name === undefined || o.role === null ? [] : [{ id: o.id, name: o.person_name ?? "", role: o.role as RoleName, actsFor: { id: o.holder_id, name }, validTo: o.valid_to, made: o.created_at.toISOString(), expires: o.expires_at.toISOString(), expired: o.expires_at <= app.now() }];
    });
  });
}

/** Its link opens nothing any more. @throws not-allowed, not-found */
export async function endInvitation(app: App, secret: string, id: string): Promise<void> {
  const by = await seenInvitation(app, secret, id);
  await app.store.door({ act: "end-invitation" }, async (door) => {
    const ended = await door.db.updateTable("door_link").set({ ended_at: app.now() }).where("id", "=", id).where("purpose", "=", "invitation").where("used_at", "is", null).where("ended_at", "is", null).returning(["role", "holder_id"]).executeTakeFirst();
    if (ended === undefined) throw fault("not-found");
    await systemNote(door, by.holderId, { endedInvitation: ended.role, holder: ended.holder_id, by: by.accountId });
  });
}

/** Sends an invitation again: a new link, good for a week from now; the earlier one opens nothing any more. @throws not-allowed, not-found */
export async function renewInvitation(app: App, secret: string, id: string): Promise<{ secret: string; expiresAt: Date }> {
  const by = await seenInvitation(app, secret, id);
  return app.store.door({ act: "renew-invitation" }, async (door) => {
    const link = newSecret();
    const expiresAt = new Date(app.now().getTime() + invitationDays * 86_400_000);
    const renewed = await door.db.updateTable("door_link").set({ secret_hash: secretHash(link), expires_at: expiresAt, invited_by: by.accountId }).where("id", "=", id).where("purpose", "=", "invitation").where("used_at", "is", null).where("ended_at", "is", null).returning(["role", "holder_id"]).executeTakeFirst();
    if (renewed === undefined) throw fault("not-found");
    await systemNote(door, by.holderId, { renewedInvitation: renewed.role, holder: renewed.holder_id, by: by.accountId });
    return { secret: link, expiresAt };
  });
}

/** An invitation for a holder whom this officer may see. @throws not-allowed, not-found */
async function seenInvitation(app: App, secret: string, id: string) {
  return app.store.read(secret, async (reader) => {
    const viewer = withRight(reader.viewer, "manage-accounts");
    const link = await app.store.door(null, async ({ db }) => db.selectFrom("door_link").select("holder_id").where("id", "=", id).where("purpose", "=", "invitation").executeTakeFirst());
    const holder = link?.holder_id && (await reader.db.selectFrom("record").select("id").where("id", "=", link.holder_id).executeTakeFirst());
    if (!holder) throw fault("not-found");
    return viewer;
  });
}
