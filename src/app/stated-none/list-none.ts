import { isoMonth } from "../../base/edtf.ts";
import type { App } from "../app.ts";
import { areaName } from "../areas.ts";
import { markingsOf } from "../marking-of.ts";
import { asking } from "../record/asking.ts";
import { labelsOf, refOf } from "../record/labels-of.ts";
import type { Line } from "../picture/overlap-item.ts";

/** Statements of no work that this viewer may see, the newest first; withdrawn ones too, and why. */
export async function listNone(app: App, secret: string | null, languages: readonly string[]) {
  return app.store.read(secret, async (reader) => {
    const rows = await reader.db.selectFrom("stated_none").selectAll().orderBy("created_at", "desc").orderBy("id").limit(1_000).execute();
    const labels = await labelsOf(asking(app, reader, { languages }), rows.map((r) => r.owner_id));
    const markings = await markingsOf(reader, rows.map((r) => r.class_id), languages);
    const holder = reader.viewer.kind === "anonymous" ? null : reader.viewer.holderId;
    return {
      items: rows.map((r) => {
        const label = labels.get(r.owner_id);
        return {
          id: r.id, by: label === undefined ? null : refOf(label), mine: r.owner_id === holder, area: { code: r.area, name: areaName(app.areas, r.area, languages) }, line: r.line as Line | null, from: isoMonth(r.from_month), to: isoMonth(r.to_month),
          source: r.source_id, quote: r.quote, locator: r.locator, note: r.note, at: r.created_at.toISOString(), marking: markings.get(r.class_id) ?? null,
          withdrawn: r.withdrawn_at === null ? null : { at: r.withdrawn_at.toISOString(), reason: r.withdrawn_reason ?? "" },
        };
      }),
    };
  });
}
