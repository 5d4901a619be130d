import type { App } from "../app.ts";
import { markingsOf } from "../marking-of.ts";
import type { ShownKey } from "../picture/list-shown.ts";
import type { ListSort } from "../picture/list-order.ts";
import { namesOf } from "../record/names-of.ts";
import { mayNow, withRight } from "../signed-in.ts";

/** The views that the viewer keeps, then those shared with them, each by name. @throws sign-in-needed */
export async function listViews(app: App, secret: string | null, languages: readonly string[]) {
  return app.store.read(secret, async (reader) => {
    const viewer = withRight(reader.viewer, "be-told");
    const rows = await reader.db.selectFrom("saved_view").selectAll().orderBy("name").orderBy("id").execute();
    const names = await namesOf(reader, rows.map((r) => r.owner_id), languages);
    const markings = await markingsOf(reader, rows.map((r) => r.class_id), languages);
    const speaks = mayNow(reader.viewer, "edit-record");
    const items = rows.map((r) => {
      const mine = r.account_id === viewer.accountId;
      return {
        id: r.id, name: r.name, mine, shared: r.shared, by: names.get(r.owner_id) ?? null, marking: markings.get(r.class_id) ?? null, filter: r.filter as Record<string, string | string[]>, columns: r.columns as ShownKey[], sort: r.sort as ListSort,
        mayEnd: mayNow(reader.viewer, "keep-views") && (mine || (r.shared && speaks && r.owner_id === viewer.holderId)), made: r.created_at.toISOString(),
      };
    });
    return { items: [...items.filter((v) => v.mine), ...items.filter((v) => !v.mine)], mayShare: speaks };
  });
}
export type ViewList = Awaited<ReturnType<typeof listViews>>;
