import { fault } from "../../base/errors.ts";
import type { App } from "../app.ts";
import { withRight } from "../signed-in.ts";

export type AuditEntry = {
  readonly id: string; readonly at: string;
  /** the account's name; null for the system itself, and for one that this viewer may not know */
  readonly by: string | null;
  readonly role: string; readonly act: string; readonly reason: string | null; readonly records: readonly string[]; readonly before: unknown; readonly after: unknown;
};

export type AuditWish = { readonly cursor?: string | undefined; readonly limit: number; readonly record?: string | undefined };

/**
 * Who did what, newest first: the entries whose marking this viewer may read, as the records they are about.
 * @throws sign-in-needed, not-allowed, bad-input for a cursor that is none of ours
 */
export async function readAuditLog(app: App, secret: string | null, wish: AuditWish): Promise<{ items: AuditEntry[]; next: string | null }> {
  if (wish.cursor !== undefined && !/^\d{1,18}$/.test(wish.cursor)) throw fault("bad-input", { path: "cursor", found: wish.cursor.slice(0, 80), expected: "the next of a page before" });
  return app.store.read(secret, async (reader) => {
    withRight(reader.viewer, "read-audit");
    const rows = await reader.db
      .selectFrom("audit_leaf")
      .select(["id", "seq", "at", "account_id", "role", "act", "reason", "record_ids", "before", "after"])
      .$if(wish.cursor !== undefined, (q) => q.where("seq", "<", wish.cursor ?? ""))
      .$if(wish.record !== undefined, (q) => q.where((e) => e("record_ids", "@>", e.val([wish.record ?? ""]))))
      .orderBy("seq", "desc")
      .limit(wish.limit + 1)
      .execute();
    const page = rows.slice(0, wish.limit);
    const ids = [...new Set(page.flatMap((r) => r.account_id ?? []))];
    const accounts = ids.length === 0 ? [] : await reader.db.selectFrom("account").select(["id", "display_name"]).where("id", "in", ids).execute();
    const nameOf = new Map(accounts.map((a) => [a.id, a.display_name]));
    return {
      items: page.map((r) => ({ id: r.id, at: r.at.toISOString(), by: nameOf.get(r.account_id ?? "") ?? null, role: r.role, act: r.act, reason: r.reason, records: r.record_ids, before: r.before, after: r.after })),
      next: rows.length > page.length ? (page.at(-1)?.seq ?? null) : null,
    };
  });
}
