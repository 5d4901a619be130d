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
  const met = [...Map.groupBy(records, (r) => r.kind)].flatMap(([kind, some]) => {
    const columns = hangsOn[kind];
    return columns === undefined
      ? []
      : [sql`select id, ${columns} from ${sql.table(`public.${kind}`)} where id = any (${some.map((r) => r.id)}::uuid[])`];
  });
  const { rows } =
    met.length === 0 ? { rows: [] } : await sql<Hanging & { id: string }>`${sql.join(met, sql` union all `)}`.execute(db);
  const hanging = new Map(rows.map((r) => [r.id, r]));
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
  readonly code: string | null;
  readonly iso2: string | null;
  readonly who: string | null;
  readonly body: string | null;
  readonly meeting: string | null;
};

const no = sql`null::uuid`;
const hangs = (who: ReturnType<typeof sql>, body: ReturnType<typeof sql>, meeting: ReturnType<typeof sql>) =>
  sql`null::text as code, null::text as iso2, ${who} as who, ${body} as body, ${meeting} as meeting`;
const hangsOn: Readonly<Record<string, ReturnType<typeof sql> | undefined>> = {
  member: sql`code, iso2, null::uuid as who, null::uuid as body, null::uuid as meeting`,
  membership: hangs(sql`member_id`, sql`body_id`, no),
  office: hangs(sql`holder_id`, sql`body_id`, no),
  meeting: hangs(no, sql`body_id`, no),
  delegation: hangs(sql`member_id`, no, sql`meeting_id`),
  text: hangs(no, sql`body_id`, sql`meeting_id`),
  undertaking: hangs(no, sql`body_id`, sql`meeting_id`),
  count: hangs(no, sql`body_id`, no),
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
  const here = body === null ? sql`true` : sql`t.body_id = ${body}::uuid`;
  const held =
    body === null ? here : sql`(${here} or t.meeting_id in (select id from meeting where body_id = ${body}::uuid))`;
  return partsWhere(db, { membership: here, office: here, meeting: here, text: held, undertaking: held, count: here });
}

/** How many members a body had, as somebody stated it. */
export async function countsOfBody(db: Kysely<Schema>, body: string): Promise<readonly Part[]> {
  return partsWhere(db, { count: sql`t.body_id = ${body}::uuid` });
}

/** Memberships in a body. */
export async function membershipsOf(db: Kysely<Schema>, body: string): Promise<readonly Part[]> {
  return partsWhere(db, { membership: sql`t.body_id = ${body}::uuid` });
}

/** All records of these kinds that hang on something. */
export async function partsOfKinds(db: Kysely<Schema>, kinds: readonly Part["kind"][]): Promise<readonly Part[]> {
  return partsWhere(db, Object.fromEntries(kinds.map((kind) => [kind, sql`true`])));
}

/** One record that hangs on something; null for one that may not be seen. */
export async function partById(db: Kysely<Schema>, kind: Part["kind"], id: string): Promise<Part | null> {
  const [part] = await partsWhere(db, { [kind]: sql`t.id = ${id}::uuid` });
  return part ?? null;
}

/** Which records' standing claims name this one, and in which field. */
export async function recordsNaming(
  db: Kysely<Schema>,
  id: string,
  fields: readonly string[],
): Promise<readonly { readonly record_id: string; readonly field: string }[]> {
  const { rows } = await sql<{ record_id: string; field: string }>`
    select distinct record_id, field from claim where withdrawn_at is null and field = any (${fields}::text[]) and value ? ${id}::text order by record_id, field`.execute(
    db,
  );
  return rows;
}

/** Everything that hangs on one meeting. */
export async function partsOfMeeting(db: Kysely<Schema>, meeting: string): Promise<readonly Part[]> {
  const here = sql`t.meeting_id = ${meeting}::uuid`;
  return partsWhere(db, { delegation: here, text: here, undertaking: here });
}

/** What hangs on one member: memberships, offices, delegations; and meetings and undertakings that claims say are theirs. */
export async function partsOfMember(db: Kysely<Schema>, member: string): Promise<readonly Part[]> {
  const { rows: named } = await sql<{ record_id: string; field: string }>`
    select distinct record_id, field from claim where withdrawn_at is null and field in ('host', 'by_member') and value ? ${member}::text`.execute(
    db,
  );
  const by = (field: string) =>
    sql`t.id = any (${named.filter((n) => n.field === field).map((n) => n.record_id)}::uuid[])`;
  return partsWhere(db, {
    membership: sql`t.member_id = ${member}::uuid`,
    office: sql`t.holder_id = ${member}::uuid`,
    delegation: sql`t.member_id = ${member}::uuid`,
    meeting: by("host"),
    undertaking: by("by_member"),
  });
}

type PartRow = {
  readonly kind: Part["kind"];
  readonly id: string;
  readonly class_id: number;
  readonly body: string | null;
  readonly meeting: string | null;
  readonly who: string | null;
  readonly detail: string | null;
  readonly code: string | null;
};

const partColumns: Readonly<Record<Part["kind"], ReturnType<typeof sql>>> = {
  membership: sql`t.body_id as body, null::uuid as meeting, t.member_id as who, m.kind as detail, m.code as code from membership t join member m on m.id = t.member_id`,
  office: sql`t.body_id as body, null::uuid as meeting, t.holder_id as who, t.office as detail, null::text as code from office t`,
  meeting: sql`t.body_id as body, null::uuid as meeting, null::uuid as who, null::text as detail, null::text as code from meeting t`,
  delegation: sql`null::uuid as body, t.meeting_id as meeting, t.member_id as who, null::text as detail, null::text as code from delegation t`,
  text: sql`t.body_id as body, t.meeting_id as meeting, null::uuid as who, null::text as detail, null::text as code from public.text t`,
  undertaking: sql`t.body_id as body, t.meeting_id as meeting, null::uuid as who, null::text as detail, null::text as code from undertaking t`,
  count: sql`t.body_id as body, null::uuid as meeting, null::uuid as who, null::text as detail, null::text as code from count t`,
};

/** Rows of several tables in one query, each with its record's class, which it carries; kind by kind as they are asked for. */
async function partsWhere(
  db: Kysely<Schema>,
  conditions: Partial<Record<Part["kind"], ReturnType<typeof sql>>>,
): Promise<readonly Part[]> {
  const kinds = Object.keys(conditions) as Part["kind"][];
  const selects = kinds.map(
    (kind) =>
      sql`select ${sql.lit(kind)} as kind, t.id, t.record_class_id as class_id, ${partColumns[kind]} where ${conditions[kind] ?? sql`false`}`,
  );
  const { rows } = await sql<PartRow>`${sql.join(selects, sql` union all `)}`.execute(db);
  // In an order of their own: where rows lie may depend on rows that the viewer may not see.
  return rows
    .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.id < b.id ? -1 : 1))
    .map((row) => asPart(row.kind, row, row.class_id));
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
