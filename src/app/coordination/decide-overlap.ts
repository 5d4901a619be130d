import { fault, isFault } from "../../base/errors.ts";
import { type OverlapOutcome, missingFrom } from "../../coordination/outcomes.ts";
import { currentVersions, decisionsOnFinding } from "../../store/queries/finding-rows.ts";
import { initiativesLinked } from "../../store/queries/link-decisions.ts";
import { oneAtATime } from "../../store/queries/one-at-a-time.ts";
import type { App } from "../app.ts";
import { readOverlapPair } from "../picture/read-overlap-pair.ts";
import type { Line } from "../picture/overlap-item.ts";
import type { BasisWord, PictureWish } from "../picture/question.ts";
import { asking } from "../record/asking.ts";
import { withRight } from "../signed-in.ts";
import { decisionInForce } from "./finding-decision.ts";
import { findingMarking } from "./finding-marking.ts";
import { pairOf } from "./pair-of.ts";
import { replaceStanding } from "./replace-standing.ts";
import { seenRecords } from "./seen-records.ts";

export type OverlapDecision = {
  readonly outcome: OverlapOutcome;
  readonly reason?: string | undefined;
  /** who leads the coordination, and the meeting where it is talked over: ids of records */
  readonly lead?: string | undefined;
  readonly meeting?: string | undefined;
  /** the decision that the person saw in force; null or absent: none */
  readonly basedOn?: string | null | undefined;
  readonly marking?: string | undefined;
};

/**
 * Decides on two initiatives that overlap. It holds until a report behind it changes, is withdrawn, or is replaced by one who saw it.
 * @param wish the basis of the figures that the person looked at, which are remembered
 * @throws not-found when either may not be seen, or they do not meet; not-allowed; bad-input; conflict-edit when another decision came in, or a report changed, since the person looked
 */
export async function decideOverlap(app: App, secret: string | null, ids: { readonly a: string; readonly b: string }, wanted: OverlapDecision, wish: PictureWish, languages: readonly string[]) {
  const reason = wanted.reason?.trim() === "" ? undefined : wanted.reason?.trim();
  const [missing] = missingFrom({ ...wanted, reason });
  if (missing !== undefined) throw fault("bad-input", { path: missing, found: "", expected: "why it is left as it is" });
  // Asked before anything is read, so that who may not decide learns that, and not whether the two meet.
  withRight(await app.store.who(secret), "decide");
  const seen = await readOverlapPair(app, secret, ids, wish, languages);
  const pair = pairOf({ a: seen.a.id, b: seen.b.id });
  const about = figuresOf(seen, pair.a !== seen.a.id);
  const looked = [...seen.contributions.a, ...seen.contributions.b].flatMap((c) => c.reports.map((r) => r.id));
  try {
    await app.store.write(secret, { act: "decide-overlap", ...(reason === undefined ? {} : { reason }) }, async (writer) => {
      const viewer = withRight(writer.viewer, "decide");
      await oneAtATime(writer.db, `decide ${pair.a} ${pair.b}`);
      const present = await currentVersions(writer.db, [...seen.a.parts, ...seen.b.parts]);
      if (looked.some((id) => !present.some((r) => r.id === id))) throw fault("conflict-edit");
      const rows = await decisionsOnFinding(writer.db, { a: seen.a.parts, b: seen.b.parts });
      const standing = decisionInForce(asking(app, writer, { languages }), rows);
      if ((standing?.id ?? null) !== (wanted.basedOn ?? null)) throw fault("conflict-edit");
      await seenRecords(writer.db, [["lead", wanted.lead, ["member", "body"]], ["meeting", wanted.meeting, ["meeting"]]]);
      const { classId, entryClass } = await findingMarking(writer, wanted.marking);
      const replaced = await replaceStanding(app, writer, rows, reason);
      const row = {
        kind: "overlap" as const, a_id: pair.a, b_id: pair.b, outcome: wanted.outcome, reason: reason ?? null, lead_id: wanted.lead ?? null, meeting_id: wanted.meeting ?? null,
        reports: present.map((r) => r.id), about: JSON.stringify(about), decided_by: viewer.accountId, decided_role: viewer.role, owner_id: viewer.holderId, class_id: classId,
      };
      // What takes the place of a link ends it.
      await initiativesLinked(writer.db, [...seen.a.parts, ...seen.b.parts], wanted.outcome === "one-initiative" || replaced?.outcome === "one-initiative");
      const made = await writer.db.insertInto("finding_decision").values(row).returning("id").executeTakeFirstOrThrow();
      writer.note({ recordIds: [pair.a, pair.b], classId: entryClass, before: replaced, after: { decision: made.id, outcome: wanted.outcome, lead: wanted.lead ?? null, meeting: wanted.meeting ?? null, reason: reason ?? null, about }, told: [{ kind: "finding", id: made.id, about: [pair.a, pair.b], classId }] });
    });
  } catch (error) {
    // Only a decision of one's own side can stand in the way.
    throw isFault(error, "already-exists") ? fault("conflict-edit") : error;
  }
  return readOverlapPair(app, secret, ids, wish, languages);
}

/** What is remembered of a pair's figures, to show what changed. */
export type OverlapAbout = {
  readonly basis: BasisWord; readonly contestedUsd: number | null; readonly score: number | null; readonly months: { from: string; to: string }; readonly lines: Line[];
  readonly areas: string[]; readonly totals: { a: number | null; b: number | null };
};

function figuresOf(p: Awaited<ReturnType<typeof readOverlapPair>>, turned: boolean): OverlapAbout {
  const totals = turned ? { a: p.totals.b, b: p.totals.a } : p.totals;
  return { basis: p.basis, contestedUsd: p.contestedUsd, score: p.score, months: p.months, areas: p.areas.map((a) => a.code), lines: p.lines, totals };
}
