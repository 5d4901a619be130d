import { createHash } from "node:crypto";
import { newSecret, secretHash } from "../../access/secret.ts";
import { fault } from "../../base/errors.ts";
import { readPeople } from "../../formats/people-csv/read.ts";
import type { Reader, Writer } from "../../store/open-store.ts";
import { oneAtATime } from "../../store/queries/one-at-a-time.ts";
import { indexSources } from "../../store/queries/search-entries.ts";
import type { App } from "../app.ts";
import { invitationDays } from "../door/invite.ts";
import { addClaims, told } from "../record/add-claims.ts";
import { addRecords } from "../record/add-records.ts";
import { entryClass, ownMarking } from "../record/own-marking.ts";
import { type SignedIn, withRight } from "../signed-in.ts";
import { planRows } from "./plan-rows.ts";
import type { Plan, PlannedRow } from "./planned.ts";
import { standing } from "./standing.ts";

export const mostRows = 5000;

/** `plan`: what a dry run answered; applying then refuses when the same file would do something else by now. */
export type PeopleFile = { readonly name: string; readonly text: string; readonly marking?: string | undefined; readonly dryRun: boolean; readonly plan?: string | undefined };
export type PeopleFileAnswer = {
  readonly applied: boolean;
  /** of what would be done, to apply exactly that */
  readonly plan: string;
  readonly counts: Readonly<Record<PlannedRow["what"], number>>;
  readonly rows: readonly PlannedRow[];
  /** the source that the values rest on; null where nothing was written */
  readonly source: string | null;
  /** one-time secrets, shown this once */
  readonly invitations: readonly { readonly line: number; readonly name: string; readonly secret: string; readonly expires: string }[];
};

/**
 * Members, memberships, offices and focal points from a file. A dry run says what each row would do; else everything is done in one transaction, and
 * nothing while a row is refused. The values become claims with the file as their source; the same file again changes nothing.
 * @throws not-allowed, bad-input, too-large, conflict-edit when the plan is another by now
 */
export async function importPeople(app: App, secret: string, file: PeopleFile): Promise<PeopleFileAnswer> {
  const name = file.name.trim();
  if (name === "") throw fault("bad-input", { path: "name", found: "", expected: "the file's name" });
  if (file.dryRun) return app.store.read(secret, async (reader) => answered(await planned(app, reader, withBoth(reader), file.text), false, null, []));
  const dry = await app.store.read(secret, async (reader) => answered(await planned(app, reader, withBoth(reader), file.text), false, null, []));
  if (file.plan !== undefined && file.plan !== dry.plan) throw fault("conflict-edit");
  // Nothing to write is no write: a file that is sent again leaves no trace.
  if (dry.counts.refused > 0 || dry.counts.create + dry.counts.change === 0) return dry;
  return app.store.write(secret, { act: "import-people" }, async (writer) => {
    const viewer = withBoth(writer);
    await oneAtATime(writer.db, "import-people");
    const plan = await planned(app, writer, viewer, file.text);
    if (digest(plan) !== dry.plan) throw fault("conflict-edit");
    const { classId, entryClass: entry } = await ownMarking(writer, file.marking, plan.hangsOn);
    const source = plan.claims.length === 0 ? null : await sourceOf(writer, viewer, file, classId);
    await addRecords(writer.db, { ownerId: viewer.holderId, classId }, plan.records);
    const made = source === null ? [] : await addClaims(writer, viewer, source.id, classId, plan.claims);
    const expires = new Date(app.now().getTime() + invitationDays * 86_400_000);
    const links = plan.invitations.map((i) => ({ ...i, secret: newSecret() }));
    if (links.length > 0)
      await writer.db.insertInto("door_link").values(links.map((i) => ({ id: i.id, secret_hash: secretHash(i.secret), purpose: "invitation" as const, person_name: i.name, role: "focal-point", holder_id: i.member, body_id: viewer.bodyId, valid_to: i.to, invited_by: viewer.accountId, expires_at: expires }))).execute();
    writer.note({
      recordIds: [...new Set([...plan.records.map((r) => r.id), ...made.map((c) => c.record_id)])],
      classId: source === null ? entry : await entryClass(writer, entry, [source.classId]),
      before: null,
      after: { file: name, source: source?.id ?? null, records: plan.records, claims: plan.claims.map(told), newClaims: made.map((c) => c.id), invited: plan.invitations.map(({ name: person, member, to }) => ({ name: person, member, to })) },
      told: [
        ...plan.records.map((r) => ({ kind: "record" as const, id: r.id, about: [r.id], classId })),
        ...made.map((c) => ({ kind: "claim" as const, id: c.id, about: [c.record_id], classId })),
      ],
    });
    return answered(plan, true, source?.id ?? null, links.map((l) => ({ line: l.line, name: l.name, secret: l.secret, expires: expires.toISOString() })));
  });
}

/** Values go on record, and focal points are invited: both rights are needed, whatever is in the file. */
function withBoth(reader: Pick<Reader, "viewer">): SignedIn {
  withRight(reader.viewer, "manage-accounts");
  return withRight(reader.viewer, "edit-record");
}

async function planned(app: App, reader: Pick<Reader, "db">, viewer: SignedIn, text: string): Promise<Plan> {
  const rows = [];
  for await (const row of readPeople(text)) {
    rows.push(row);
    if (rows.length > mostRows) throw fault("too-large", { found: `more than ${mostRows} rows`, limit: mostRows });
  }
  return planRows(rows, await standing(app, reader, viewer), app.coalition.lines.map((l) => l.key), app.now().toISOString().slice(0, 10));
}

/** The file as a source, kept with its text: the same bytes are the same source. */
async function sourceOf(writer: Writer, viewer: SignedIn, file: PeopleFile, classId: number): Promise<{ id: string; classId: number }> {
  const key = `people-${createHash("sha256").update(file.text).digest("hex")}`;
  const stood = await writer.db.selectFrom("source").select(["id", "class_id"]).where("owner_id", "=", viewer.holderId).where("key", "=", key).executeTakeFirst();
  if (stood !== undefined) return { id: stood.id, classId: stood.class_id };
  const { id } = await writer.db.insertInto("source").values({ title: file.name.trim(), body: file.text, key, owner_id: viewer.holderId, class_id: classId, created_by: viewer.accountId }).returning("id").executeTakeFirstOrThrow();
  await indexSources(writer.db, [id]);
  return { id, classId };
}

function answered(plan: Plan, applied: boolean, source: string | null, invitations: PeopleFileAnswer["invitations"]): PeopleFileAnswer {
  const n = (what: PlannedRow["what"]) => plan.rows.filter((r) => r.what === what).length;
  return { applied, plan: digest(plan), counts: { create: n("create"), change: n("change"), same: n("same"), refused: n("refused") }, rows: plan.rows, source, invitations };
}

/** Of what is told: ids that are made anew each time are not in it. */
const digest = (plan: Plan) => createHash("sha256").update(JSON.stringify(plan.rows)).digest("hex");
