import { auditEntries } from "../../store/queries/audit-entries.ts";
import type { App } from "../app.ts";
import { markingOf, markingsOf } from "../marking-of.ts";
import { withRight } from "../signed-in.ts";
import { asking, type Wanted } from "./asking.ts";
import { labelsOf, refOf } from "./labels-of.ts";
import { whoDid } from "./who-did.ts";

export type EntriesWanted = Wanted & {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly record?: string | undefined;
};

/** Who changed what, in which role and when, for what this viewer may see; the newest first. @throws sign-in-needed, not-allowed */
export async function listAudit(app: App, secret: string | null, wanted: EntriesWanted) {
  return app.store.read(secret, async (reader) => {
    withRight(reader.viewer, "read-audit");
    const ask = asking(app, reader, wanted);
    const rows = await auditEntries(reader.db, {
      record: wanted.record ?? null,
      before: wanted.cursor ?? null,
      limit: wanted.limit,
    });
    const page = rows.slice(0, wanted.limit);
    for (const r of page) ask.used.add(r.class_id);
    const signs = await whoDid(
      ask,
      page.map((r) => r.account_id),
      page.flatMap((r) => r.holder_id ?? []),
    );
    const labels = await labelsOf(
      ask,
      page.flatMap((r) => [...r.record_ids, ...(r.holder_id === null ? [] : [r.holder_id])]),
    );
    const last = page.at(-1);
    const markings = await markingsOf(
      reader,
      page.map((r) => r.class_id),
      ask.languages,
    );
    return {
      items: page.map((r) => {
        const holder = r.holder_id === null ? undefined : labels.get(r.holder_id);
        return {
          id: r.id,
          at: r.at.toISOString(),
          act: r.act,
          role: r.role,
          reason: r.reason,
          by: r.account_id === null || r.holder_id === null ? null : signs(r.account_id, r.holder_id),
          holder: holder ? refOf(holder) : null,
          // Records that the viewer may not see are not told, not even that they are there.
          records: r.record_ids.flatMap((id) => {
            const label = labels.get(id);
            return label ? [{ kind: label.kind, id, name: label.name }] : [];
          }),
          before: r.before,
          after: r.after,
          leafHash: r.leaf_hash,
          marking: markings.get(r.class_id) ?? {
            tlp: "TLP:RED" as const,
            openTo: { kind: "owner" as const, names: [] },
          },
        };
      }),
      next: last !== undefined && rows.length > page.length ? last.id : null,
      marking: await markingOf(reader, ask.used, ask.languages),
    };
  });
}
