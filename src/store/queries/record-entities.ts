import { type Kysely, sql } from "kysely";
import type { OfficeKind } from "../../record/rows.ts";
import type { Schema } from "../schema.ts";

/** What a record is and what it hangs on. Null where its kind has no such thing. */
export type EntityLine = {
  readonly id: string;
  readonly kind: string;
  readonly class_id: number;
  readonly owner_id: string;
  readonly code: string | null;
  readonly iso2: string | null;
  /** the member of a membership or delegation, the holder of an office */
  readonly who: string | null;
  readonly body: string | null;
  readonly meeting: string | null;
};

/** The records of these ids that the viewer may see, each with what it hangs on. */
export async function entityLines(db: Kysely<Schema>, ids: readonly string[]): Promise<readonly EntityLine[]> {
  const { rows } = await sql<EntityLine>`
    select r.id, r.kind, r.class_id, r.owner_id, m.code, m.iso2, coalesce(ms.member_id, o.holder_id, d.member_id) as who,
      coalesce(ms.body_id, o.body_id, me.body_id, ct.body_id, t.body_id, u.body_id) as body, coalesce(d.meeting_id, t.meeting_id, u.meeting_id) as meeting
    from record r left join member m on m.id = r.id left join membership ms on ms.id = r.id left join office o on o.id = r.id
      left join meeting me on me.id = r.id left join delegation d on d.id = r.id left join count ct on ct.id = r.id
      left join public.text t on t.id = r.id left join undertaking u on u.id = r.id
    where r.id = any (${ids}::uuid[])`.execute(db);
  return rows;
}

export type Part =
  | { readonly kind: "membership"; readonly id: string; readonly class_id: number; readonly member: string; readonly body: string; readonly memberKind: "state" | "organisation"; readonly code: string }
  | { readonly kind: "office"; readonly id: string; readonly class_id: number; readonly body: string; readonly holder: string; readonly office: OfficeKind }
  | { readonly kind: "meeting"; readonly id: string; readonly class_id: number; readonly body: string }
  | { readonly kind: "delegation"; readonly id: string; readonly class_id: number; readonly meeting: string; readonly member: string }
  | { readonly kind: "text"; readonly id: string; readonly class_id: number; readonly meeting: string | null; readonly body: string | null }
  | { readonly kind: "undertaking"; readonly id: string; readonly class_id: number; readonly meeting: string | null; readonly body: string | null }
  | { readonly kind: "count"; readonly id: string; readonly class_id: number; readonly body: string };

/**
 * Everything that hangs on bodies, or on one body: memberships, offices, meetings, their texts and undertakings, counts.
 * @param body null: of every body
 */
export async function partsOfBody(db: Kysely<Schema>, body: string | null): Promise<readonly Part[]> {
  const { rows } = await sql<PartRow>`
    with mine as materialized (select id, body_id from meeting where ${body}::uuid is null or body_id = ${body}::uuid)
    select p.*, r.class_id from (
      select 'membership' as kind, ms.id, ms.body_id as body, null::uuid as meeting, ms.member_id as who, m.kind as detail, m.code from membership ms join member m on m.id = ms.member_id where ${body}::uuid is null or ms.body_id = ${body}::uuid
      union all select 'office', id, body_id, null, holder_id, office, null from office where ${body}::uuid is null or body_id = ${body}::uuid
      union all select 'meeting', id, body_id, null, null, null, null from mine
      union all select 'text', id, body_id, meeting_id, null, null, null from public.text where ${body}::uuid is null or body_id = ${body}::uuid or meeting_id in (select id from mine)
      union all select 'undertaking', id, body_id, meeting_id, null, null, null from undertaking where ${body}::uuid is null or body_id = ${body}::uuid or meeting_id in (select id from mine)
      union all select 'count', id, body_id, null, null, null, null from count where ${body}::uuid is null or body_id = ${body}::uuid
    ) p join record r on r.id = p.id`.execute(db);
  return rows.map(asPart);
}

/** Everything that hangs on one meeting. */
export async function partsOfMeeting(db: Kysely<Schema>, meeting: string): Promise<readonly Part[]> {
  const { rows } = await sql<PartRow>`
    select p.*, r.class_id from (
      select 'delegation' as kind, id, null::uuid as body, meeting_id as meeting, member_id as who, null::text as detail, null::text as code from delegation where meeting_id = ${meeting}::uuid
      union all select 'text', id, body_id, meeting_id, null, null, null from public.text where meeting_id = ${meeting}::uuid
      union all select 'undertaking', id, body_id, meeting_id, null, null, null from undertaking where meeting_id = ${meeting}::uuid
    ) p join record r on r.id = p.id`.execute(db);
  return rows.map(asPart);
}

/** What hangs on one member: memberships, offices, delegations; and meetings and undertakings that claims say are theirs. */
export async function partsOfMember(db: Kysely<Schema>, member: string): Promise<readonly Part[]> {
  const { rows } = await sql<PartRow>`
    with named as materialized (select distinct record_id, field from claim where withdrawn_at is null and field in ('host', 'by_member') and value ? ${member}::text)
    select p.*, r.class_id from (
      select 'membership' as kind, ms.id, ms.body_id as body, null::uuid as meeting, ms.member_id as who, m.kind as detail, m.code from membership ms join member m on m.id = ms.member_id where ms.member_id = ${member}::uuid
      union all select 'office', id, body_id, null, holder_id, office, null from office where holder_id = ${member}::uuid
      union all select 'delegation', id, null, meeting_id, member_id, null, null from delegation where member_id = ${member}::uuid
      union all select 'meeting', id, body_id, null, null, null, null from meeting where id in (select record_id from named where field = 'host')
      union all select 'undertaking', id, body_id, meeting_id, null, null, null from undertaking where id in (select record_id from named where field = 'by_member')
    ) p join record r on r.id = p.id`.execute(db);
  return rows.map(asPart);
}

type PartRow = { kind: string; id: string; body: string | null; meeting: string | null; who: string | null; detail: string | null; code: string | null; class_id: number };

function asPart(r: PartRow): Part {
  const { id, class_id } = r;
  const [body, meeting, who] = [r.body ?? "", r.meeting ?? "", r.who ?? ""];
  switch (r.kind) {
    case "membership":
      return { kind: "membership", id, class_id, member: who, body, memberKind: r.detail === "organisation" ? "organisation" : "state", code: r.code ?? "" };
    case "office":
      return { kind: "office", id, class_id, body, holder: who, office: r.detail as OfficeKind };
    case "meeting":
      return { kind: "meeting", id, class_id, body };
    case "delegation":
      return { kind: "delegation", id, class_id, meeting, member: who };
    case "count":
      return { kind: "count", id, class_id, body };
    default:
      return { kind: r.kind === "text" ? "text" : "undertaking", id, class_id, meeting: r.meeting, body: r.body };
  }
}
