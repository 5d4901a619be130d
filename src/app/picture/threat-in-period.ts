import { isoMonth } from "../../base/edtf.ts";
import { smoothed, trend } from "../../coverage/threat.ts";
import { countryOf } from "./country-of.ts";
import type { Ground, ThreatMonth } from "./ground.ts";
import type { PictureQuestion } from "./question.ts";

/** `months`: those of the period that the sources cover; `events` and `deaths` are of these alone. `smoothed` as of the last of them. */
export type AreaThreat = { readonly events: number; readonly deaths: number; readonly trend: number | null; readonly smoothed: number; readonly months: { readonly from: string; readonly to: string } };
export type CoveredMonths = { readonly first: number; readonly last: number };

/** Per country the months from the first to the last that its sources tell of. A month within without an event had none; outside, nothing is known. */
export function coveredByCountry(ground: Ground): ReadonlyMap<string, CoveredMonths> {
  const bounds = new Map<string, CoveredMonths>();
  for (const t of ground.threat) {
    const c = countryOf(ground, t.area);
    const b = bounds.get(c);
    bounds.set(c, b ? { first: Math.min(b.first, t.month), last: Math.max(b.last, t.month) } : { first: t.month, last: t.month });
  }
  return bounds;
}

/** What several sources count in one area and month may be the same events: the highest count stands, never their sum. */
export function highestOfSources(rows: readonly ThreatMonth[]): readonly ThreatMonth[] {
  const best = new Map<string, ThreatMonth>();
  for (const row of rows) {
    const key = `${row.area} ${row.month}`;
    const held = best.get(key);
    if (held === undefined) best.set(key, row);
    else if (row.events > held.events || (row.events === held.events && row.deaths > held.deaths)) best.set(key, row);
  }
  return [...best.values()];
}

/**
 * Violence per area in the period, and its trend as of the last month of the period that the sources cover. An area of a country
 * that they do not cover then is absent: not known, not peace.
 */
export function threatInPeriod(ground: Ground, q: Pick<PictureQuestion, "first" | "last">): ReadonlyMap<string, AreaThreat> {
  const answer = new Map<string, AreaThreat>();
  const bounds = coveredByCountry(ground);
  const rows = Map.groupBy(highestOfSources(ground.threat), (t) => t.area);
  for (const [a, code] of ground.areas.codes.entries()) {
    if (ground.areas.level[a] !== 1) continue;
    const covered = bounds.get(countryOf(ground, code));
    if (!covered || covered.first > q.last || covered.last < q.first) continue;
    const at = Math.min(q.last, covered.last) - covered.first;
    const series = new Float64Array(covered.last - covered.first + 1);
    let events = 0;
    let deaths = 0;
    for (const t of rows.get(code) ?? []) {
      series[t.month - covered.first] = (series[t.month - covered.first] ?? 0) + t.events;
      if (t.month < q.first || t.month > q.last) continue;
      events += t.events;
      deaths += t.deaths;
    }
    const ratio = trend(series, at)?.ratio ?? Number.NaN;
    answer.set(code, {
      events, deaths, trend: Number.isFinite(ratio) ? ratio : null, smoothed: smoothed(series.subarray(0, at + 1))[at] ?? 0,
      months: { from: isoMonth(Math.max(q.first, covered.first)), to: isoMonth(Math.min(q.last, covered.last)) },
    });
  }
  return answer;
}
