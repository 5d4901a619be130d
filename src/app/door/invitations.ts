import type { RoleName } from "../../access/rights.ts";
import { fault } from "../../base/errors.ts";
import type { App } from "../app.ts";
import { namesOf } from "../record/names-of.ts";
import { withRight } from "../signed-in.ts";
import type { Words } from "../words.ts";
import { systemNote } from "./system-note.ts";

export type InvitationItem = { readonly id: string; readonly name: string; readonly role: RoleName; readonly actsFor: { readonly id: string; readonly name: Words }; readonly validTo: string | null; readonly made: string; readonly expires: string };

/** Invitations that nobody took up yet, the newest first. Their links are shown nowhere again. @throws not-allowed */
export async function listInvitations(app: App, secret: string | null, languages: readonly string[]): Promise<readonly InvitationItem[]> {
  return app.store.read(secret, async (reader) => {
    withRight(reader.viewer, "manage-accounts");
    const open = await app.store.door(null, async ({ db }) =>
      db.selectFrom("door_link").select(["id", "person_name", "role", "holder_id", "valid_to", "created_at", "expires_at"])
        .where("purpose", "=", "invitation").where("used_at", "is", null).where("ended_at", "is", null).where("expires_at", ">", app.now()).orderBy("created_at", "desc").execute());
    const names = await namesOf(reader, open.flatMap((o) => o.holder_id ?? []), languages);
    // For whom the officer may see nobody act, the invitation is not told either.
    return open.flatMap((o) => {
      const name = o.holder_id === null ? undefined : names.get(o.holder_id);
      return o.holder_id === null || name === undefined || o.role === null ? [] : [{ id: o.id, name: o.person_name ?? "", role: o.role as RoleName, actsFor: { id: o.holder_id, name }, validTo: o.valid_to, made: o.created_at.toISOString(), expires: o.expires_at.toISOString() }];
    });
  });
}

/** Its link opens nothing any more. @throws not-allowed, not-found */
export async function endInvitation(app: App, secret: string, id: string): Promise<void> {
  const by = await app.store.read(secret, async (reader) => withRight(reader.viewer, "manage-accounts"));
  await app.store.door({ act: "end-invitation" }, async (door) => {
    const ended = await door.db.updateTable("door_link").set({ ended_at: app.now() }).where("id", "=", id).where("purpose", "=", "invitation").where("used_at", "is", null).where("ended_at", "is", null).returning(["role", "holder_id"]).executeTakeFirst();
    if (ended === undefined) throw fault("not-found");
    await systemNote(door, by.holderId, { endedInvitation: ended.role, holder: ended.holder_id, by: by.accountId });
  });
}
