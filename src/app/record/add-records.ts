import type { OfficeKind } from "../../record/rows.ts";
import type { Writer } from "../../store/open-store.ts";

type Db = Writer["db"];

/** A record that a person adds: what it is and what it hangs on. Everything else about it is claims. */
export type AddedRecord =
  | { readonly kind: "meeting"; readonly id: string; readonly body: string }
  | { readonly kind: "delegation"; readonly id: string; readonly meeting: string; readonly member: string }
  | { readonly kind: "text" | "undertaking"; readonly id: string; readonly meeting: string | null; readonly body: string }
  | { readonly kind: "person"; readonly id: string }
  | { readonly kind: "member"; readonly id: string; readonly code: string; readonly memberKind: "state" | "organisation"; readonly iso2: string | null; readonly iso3: string | null }
  | { readonly kind: "membership"; readonly id: string; readonly member: string; readonly body: string }
  | { readonly kind: "count"; readonly id: string; readonly body: string }
  | {
      readonly kind: "office";
      readonly id: string;
      readonly body: string;
      readonly holder: string;
      readonly office: OfficeKind;
    };

/** Adds records as their owner's, in an order in which each hangs on earlier ones. */
export async function addRecords(
  db: Db,
  owned: { readonly ownerId: string; readonly classId: number },
  records: readonly AddedRecord[],
): Promise<void> {
  if (records.length === 0) return;
  // A random id is the handle too: an ordered one would tell how many there are.
  await db
    .insertInto("record")
    .values(
      records.map((r) => ({ id: r.id, kind: r.kind, key: r.id, owner_id: owned.ownerId, class_id: owned.classId })),
    )
    .execute();
  const of = <K extends AddedRecord["kind"]>(kind: K) =>
    records.filter((r): r is AddedRecord & { readonly kind: K } => r.kind === kind);
  const [members, memberships] = [of("member"), of("membership")];
  const [meetings, delegations, counts, offices, persons] = [
    of("meeting"),
    of("delegation"),
    of("count"),
    of("office"),
    of("person"),
  ];
  if (members.length > 0)
    await db
      .insertInto("member")
      .values(members.map((r) => ({ id: r.id, code: r.code, kind: r.memberKind, iso2: r.iso2, iso3: r.iso3 })))
      .execute();
  if (memberships.length > 0)
    await db
      .insertInto("membership")
      .values(memberships.map((r) => ({ id: r.id, member_id: r.member, body_id: r.body })))
      .execute();
  if (meetings.length > 0)
    await db
      .insertInto("meeting")
      .values(meetings.map((r) => ({ id: r.id, body_id: r.body })))
      .execute();
  if (delegations.length > 0)
    await db
      .insertInto("delegation")
      .values(delegations.map((r) => ({ id: r.id, meeting_id: r.meeting, member_id: r.member })))
      .execute();
  for (const kind of ["text", "undertaking"] as const) {
    const some = of(kind);
    if (some.length > 0)
      await db
        .insertInto(kind)
        .values(some.map((r) => ({ id: r.id, meeting_id: r.meeting, body_id: r.body })))
        .execute();
  }
  if (persons.length > 0)
    await db
      .insertInto("person")
      .values(persons.map((r) => ({ id: r.id })))
      .execute();
  if (counts.length > 0)
    await db
      .insertInto("count")
      .values(counts.map((r) => ({ id: r.id, body_id: r.body })))
      .execute();
  if (offices.length > 0)
    await db
      .insertInto("office")
      .values(offices.map((r) => ({ id: r.id, body_id: r.body, holder_id: r.holder, office: r.office })))
      .execute();
}

/** The delegation of a member at a meeting that the viewer sees already. */
export async function delegationAt(db: Db, meeting: string, member: string): Promise<string | null> {
  const row = await db
    .selectFrom("delegation")
    .select("id")
    .where("meeting_id", "=", meeting)
    .where("member_id", "=", member)
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The office of this holder in this body that the viewer sees already. */
export async function officeOf(db: Db, body: string, holder: string, office: OfficeKind): Promise<string | null> {
  const row = await db
    .selectFrom("office")
    .select("id")
    .where("body_id", "=", body)
    .where("holder_id", "=", holder)
    .where("office", "=", office)
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The count of a body's members on this day that the viewer sees already. */
export async function statedCount(db: Db, body: string, day: string): Promise<string | null> {
  const row = await db
    .selectFrom("claim")
    .innerJoin("count", "count.id", "claim.record_id")
    .select("count.id")
    .where("count.body_id", "=", body)
    .where("claim.field", "=", "as_of")
    .where("claim.withdrawn_at", "is", null)
    .where("claim.value", "=", JSON.stringify(day))
    .orderBy("count.id")
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
