import { isoMonth } from "../../base/edtf.ts";
import { type Change, changesSince, type ReportField } from "../../coordination/changes-since.ts";
import { inForce } from "../../coordination/in-force.ts";
import { currentVersions, currentVersionsIn, type FindingRow, reportVersions } from "../../store/queries/finding-rows.ts";
import type { Asking } from "../record/asking.ts";
import { labelsOf, type Ref, refOf } from "../record/labels-of.ts";
import { whoDid } from "../record/who-did.ts";
import type { Words } from "../words.ts";
import { violenceSince } from "./violence-since.ts";

/** Why a decision no longer holds. `fields`: what a newer version says differently. */
export type ShownChange = { readonly kind: "newer-version" | "report-gone" | "new-report" | "need-gone" | "new-need" | "new-statement" | "violence"; readonly report: string | null; readonly fields: ReportField[] };

/** A decision on a finding as the API tells it. `holds`: nothing that it was about has changed since. */
export type ShownFinding<Outcome = FindingRow["outcome"], About = Readonly<Record<string, unknown>>> = {
  readonly id: string;
  readonly outcome: Outcome;
  readonly by: Words;
  readonly role: string;
  readonly mine: boolean;
  readonly at: string;
  readonly reason: string | null;
  readonly lead: Ref | null;
  readonly meeting: Ref | null;
  readonly amountUsd: number | null;
  readonly due: string | null;
  /** the undertaking of the record that it made, as far as the viewer may see it: its id */
  readonly undertaking: string | null;
  readonly months: { readonly from: string; readonly to: string } | null;
  readonly about: About;
  readonly holds: boolean;
  readonly changes: ShownChange[];
  readonly withdrawn: { readonly by: Words; readonly at: string; readonly reason: string | null } | null;
};

/** The decision of several that holds for whoever asks; null: none stands. */
export function decisionInForce(asking: Pick<Asking, "holder">, rows: readonly FindingRow[]): FindingRow | null {
  const standing = rows.filter((r) => r.withdrawn_at === null).map((row) => ({ id: row.id, ownerId: row.owner_id, at: row.decided_at, row }));
  return inForce(asking.holder, standing)?.row ?? null;
}

const unnamed: Words = { text: "?", language: "und" };

/** As they are shown, in the order given. Their classes are noted as used. */
export async function shownFindings(asking: Asking, rows: readonly FindingRow[]): Promise<ReadonlyMap<string, ShownFinding>> {
  if (rows.length === 0) return new Map();
  for (const d of rows) for (const id of [d.class_id, ...d.classes]) asking.used.add(id);
  const labels = await labelsOf(asking, rows.flatMap((d) => [d.lead_id, d.meeting_id, d.undertaking_id].filter((id) => id !== null)));
  const signs = await whoDid(asking, rows.flatMap((d) => [d.decided_by, d.withdrawn_by]), rows.map((d) => d.owner_id));
  const changes = await changesOf(asking, rows);
  const ref = (id: string | null): Ref | null => {
    const label = id === null ? undefined : labels.get(id);
    return label === undefined ? null : refOf(label);
  };
  return new Map(
    rows.map((d) => {
      const changed = changes.get(d.id) ?? [];
      return [d.id, {
        id: d.id, outcome: d.outcome, by: signs(d.decided_by, d.owner_id) ?? unnamed, role: d.decided_role, mine: d.owner_id === asking.holder, at: d.decided_at.toISOString(), reason: d.reason,
        lead: ref(d.lead_id), meeting: ref(d.meeting_id), amountUsd: d.amount_usd, due: d.due, undertaking: d.undertaking_id !== null && labels.has(d.undertaking_id) ? d.undertaking_id : null,
        months: d.from_month === null || d.to_month === null ? null : { from: isoMonth(d.from_month), to: isoMonth(d.to_month) },
        about: d.about, holds: changed.length === 0, changes: [...changed],
        withdrawn: d.withdrawn_at === null ? null : { by: signs(d.withdrawn_by, d.owner_id) ?? unnamed, at: d.withdrawn_at.toISOString(), reason: d.withdrawn_reason },
      }];
    }),
  );
}

/** What changed since, by decision; absent: nothing did. */
export async function changesOf(asking: Asking, rows: readonly FindingRow[]): Promise<ReadonlyMap<string, readonly ShownChange[]>> {
  const { db } = asking.reader;
  const standing = rows.filter((d) => d.withdrawn_at === null);
  const remembered = new Map((await reportVersions(db, [...new Set(standing.flatMap((d) => d.reports))])).map((r) => [r.id, r]));
  // An initiative that is composed of several was decided on with the reports of all of them.
  const about = (d: FindingRow) => [...new Set([d.a_id, d.b_id, ...d.reports.map((id) => remembered.get(id)?.initiative ?? null)].filter((id) => id !== null))];
  const present = Map.groupBy(await currentVersions(db, [...new Set(standing.filter((d) => d.kind === "overlap").flatMap(about))]), (r) => r.initiative);
  const found = new Map<string, readonly ShownChange[]>();
  for (const d of standing) {
    const versions = d.reports.flatMap((id) => remembered.get(id) ?? []);
    if (d.kind === "overlap") {
      const now = about(d).flatMap((id) => present.get(id) ?? []);
      found.set(d.id, changesSince(d.decided_at, versions, now).map(shownChange));
      continue;
    }
    const cell = { area: d.area ?? "", line: d.line, first: d.from_month ?? 0, last: d.to_month ?? 0 };
    const inReports = changesSince(d.decided_at, versions, await currentVersionsIn(db, cell)).map(shownChange);
    found.set(d.id, [...inReports, ...(await needChanges(asking, d, cell)), ...((await violenceSince(db, d)) ? [{ kind: "violence" as const, report: null, fields: [] }] : [])]);
  }
  return found;
}

function shownChange(change: Change): ShownChange {
  return { kind: change.kind, report: change.report, fields: change.kind === "newer-version" ? [...change.fields] : [] };
}

type Cell = { readonly area: string; readonly line: string | null; readonly first: number; readonly last: number };

/** Needs that were taken back since, came since, or no work stated since, in a cell. */
async function needChanges({ reader: { db } }: Asking, d: FindingRow, cell: Cell): Promise<readonly ShownChange[]> {
  const needs = await needsIn(db, cell);
  const stated = await statedNoneIn(db, cell);
  const gone = (before: readonly string[], now: readonly { readonly id: string }[]) => before.some((id) => !now.some((n) => n.id === id));
  const fresh = (before: readonly string[], now: readonly { readonly id: string; readonly created_at: Date }[]) => now.some((n) => n.created_at > d.decided_at && !before.includes(n.id));
  const one = (kind: ShownChange["kind"]): ShownChange => ({ kind, report: null, fields: [] });
  return [
    ...(gone(d.needs, needs) ? [one("need-gone")] : []),
    ...(fresh(d.needs, needs) ? [one("new-need")] : []),
    ...(gone(d.stated_none, stated) || fresh(d.stated_none, stated) ? [one("new-statement")] : []),
  ];
}

/** Needs of a cell that touch its months, as the viewer may read them. */
export function needsIn(db: Asking["reader"]["db"], cell: Cell) {
  const query = db.selectFrom("need").select(["id", "class_id", "created_at"]).where("area", "=", cell.area).where("from_month", "<=", cell.last).where("to_month", ">=", cell.first);
  return (cell.line === null ? query : query.where("line", "=", cell.line)).orderBy("id").execute();
}

/** Standing statements that there is no work in a cell. */
export function statedNoneIn(db: Asking["reader"]["db"], cell: Cell) {
  const query = db.selectFrom("stated_none").select(["id", "class_id", "created_at"]).where("withdrawn_at", "is", null).where("area", "=", cell.area).where("from_month", "<=", cell.last).where("to_month", ">=", cell.first);
  const { line } = cell;
  return (line === null ? query : query.where((e) => e.or([e("line", "is", null), e("line", "=", line)]))).orderBy("id").execute();
}
