import { fault, isFault } from "../../base/errors.ts";
import { fieldTypeOf } from "../../record/field-type.ts";
import { claimsOnField, decisionsOnField } from "../../store/queries/claim-rows.ts";
import { oneAtATime } from "../../store/queries/one-at-a-time.ts";
import type { App } from "../app.ts";
import { withRight } from "../signed-in.ts";
import type { Wanted } from "./asking.ts";
import { inForce } from "./claim-sheet.ts";
import { readFieldClaims } from "./field-claims.ts";
import { ownMarking } from "./own-marking.ts";

export type NewDecision = {
  readonly record: string;
  readonly field: string;
  readonly language?: string | undefined;
  /** null: none of the claims is shown, the value is shown as not known */
  readonly claim: string | null;
  readonly reason: string;
  /** the decision that the person saw in force; null or absent: none */
  readonly basedOn?: string | null | undefined;
  readonly marking?: string | undefined;
};

/**
 * Decides what is shown for a field whose sources differ. It holds until it is withdrawn or replaced by one who saw it.
 * @throws not-found, not-allowed, bad-input; conflict-edit when another decision came in since the person looked
 */
export async function decideField(app: App, secret: string | null, wanted: NewDecision, asked: Wanted) {
  try {
    return await decide(app, secret, wanted, asked);
  } catch (error) {
    // Only a decision of one's own side can stand in the way.
    throw isFault(error, "already-exists") ? fault("conflict-edit") : error;
  }
}

async function decide(app: App, secret: string | null, wanted: NewDecision, asked: Wanted) {
  return app.store.write(secret, { act: "decide-field", reason: wanted.reason }, async (writer) => {
    const viewer = withRight(writer.viewer, "decide");
    const record = await writer.db
      .selectFrom("record")
      .select(["kind", "class_id"])
      .where("id", "=", wanted.record)
      .executeTakeFirst();
    if (record === undefined) throw fault("not-found");
    const type = fieldTypeOf(record.kind, wanted.field);
    if (type === null || type === "alias")
      throw fault("bad-input", {
        path: "field",
        found: wanted.field,
        expected: `a field of a ${record.kind} that can differ`,
      });
    // Two people at once: the second finds the first one's decision.
    await oneAtATime(writer.db, `decide ${wanted.record} ${wanted.field}`);
    const claims = (await claimsOnField(writer.db, wanted.record, wanted.field)).filter((c) => c.withdrawn_at === null);
    const chosen = wanted.claim === null ? null : claims.find((c) => c.id === wanted.claim);
    if (chosen === undefined) throw fault("not-found");
    const language =
      type === "name" ? languageOf(chosen === null ? wanted.language : (chosen.language ?? undefined)) : null;
    const inLanguage = claims.filter((c) => type !== "name" || languageOf(c.language ?? undefined) === language);

    const standing = (await decisionsOnField(writer.db, wanted.record, wanted.field)).filter(
      (d) => d.withdrawn_at === null,
    );
    const seen = inForce(viewer.holderId, standing, language);
    if ((seen?.id ?? null) !== (wanted.basedOn ?? null)) throw fault("conflict-edit", { standing: seen?.id ?? null, standingReason: seen?.reason ?? null });
    const replaced = seen !== null && seen.owner_id === viewer.holderId ? seen : null;
    if (replaced !== null)
      await writer.db
        .updateTable("decision")
        .set({ withdrawn_at: app.now(), withdrawn_by: viewer.accountId, withdrawn_reason: wanted.reason })
        .where("id", "=", replaced.id)
        .execute();

    const { classId, entryClass } = await ownMarking(writer, wanted.marking, [
      record.class_id,
      ...(chosen === null ? [] : [chosen.class_id, chosen.source_class]),
    ]);
    const made = await writer.db
      .insertInto("decision")
      .values({
        record_id: wanted.record,
        field: wanted.field,
        language,
        claim_id: wanted.claim,
        considered: inLanguage.map((c) => c.id),
        reason: wanted.reason,
        decided_by: viewer.accountId,
        decided_role: viewer.role,
        owner_id: viewer.holderId,
        class_id: classId,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    writer.note({
      recordIds: [wanted.record],
      classId: entryClass,
      before: replaced === null ? null : { decision: replaced.id, claim: replaced.claim_id, reason: replaced.reason },
      after: {
        decision: made.id,
        field: wanted.field,
        language,
        claim: wanted.claim,
        value: chosen?.value ?? null,
        reason: wanted.reason,
      },
      told: [{ kind: "decision", id: made.id, about: [wanted.record], classId }],
    });
    return readFieldClaims(
      app,
      writer,
      { record: wanted.record, field: wanted.field, language: type === "name" ? (language ?? "und") : undefined },
      asked,
    );
  });
}

const languageOf = (language: string | undefined): string | null =>
  language === undefined || language === "und" ? null : language;
