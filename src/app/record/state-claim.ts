import { fault } from "../../base/errors.ts";
import { entityLines } from "../../store/queries/record-entities.ts";
import type { App } from "../app.ts";
import { withRight } from "../signed-in.ts";
import { addClaims, told } from "./add-claims.ts";
import type { Wanted } from "./asking.ts";
import { checkField, type EnteredField } from "./check-field.ts";
import { readFieldClaims } from "./field-claims.ts";
import { ownMarking } from "./own-marking.ts";

export type NewClaim = Omit<EnteredField, "field"> & {
  readonly record: string;
  readonly field: string;
  readonly source: string;
  readonly marking?: string | undefined;
};

/**
 * States what one source says for one field of a record. The claim is the viewer's own row, also on a record of others'.
 * @throws not-found, not-allowed, bad-input, already-exists when they stated the same before
 */
export async function stateClaim(app: App, secret: string | null, wanted: NewClaim, asked: Wanted) {
  return app.store.write(secret, { act: "state-claim" }, async (writer) => {
    const viewer = withRight(writer.viewer, "edit-record");
    const lines = await entityLines(writer.db, [wanted.record, ...(wanted.refs ?? [])]);
    const record = lines.find((l) => l.id === wanted.record);
    const source = await writer.db
      .selectFrom("source")
      .select(["class_id", "body"])
      .where("id", "=", wanted.source)
      .executeTakeFirst();
    if (record === undefined || source === undefined) throw fault("not-found");
    const checked = checkField(record.kind, wanted, "value", {
      kinds: new Map(lines.map((l) => [l.id, l.kind])),
      lines: app.coalition.lines.map((l) => l.key),
      text: source.body,
    });
    const { classId, entryClass } = await ownMarking(
      writer,
      wanted.marking,
      lines.map((l) => l.class_id).concat(source.class_id),
    );
    const claim = { ...checked, record: wanted.record };
    const [made] = await addClaims(writer, viewer, wanted.source, classId, [claim]);
    if (made === undefined) throw fault("already-exists");
    writer.note({
      recordIds: [wanted.record],
      classId: entryClass,
      before: null,
      after: { claim: made.id, source: wanted.source, ...told(claim) },
      told: [{ kind: "claim", id: made.id, about: [wanted.record], classId }],
    });
    return readFieldClaims(
      app,
      writer,
      { record: wanted.record, field: wanted.field, language: checked.language ?? undefined },
      asked,
    );
  });
}
