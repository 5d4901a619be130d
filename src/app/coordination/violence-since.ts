import { violenceChanged } from "../../coordination/violence-changed.ts";
import type { FindingRow } from "../../store/queries/finding-rows.ts";
import { lastThreatMonth, threatIn } from "../../store/queries/threat-rows.ts";
import { highestOfSources } from "../picture/threat-in-period.ts";
import type { Asking } from "../record/asking.ts";

/** What is remembered of the violence that a gap was ranked by: counts of the months that sources told of, since 1970-01, inclusive. */
export type ThreatAbout = { readonly events: number; readonly deaths: number; readonly first: number; readonly last: number; readonly country: string };

/** The classes of all counts that it was told from: whoever may not read one of them does not see the decision. */
export async function threatClasses(db: Asking["reader"]["db"], area: string, about: ThreatAbout | null): Promise<readonly number[]> {
  return about === null ? [] : [...new Set((await threatIn(db, { area, ...about })).map((t) => t.class_id))];
}

/**
 * Whether the violence that a gap was ranked by changed since it was decided on: over as many months as were looked at, up to the last that sources tell of now.
 * A decision on a gap with a need of its own rests on that, and not on violence.
 */
export async function violenceSince(db: Asking["reader"]["db"], decision: FindingRow): Promise<boolean> {
  const then = threatAboutOf(decision.about["threat"]);
  const area = decision.area ?? "";
  if (then === null) return false;
  const last = await lastThreatMonth(db, then.country);
  if (last === null) return false;
  const months = then.last - then.first + 1;
  const counts = highestOfSources((await threatIn(db, { area, first: last - months + 1, last })).map((t) => ({ area: t.area, month: t.month, events: t.events, deaths: t.deaths, classId: t.class_id, sourceId: t.source_id })));
  const sum = (of: "events" | "deaths") => counts.reduce((total, t) => total + t[of], 0);
  return violenceChanged({ ...then, months }, { events: sum("events"), deaths: sum("deaths"), months });
}

function threatAboutOf(about: unknown): ThreatAbout | null {
  if (typeof about !== "object" || about === null || !("country" in about) || !("first" in about) || !("last" in about)) return null;
  return about as ThreatAbout;
}
