import { monthNumber, parseEdtf, tryParseEdtf } from "../../base/edtf.ts";
import { fault, isFault } from "../../base/errors.ts";
import { type GapOutcome, missingFrom } from "../../coordination/outcomes.ts";
import { currentVersionsIn, decisionsOnFinding } from "../../store/queries/finding-rows.ts";
import { oneAtATime } from "../../store/queries/one-at-a-time.ts";
import type { App } from "../app.ts";
import { readGapCell } from "../picture/read-gap-cell.ts";
import type { Knowledge } from "../picture/gap-item.ts";
import type { BasisWord, PictureWish } from "../picture/question.ts";
import { asking } from "../record/asking.ts";
import { withRight } from "../signed-in.ts";
import { decisionInForce, needsIn, statedNoneIn } from "./finding-decision.ts";
import { findingMarking } from "./finding-marking.ts";
import { replaceStanding } from "./replace-standing.ts";
import { seenRecords } from "./seen-records.ts";
import { giveUp, undertake } from "./undertake.ts";
import { type ThreatAbout, threatClasses } from "./violence-since.ts";

export type GapDecision = {
  readonly outcome: GapOutcome;
  readonly reason?: string | undefined;
  /** taken up: what the member undertakes to put in, USD, and until when (EDTF) */
  readonly amountUsd?: number | undefined;
  readonly due?: string | undefined;
  /** requested: of which member or body; and the meeting where it is talked over */
  readonly of?: string | undefined;
  readonly meeting?: string | undefined;
  readonly basedOn?: string | null | undefined;
  readonly marking?: string | undefined;
};

type Cell = { readonly area: string; readonly line: string | null };

/**
 * Decides on an area and line (null: all lines) where something is missing, in the months looked at. A member takes up only for itself, and what it takes up
 * is an undertaking of the record from then on. It holds until a report, a need or a
 * statement of no work there changes, or the violence that it is ranked by.
 * @throws not-found; not-allowed; bad-input; conflict-edit when another decision came in since the person looked
 */
export async function decideGap(app: App, secret: string | null, cell: Cell, wanted: GapDecision, wish: PictureWish, languages: readonly string[]) {
  const reason = wanted.reason?.trim() === "" ? undefined : wanted.reason?.trim();
  const [missing] = missingFrom({ ...wanted, reason });
  if (missing !== undefined) throw fault("bad-input", { path: missing, found: "", expected: "why it is left as it is" });
  if (wanted.due !== undefined && tryParseEdtf(wanted.due) === null) throw fault("bad-input", { path: "due", found: wanted.due, expected: "a date, e.g. 2025-06 (EDTF)" });
  if (wanted.outcome !== "taken-up" && (wanted.amountUsd !== undefined || wanted.due !== undefined)) throw fault("bad-input", { path: wanted.due === undefined ? "amountUsd" : "due", found: wanted.outcome, expected: "taken-up" });
  if (wanted.outcome !== "requested" && wanted.of !== undefined) throw fault("bad-input", { path: "of", found: wanted.outcome, expected: "requested" });
  const seen = await readGapCell(app, secret, cell, wish, languages);
  const months = { first: monthOf(seen.period.from), last: monthOf(seen.period.to) };
  try {
    await app.store.write(secret, { act: "decide-gap", ...(reason === undefined ? {} : { reason }) }, async (writer) => {
      const viewer = withRight(writer.viewer, "decide");
      await oneAtATime(writer.db, `decide ${cell.area} ${cell.line ?? ""}`);
      const [holder] = await writer.db.selectFrom("record").select("kind").where("id", "=", viewer.holderId).execute();
      if (wanted.outcome === "taken-up" && holder?.kind !== "member") throw fault("bad-input", { path: "outcome", found: wanted.outcome, expected: "requested, or accepted: a member takes up for itself" });
      const rows = await decisionsOnFinding(writer.db, cell);
      const standing = decisionInForce(asking(app, writer, { languages }), rows);
      if ((standing?.id ?? null) !== (wanted.basedOn ?? null)) throw fault("conflict-edit");
      await seenRecords(writer.db, [["of", wanted.of, ["member", "body"]], ["meeting", wanted.meeting, ["meeting"]]]);
      const { classId, entryClass } = await findingMarking(writer, wanted.marking);
      const [present, needs, stated] = [await currentVersionsIn(writer.db, { ...cell, ...months }), await needsIn(writer.db, { ...cell, ...months }), await statedNoneIn(writer.db, { ...cell, ...months })];
      const replaced = await replaceStanding(app, writer, rows, reason);
      const standingOwn = rows.filter((r) => r.withdrawn_at === null && r.owner_id === viewer.holderId);
      await giveUp(app, writer, viewer, standingOwn);
      const rests = [...present.map((r) => r.classId), ...needs.map((n) => n.class_id), ...stated.map((s) => s.class_id)];
      const undertaking = wanted.outcome !== "taken-up" ? null : await undertake(app, writer, viewer, { ...cell, from: seen.period.from, to: seen.period.to, amountUsd: wanted.amountUsd, due: wanted.due, meeting: wanted.meeting, classId, rests }, languages);
      const made = await writer.db.insertInto("finding_decision").values({
        kind: "gap", area: cell.area, line: cell.line, from_month: months.first, to_month: months.last, outcome: wanted.outcome, reason: reason ?? null,
        lead_id: wanted.outcome === "taken-up" ? viewer.holderId : (wanted.of ?? null), meeting_id: wanted.meeting ?? null, amount_usd: wanted.amountUsd ?? null, due: wanted.due ?? null, undertaking_id: undertaking,
        reports: present.map((r) => r.id), needs: needs.map((n) => n.id), stated_none: stated.map((s) => s.id), classes: [...new Set([...[...needs, ...stated].map((n) => n.class_id), ...(await threatClasses(writer.db, cell.area, figuresOf(seen).threat))])],
        about: JSON.stringify(figuresOf(seen)), decided_by: viewer.accountId, decided_role: viewer.role, owner_id: viewer.holderId, class_id: classId,
      }).returning("id").executeTakeFirstOrThrow();
      writer.note({ recordIds: [made.id], classId: entryClass, before: replaced, after: { decision: made.id, area: cell.area, line: cell.line, outcome: wanted.outcome, reason: reason ?? null, amountUsd: wanted.amountUsd ?? null, due: wanted.due ?? null, undertaking, about: figuresOf(seen) }, told: [{ kind: "finding", id: made.id, classId }] });
    });
  } catch (error) {
    throw isFault(error, "already-exists") ? fault("conflict-edit") : error;
  }
  return readGapCell(app, secret, cell, wish, languages);
}

const monthOf = (text: string): number => monthNumber(parseEdtf(text).start.notBefore ?? 0);

/** What is remembered of a cell's figures, to show what changed. */
export type GapAbout = {
  readonly basis: BasisWord; readonly state: Knowledge; readonly needUsd: number | null; readonly people: number | null; readonly supplyUsd: number | null; readonly gapUsd: number | null;
  readonly gapPeople: number | null; readonly initiatives: number;
  /** of a gap that is ranked by violence alone */
  readonly threat: ThreatAbout | null;
};

function figuresOf(g: Awaited<ReturnType<typeof readGapCell>>): GapAbout {
  const { threat } = g;
  const ranked = g.need?.basis === "priority" && threat !== null ? { events: threat.events, deaths: threat.deaths, first: monthOf(threat.months.from), last: monthOf(threat.months.to), country: g.area.country.code } : null;
  return { basis: g.basis, state: g.state, needUsd: g.need?.usd ?? null, people: g.need?.people ?? null, supplyUsd: g.supplyUsd, gapUsd: g.gapUsd, gapPeople: g.gapPeople, initiatives: g.initiatives, threat: ranked };
}
