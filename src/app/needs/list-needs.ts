import { isoMonth } from "../../base/edtf.ts";
import type { App } from "../app.ts";
import { areaName } from "../areas.ts";
import { namesOf } from "../record/names-of.ts";

/** The needs that this viewer may see, newest first. */
export async function listNeeds(app: App, secret: string | null, languages: readonly string[]) {
  return app.store.read(secret, async (reader) => {
    const rows = await reader.db.selectFrom("need").selectAll().orderBy("created_at", "desc").orderBy("id").limit(1_000).execute();
    const names = await namesOf(reader, rows.map((r) => r.owner_id), languages);
    return {
      items: rows.map((r) => ({
        id: r.id, area: { code: r.area, name: areaName(app.areas, r.area, languages) }, line: r.line as "capacity", from: isoMonth(r.from_month), to: isoMonth(r.to_month), usdPerMonth: r.usd_per_month, people: r.people,
        reached: r.reached, unitCostUsdYear: r.unit_cost_usd_year, severity: r.severity, note: r.note, by: names.get(r.owner_id) ?? null,
      })),
    };
  });
}
