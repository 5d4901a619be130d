import { fault } from "../../base/errors.ts";
import { parseTlp, tlpRank } from "../../marking/tlp.ts";
import type { Writer } from "../../store/open-store.ts";
import { ownClass } from "../../store/queries/classes.ts";
import type { App } from "../app.ts";
import { markedRow } from "../circles/mark.ts";
import { type SignedIn, withRight } from "../signed-in.ts";
import { actDays, type NewAct } from "./act-kinds.ts";

/**
 * Proposes what one person alone may not do. It waits for another person of the same side, seven days at most; nothing has happened yet.
 * @throws not-allowed, not-found, bad-input, already-exists when the same waits already
 */
export async function proposeAct(app: App, secret: string | null, wanted: NewAct): Promise<{ id: string; expires: string }> {
  const reason = wanted.reason.trim();
  if (reason === "") throw fault("bad-input", { path: "reason", found: "", expected: "why, for the second person and the audit" });
  return app.store.write(secret, { act: "propose-act", reason }, async (writer) => {
    const viewer = withRight(writer.viewer, "propose-act");
    const about = await aboutWhat(writer, viewer, wanted);
    const classId = await ownClass(writer.db, 2);
    const expires = new Date(app.now().getTime() + actDays * 86_400_000);
    const waits = about.subject_id === null ? undefined : await writer.db.selectFrom("two_person_act").select("id").where("kind", "=", wanted.kind).where("subject_id", "=", about.subject_id).where("outcome", "is", null).where("expires_at", ">", app.now()).executeTakeFirst();
    if (waits !== undefined) throw fault("already-exists");
    const { id } = await writer.db
      .insertInto("two_person_act")
      .values({ kind: wanted.kind, ...about, owner_id: viewer.holderId, class_id: classId, reason, proposed_by: viewer.accountId, expires_at: expires })
      .returning("id")
      .executeTakeFirstOrThrow();
    writer.note({ recordIds: about.subject_id === null ? [] : [about.subject_id], classId, before: null, after: { act: id, kind: wanted.kind, subject: about.subject_id, wanted: about.wanted, expires: expires.toISOString() } });
    return { id, expires: expires.toISOString() };
  });
}

type About = { readonly subject_kind: "source" | "record" | "claim" | "import" | null; readonly subject_id: string | null; readonly to_class_id: number | null; readonly wanted: string };

async function aboutWhat(writer: Writer, viewer: SignedIn, wanted: NewAct): Promise<About> {
  const { kind, id } = wanted.subject;
  const row = await markedRow(writer, kind, id);
  if (row === undefined) throw fault("not-found");
  if (row.owner_id !== viewer.holderId) throw fault("not-allowed", { right: "propose-act", whoCanGive: "owner" });
  if (wanted.kind === "delete-source") return { subject_kind: kind, subject_id: id, to_class_id: null, wanted: "{}" };
  const tlp = tlpRank(parseTlp(wanted.tlp));
  const was = await writer.db.selectFrom("visibility_class").select("tlp").where("id", "=", row.class_id).executeTakeFirstOrThrow();
  if (was.tlp > 3) throw fault("bad-input", { path: "subject", found: "TLP:RED", expected: "what is not for named persons alone" });
  if (tlp >= was.tlp) throw fault("bad-input", { path: "tlp", found: wanted.tlp, expected: "a wider label than it has: for a stricter one nobody else is needed" });
  if (tlp === 0 && wanted.circle !== null) throw fault("bad-input", { path: "circle", found: wanted.circle, expected: "none for what is TLP:CLEAR" });
  return { subject_kind: kind, subject_id: id, to_class_id: await ownClass(writer.db, tlp as 0 | 1 | 2 | 3, wanted.circle), wanted: JSON.stringify({ tlp, circle: wanted.circle }) };
}
