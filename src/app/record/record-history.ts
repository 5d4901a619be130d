import { fault } from "../../base/errors.ts";
import { fieldTypeOf } from "../../record/field-type.ts";
import { claimsOnField, decisionsOnField } from "../../store/queries/claim-rows.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { asking, type Wanted } from "./asking.ts";
import { type ShownValue, shownValue, type SourceRef, sourceRef } from "./claim-value.ts";
import { labelsOf } from "./labels-of.ts";
import { latestFirst, pageOf, type PageWish } from "./history-place.ts";
import { refIds } from "./proofed.ts";
import { whoDid } from "./who-did.ts";
import type { Words } from "../words.ts";

export type HistoryItem = {
  readonly what: "stated" | "claim-withdrawn" | "decided" | "decision-withdrawn";
  readonly at: string;
  readonly field: string;
  readonly language: string | null;
  readonly by: Words | null;
  readonly reason: string | null;
  readonly claim: string | null;
  readonly decision: string | null;
  readonly value: ShownValue | null;
  readonly source: SourceRef | null;
};

/** Field by field who stated, withdrew and decided what, when and why, for what this viewer may see; the newest first, a page of it. @throws not-found, bad-input for a cursor that is none of ours */
export async function recordHistory(
  app: App,
  secret: string | null,
  id: string,
  wanted: Wanted & PageWish & { readonly field?: string | undefined },
) {
  return app.store.read(secret, async (reader) => {
    const ask = asking(app, reader, wanted);
    const record = await reader.db
      .selectFrom("record")
      .select(["kind", "class_id"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (record === undefined) throw fault("not-found");
    const claims = await claimsOnField(reader.db, id, wanted.field ?? null);
    const decisions = await decisionsOnField(reader.db, id, wanted.field ?? null);
    ask.used.add(record.class_id);
    for (const c of claims) ask.used.add(c.class_id).add(c.source_class);
    for (const d of decisions) ask.used.add(d.class_id);
    const isRef = (field: string) => ["ref", "refs"].includes(fieldTypeOf(record.kind, field) ?? "");
    const labels = await labelsOf(ask, [id, ...claims.flatMap((c) => (isRef(c.field) ? refIds(c.value) : []))]);
    const signs = await whoDid(
      ask,
      [
        ...claims.flatMap((c) => [c.created_by, c.withdrawn_by]),
        ...decisions.flatMap((d) => [d.decided_by, d.withdrawn_by]),
      ],
      [...claims.filter((c) => !c.shipped || c.withdrawn_by !== null), ...decisions].map((x) => x.owner_id),
    );
    const values = new Map(
      claims.map((c) => [c.id, { value: shownValue(record.kind, c, labels), source: sourceRef(c) }]),
    );
    const items: HistoryItem[] = [
      ...claims.flatMap((c): HistoryItem[] => {
        const about = {
          field: c.field,
          language: c.language,
          claim: c.id,
          decision: null,
          value: values.get(c.id)?.value ?? null,
          source: values.get(c.id)?.source ?? null,
        };
        return [
          {
            what: "stated",
            at: c.created_at.toISOString(),
            by: signs(c.created_by, c.owner_id),
            reason: c.note,
            ...about,
          },
          ...(c.withdrawn_at === null
            ? []
            : [
                {
                  what: "claim-withdrawn" as const,
                  at: c.withdrawn_at.toISOString(),
                  by: signs(c.withdrawn_by, c.owner_id),
                  reason: c.withdrawn_reason,
                  ...about,
                },
              ]),
        ];
      }),
      ...decisions.flatMap((d): HistoryItem[] => {
        const chosen = d.claim_id === null ? undefined : values.get(d.claim_id);
        const about = {
          field: d.field,
          language: d.language,
          claim: d.claim_id,
          decision: d.id,
          value: chosen?.value ?? null,
          source: chosen?.source ?? null,
        };
        return [
          {
            what: "decided",
            at: d.decided_at.toISOString(),
            by: signs(d.decided_by, d.owner_id),
            reason: d.reason,
            ...about,
          },
          ...(d.withdrawn_at === null
            ? []
            : [
                {
                  what: "decision-withdrawn" as const,
                  at: d.withdrawn_at.toISOString(),
                  by: signs(d.withdrawn_by, d.owner_id),
                  reason: d.withdrawn_reason,
                  ...about,
                },
              ]),
        ];
      }),
    ];
    const place = (i: HistoryItem) => [i.at, i.field, i.what, i.decision ?? i.claim ?? ""];
    const page = pageOf(items.toSorted((a, b) => latestFirst(place(a), place(b))), place, wanted);
    return {
      record: { kind: record.kind, id, name: labels.get(id)?.name ?? { text: "?", language: "und" } },
      items: page.items,
      next: page.next,
      marking: await markingOf(reader, ask.used, ask.languages),
    };
  });
}
