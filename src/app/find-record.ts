import { fault } from "../base/errors.ts";
import { isUuid } from "../base/ids.ts";
import type { App } from "./app.ts";

/**
 * The id of a record by what a person types for it: its id, its key, or a member's code (FR, FRA).
 *
 * Keys are unique for one owner only; where several that this viewer may see bear it, they are named.
 * @throws not-found; bad-input when several fit
 */
export async function findRecord(app: App, secret: string | null, kind: "body" | "member" | "meeting" | "text" | "undertaking" | "person", handle: string): Promise<string> {
  if (isUuid(handle)) return handle.toLowerCase();
  const found = await app.store.read(secret, async ({ db }) => {
    const byKey = await db.selectFrom("record").select("id").where("kind", "=", kind).where("key", "=", handle.trim()).execute();
    if (byKey.length > 0 || kind !== "member") return byKey;
    const code = handle.trim().toUpperCase();
    return db.selectFrom("member").select("id").where((e) => e.or([e("iso2", "=", code), e("iso3", "=", code), e("code", "=", handle.trim())])).execute();
  });
  if (found.length === 0) throw fault("not-found");
  if (found.length > 1) throw fault("bad-input", { path: kind, found: handle, expected: `one of these ids: ${found.map((r) => r.id).join(", ")}` });
  return found[0]?.id ?? "";
}
