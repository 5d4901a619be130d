import { fault } from "../../base/errors.ts";
import { entityLines } from "../../store/queries/record-entities.ts";
import type { Writer } from "../../store/open-store.ts";
import type { App } from "../app.ts";
import { type SignedIn, withRight } from "../signed-in.ts";
import { addClaims, told } from "./add-claims.ts";
import { type AddedRecord, addRecords, delegationAt } from "./add-records.ts";
import { checkField, type EnteredField } from "./check-field.ts";
import { ownMarking } from "./own-marking.ts";

/** What one source says of one record, each field with its words. */
export type Facts = {
  readonly source: string;
  readonly marking?: string | undefined;
  readonly fields: readonly EnteredField[];
};

/** A record of its own, with what it hangs on: a delegation on its meeting and member, a text or undertaking on its body, and on a meeting where it was made there. */
export type NewRecord = Facts &
  (
    | { readonly kind: "delegation"; readonly meeting: string; readonly member: string }
    | { readonly kind: "text" | "undertaking"; readonly body: string; readonly meeting?: string | undefined }
    | { readonly kind: "person" }
  );

/**
 * Enters a delegation, text, undertaking or person from one source, in one transaction.
 *
 * A delegation that the viewer sees already gets the claims; anything else is the viewer's own new record.
 * @throws not-found, not-allowed, bad-input with the path of the field
 */
export async function enterRecord(app: App, secret: string | null, wanted: NewRecord): Promise<{ readonly kind: string; readonly id: string }> {
  return app.store.write(secret, { act: "enter-record" }, async (writer) => {
    const viewer = withRight(writer.viewer, "edit-record");
    const on = [
      ...(wanted.kind === "delegation" ? ([["meeting", wanted.meeting], ["member", wanted.member]] as const) : []),
      ...(wanted.kind === "text" || wanted.kind === "undertaking" ? ([["body", wanted.body], ["meeting", wanted.meeting]] as const) : []),
    ].flatMap(([kind, id]) => (id === undefined ? [] : [{ kind, id }]));
    const lines = new Map((await entityLines(writer.db, on.map((o) => o.id))).map((l) => [l.id, l]));
    for (const { kind, id } of on)
      if (lines.get(id)?.kind !== kind) throw fault("bad-input", { path: kind, found: id, expected: `the id of a ${kind}` });
    const stands = wanted.kind === "delegation" ? await delegationAt(writer.db, wanted.meeting, wanted.member) : null;
    const record = recordOf(wanted, stands ?? crypto.randomUUID());
    await state(app, writer, viewer, record, stands === null, [...lines.values()].map((l) => l.class_id), wanted);
    return { kind: wanted.kind, id: record.id };
  });
}

/**
 * Enters what one source says of a record that stands. Nothing there is overwritten: each field becomes a claim of the viewer's own.
 * @throws not-found, not-allowed, bad-input; already-exists when they stated all of it before
 */
export async function addFacts(app: App, secret: string | null, id: string, facts: Facts): Promise<{ readonly kind: string; readonly id: string }> {
  return app.store.write(secret, { act: "add-facts" }, async (writer) => {
    const viewer = withRight(writer.viewer, "edit-record");
    const [record] = await entityLines(writer.db, [id]);
    if (record === undefined) throw fault("not-found");
    await state(app, writer, viewer, record, false, [record.class_id], facts);
    return { kind: record.kind, id };
  });
}

function recordOf(wanted: NewRecord, id: string): AddedRecord {
  switch (wanted.kind) {
    case "delegation":
      return { kind: "delegation", id, meeting: wanted.meeting, member: wanted.member };
    case "person":
      return { kind: "person", id };
    default:
      return { kind: wanted.kind, id, body: wanted.body, meeting: wanted.meeting ?? null };
  }
}

async function state(
  app: App,
  writer: Writer,
  viewer: SignedIn,
  record: AddedRecord | { readonly kind: string; readonly id: string },
  isNew: boolean,
  hangsOn: readonly number[],
  { source: sourceId, marking, fields }: Facts,
): Promise<void> {
  const source = await writer.db.selectFrom("source").select(["class_id", "body"]).where("id", "=", sourceId).executeTakeFirst();
  if (source === undefined) throw fault("not-found");
  if (fields.length === 0) throw fault("bad-input", { path: "fields", found: "nothing", expected: "at least one field" });
  const named = await entityLines(writer.db, [...new Set(fields.flatMap((f) => f.refs ?? []))]);
  const known = { kinds: new Map(named.map((l) => [l.id, l.kind])), lines: app.coalition.lines.map((l) => l.key), text: source.body };
  const claims = fields.map((field, i) => ({ ...checkField(record.kind, field, `fields.${i}`, known), record: record.id }));
  const { classId, entryClass } = await ownMarking(writer, marking, [...hangsOn, ...named.map((l) => l.class_id), source.class_id]);
  if (isNew) await addRecords(writer.db, { ownerId: viewer.holderId, classId }, [record as AddedRecord]);
  const made = await addClaims(writer, viewer, sourceId, classId, claims);
  if (made.length === 0) throw fault("already-exists");
  writer.note({
    recordIds: [record.id],
    classId: entryClass,
    before: null,
    after: { ...(isNew ? { record } : {}), source: sourceId, claims: claims.map(told), newClaims: made.map((c) => c.id) },
  });
}
