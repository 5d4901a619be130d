import type { RoleName } from "../../access/rights.ts";
import { fault } from "../../base/errors.ts";
import type { Reader } from "../../store/open-store.ts";
import type { App } from "../app.ts";
import type { SignedIn } from "../signed-in.ts";

/**
 * Whether this officer can give this role. An officer acts for a body, everyone else for a member; a chair or co-chair rests on an office
 * that the member holds, and may rest, like any other, on its membership.
 * @throws not-found, not-allowed, bad-input
 */
export async function checkRole(app: App, reader: Reader, viewer: SignedIn, wanted: { readonly role: RoleName; readonly holder: string; readonly to?: string | undefined; readonly through?: string | undefined }): Promise<void> {
  const holder = await reader.db.selectFrom("record").select(["id", "kind"]).where("id", "=", wanted.holder).executeTakeFirst();
  if (!holder || (holder.kind !== "member" && holder.kind !== "body")) throw fault("not-found");
  if (holder.kind === "body" && holder.id !== viewer.holderId) throw fault("not-allowed", { right: "manage-accounts", whoCanGive: "secretariat" });
  if ((wanted.role === "secretariat") !== (holder.kind === "body")) throw fault("bad-input", { path: "role", found: wanted.role, expected: "secretariat for a body, another role for a member" });
  const today = app.now().toISOString().slice(0, 10);
  if (wanted.to !== undefined && wanted.to < today) throw fault("bad-input", { path: "validTo", found: wanted.to, expected: `not before ${today}` });
  const chairing = wanted.role === "chair" || wanted.role === "co-chair";
  if (wanted.through === undefined) {
    if (chairing) throw fault("bad-input", { path: "through", found: "", expected: "the office of chair or co-chair on which the role rests" });
    return;
  }
  const office = await reader.db.selectFrom("office").select(["holder_id", "office"]).where("id", "=", wanted.through).executeTakeFirst();
  const membership = await reader.db.selectFrom("membership").select("member_id").where("id", "=", wanted.through).executeTakeFirst();
  if (office === undefined && membership === undefined) throw fault("not-found");
  if ((office?.holder_id ?? membership?.member_id) !== wanted.holder) throw fault("bad-input", { path: "through", found: wanted.through, expected: "an office or membership of the member for whom the person acts" });
  if (chairing && office?.office !== wanted.role) throw fault("bad-input", { path: "through", found: office?.office ?? "membership", expected: wanted.role });
}
