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

/**
 * The records of these ids that the viewer may see, each with what it hangs on.
 *
 * Only the tables of kinds that are met are asked: every table that is joined costs the viewer's classes once more.
 */
export async function entityLines(db: Kysely<Schema>, ids: readonly string[]): Promise<readonly EntityLine[]> {
  const { rows: records } = await sql<{
    id: string;
    kind: string;
    class_id: number;
    owner_id: string;
  }>`select id, kind, class_id, owner_id from record where id = any (${ids}::uuid[])`.execute(db);
  const hanging = new Map<string, Hanging>();
  for (const [kind, some] of Map.groupBy(records, (r) => r.kind)) {
    const columns = hangsOn[kind];
    if (columns === undefined) continue;
    const { rows } = await sql<
      Hanging & { id: string }
    >`select id, ${columns} from ${sql.table(`public.${kind}`)} where id = any (${some.map((r) => r.id)}::uuid[])`.execute(
      db,
    );
    for (const r of rows) hanging.set(r.id, r);
  }
  // A row of its kind's table that is hidden (it names something hidden) hides the record too.
  return records.flatMap((r) => {
    const on = hanging.get(r.id);
    if (on === undefined && hangsOn[r.kind] !== undefined) return [];
    return [
      {
        ...r,
        code: on?.code ?? null,
        iso2: on?.iso2 ?? null,
        who: on?.who ?? null,
        body: on?.body ?? null,
        meeting: on?.meeting ?? null,
      },
    ];
  });
}

type Hanging = {
  readonly code?: string;
  readonly iso2?: string | null;
  readonly who?: string;
  readonly body?: string | null;
  readonly meeting?: string | null;
};

const hangsOn: Readonly<Record<string, ReturnType<typeof sql> | undefined>> = {
  member: sql`code, iso2`,
  membership: sql`member_id as who, body_id as body`,
  office: sql`holder_id as who, body_id as body`,
  meeting: sql`body_id as body`,
  delegation: sql`member_id as who, meeting_id as meeting`,
  text: sql`meeting_id as meeting, body_id as body`,
  undertaking: sql`meeting_id as meeting, body_id as body`,
  count: sql`body_id as body`,
};

export type Part =
  | {
      readonly kind: "membership";
      readonly id: string;
      readonly class_id: number;
      readonly member: string;
      readonly body: string;
      readonly memberKind: "state" | "organisation";
      readonly code: string;
    }
  | {
      readonly kind: "office";
      readonly id: string;
      readonly class_id: number;
      readonly body: string;
      readonly holder: string;
      readonly office: OfficeKind;
    }
  | { readonly kind: "meeting"; readonly id: string; readonly class_id: number; readonly body: string }
  | {
      readonly kind: "delegation";
      readonly id: string;
      readonly class_id: number;
      readonly meeting: string;
      readonly member: string;
    }
  | {
      readonly kind: "text";
      readonly id: string;
      readonly class_id: number;
      readonly meeting: string | null;
      readonly body: string | null;
    }
  | {
      readonly kind: "undertaking";
      readonly id: string;
      readonly class_id: number;
      readonly meeting: string | null;
      readonly body: string | null;
    }
  | { readonly kind: "count"; readonly id: string; readonly class_id: number; readonly body: string };

/**
 * Everything that hangs on bodies, or on one body: memberships, offices, meetings, their texts and undertakings, counts.
 * @param body null: of every body
 */
export async function partsOfBody(db: Kysely<Schema>, body: string | null): Promise<readonly Part[]> {
  const here = sql`(${body}::uuid is null or body_id = ${body}::uuid)`;
  const meetings = await rowsOf(db, sql`select id, body_id as body from meeting where ${here}`);
  const held = sql`(${here} or meeting_id = any (${meetings.map((m) => m.id)}::uuid[]))`;
  return withClasses(db, {
    membership: await rowsOf(
      db,
      sql`select ms.id, ms.body_id as body, ms.member_id as who, m.kind as detail, m.code from membership ms join member m on m.id = ms.member_id where ${body}::uuid is null or ms.body_id = ${body}::uuid`,
    ),
    office: await rowsOf(
      db,
      sql`select id, body_id as body, holder_id as who, office as detail from office where ${here}`,
    ),
    meeting: meetings,
    text: await rowsOf(db, sql`select id, body_id as body, meeting_id as meeting from public.text where ${held}`),
    undertaking: await rowsOf(
      db,
      sql`select id, body_id as body, meeting_id as meeting from undertaking where ${held}`,
    ),
    count: await rowsOf(db, sql`select id, body_id as body from count where ${here}`),
  });
}

/** How many members a body had, as somebody stated it. */
export async function countsOfBody(db: Kysely<Schema>, body: string): Promise<readonly Part[]> {
  return withClasses(db, {
    count: await rowsOf(db, sql`select id, body_id as body from count where body_id = ${body}::uuid`),
  });
}

/** Memberships in a body. */
export async function membershipsOf(db: Kysely<Schema>, body: string): Promise<readonly Part[]> {
  return withClasses(db, {
    membership: await rowsOf(
      db,
      sql`select ms.id, ms.body_id as body, ms.member_id as who, m.kind as detail, m.code from membership ms join member m on m.id = ms.member_id where ms.body_id = ${body}::uuid`,
    ),
  });
}

/** Everything that hangs on one meeting. */
export async function partsOfMeeting(db: Kysely<Schema>, meeting: string): Promise<readonly Part[]> {
  const here = sql`meeting_id = ${meeting}::uuid`;
  return withClasses(db, {
    delegation: await rowsOf(db, sql`select id, meeting_id as meeting, member_id as who from delegation where ${here}`),
    text: await rowsOf(db, sql`select id, body_id as body, meeting_id as meeting from public.text where ${here}`),
    undertaking: await rowsOf(
      db,
      sql`select id, body_id as body, meeting_id as meeting from undertaking where ${here}`,
    ),
  });
}

/** What hangs on one member: memberships, offices, delegations; and meetings and undertakings that claims say are theirs. */
export async function partsOfMember(db: Kysely<Schema>, member: string): Promise<readonly Part[]> {
  const { rows: named } = await sql<{ record_id: string; field: string }>`
    select distinct record_id, field from claim where withdrawn_at is null and field in ('host', 'by_member') and value ? ${member}::text`.execute(
    db,
  );
  const by = (field: string) => named.filter((n) => n.field === field).map((n) => n.record_id);
  return withClasses(db, {
    membership: await rowsOf(
      db,
      sql`select ms.id, ms.body_id as body, ms.member_id as who, m.kind as detail, m.code from membership ms join member m on m.id = ms.member_id where ms.member_id = ${member}::uuid`,
    ),
    office: await rowsOf(
      db,
      sql`select id, body_id as body, holder_id as who, office as detail from office where holder_id = ${member}::uuid`,
    ),
    delegation: await rowsOf(
      db,
      sql`select id, meeting_id as meeting, member_id as who from delegation where member_id = ${member}::uuid`,
    ),
    meeting: await rowsOf(db, sql`select id, body_id as body from meeting where id = any (${by("host")}::uuid[])`),
    undertaking: await rowsOf(
      db,
      sql`select id, body_id as body, meeting_id as meeting from undertaking where id = any (${by("by_member")}::uuid[])`,
    ),
  });
}

type PartRow = {
  readonly id: string;
  readonly body?: string | null;
  readonly meeting?: string | null;
  readonly who?: string;
  readonly detail?: string;
  readonly code?: string;
};

async function rowsOf(db: Kysely<Schema>, query: ReturnType<typeof sql>): Promise<readonly PartRow[]> {
  // In an order of their own: where rows lie may depend on rows that the viewer may not see.
  return ((await query.execute(db)).rows as readonly PartRow[]).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Rows of several tables, each with its record's class. */
async function withClasses(
  db: Kysely<Schema>,
  byKind: Partial<Record<Part["kind"], readonly PartRow[]>>,
): Promise<readonly Part[]> {
  const all = Object.entries(byKind).flatMap(([kind, rows]) => rows.map((row) => ({ kind, row })));
  if (all.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    class_id: number;
  }>`select id, class_id from record where id = any (${all.map(({ row }) => row.id)}::uuid[])`.execute(db);
  const classes = new Map(rows.map((r) => [r.id, r.class_id]));
  return all.flatMap(({ kind, row }) => {
    const class_id = classes.get(row.id);
    return class_id === undefined ? [] : [asPart(kind, row, class_id)];
  });
}

function asPart(kind: string, r: PartRow, class_id: number): Part {
  const { id } = r;
  const [body, meeting, who] = [r.body ?? "", r.meeting ?? "", r.who ?? ""];
  switch (kind) {
    case "membership":
      return {
        kind,
        id,
        class_id,
        member: who,
        body,
        memberKind: r.detail === "organisation" ? "organisation" : "state",
        code: r.code ?? "",
      };
    case "office":
      return { kind, id, class_id, body, holder: who, office: r.detail as OfficeKind };
    case "meeting":
      return { kind, id, class_id, body };
    case "delegation":
      return { kind, id, class_id, meeting, member: who };
    case "count":
      return { kind, id, class_id, body };
    default:
      return {
        kind: kind === "text" ? "text" : "undertaking",
        id,
        class_id,
        meeting: r.meeting ?? null,
        body: r.body ?? null,
      };
  }
}
