import { isoMonth } from "../../base/edtf.ts";
import { needSeries } from "../../coverage/need-series.ts";
import { countryOf } from "./country-of.ts";
import type { Figures } from "./figures.ts";
import { shareIn } from "./share-in.ts";
import { coveredByCountry, highestOfSources } from "./threat-in-period.ts";

const mostMonths = 480;
export type MonthOfPicture = { month: string; supplyUsd: number | null; needUsd: number | null; events: number | null; deaths: number | null };

/**
 * Supply, need and violence of every month that data touch, at most forty years back from the last: of a cell (line null: all lines
 * asked for), or of everything on the lines and in the countries asked for. Null is not known; a month that no source of
 * the country covers has no count of events.
 */
export function monthSeries(figures: Figures, cell?: { readonly area: string; readonly line: string | null }): MonthOfPicture[] {
  const index = figures.index();
  const { ground, question } = figures;
  const events = violence(figures, cell?.area);
  const supply = new Map<number, number>();
  for (const i of figures.chosen) {
    const at = index.supply.indexOf.get(i.id);
    if (at === undefined) continue;
    const usd = (index.money[at] as number) * shareIn(figures, at, cell);
    if (!(usd > 0)) continue;
    for (let s = index.profile.start[at] as number; s < (index.profile.start[at + 1] as number); s++) {
      for (let m = index.profile.first[s] as number; m <= (index.profile.last[s] as number); m++) supply.set(m, (supply.get(m) ?? 0) + usd * (index.profile.weight[s] as number));
    }
  }
  const all = [...events.counts.keys(), ...supply.keys(), question.first, question.last];
  const last = all.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const first = Math.max(all.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY), last - mostMonths + 1);
  const need = cell === undefined || ground.needs.length === 0 ? null : cellNeed(figures, cell, first, last);
  return Array.from({ length: last - first + 1 }, (_, k) => {
    const m = first + k;
    const counted = events.covered.some((c) => m >= c.first && m <= c.last);
    const needed = need?.[k] ?? Number.NaN;
    return {
      month: isoMonth(m), supplyUsd: supply.get(m) ?? null, needUsd: Number.isNaN(needed) ? null : needed,
      events: counted ? (events.counts.get(m)?.events ?? 0) : null, deaths: counted ? (events.counts.get(m)?.deaths ?? 0) : null,
    };
  });
}

function violence(figures: Figures, area: string | undefined) {
  const { ground, question } = figures;
  const inPlay = (country: string) => (area === undefined ? question.countries.length === 0 || question.countries.includes(country) : countryOf(ground, area) === country);
  const counts = new Map<number, { events: number; deaths: number }>();
  for (const t of highestOfSources(ground.threat)) {
    if (area === undefined ? !inPlay(countryOf(ground, t.area)) : t.area !== area) continue;
    const held = counts.get(t.month) ?? { events: 0, deaths: 0 };
    counts.set(t.month, { events: held.events + t.events, deaths: held.deaths + t.deaths });
  }
  return { counts, covered: [...coveredByCountry(ground)].filter(([country]) => inPlay(country)).map(([, months]) => months) };
}

/** Over several lines the known needs add up; NaN where none is known. */
function cellNeed(figures: Figures, cell: { readonly area: string; readonly line: string | null }, first: number, last: number): Float64Array {
  const { needColumns, areas } = figures.ground;
  const area = areas.indexOf.get(cell.area) ?? -1;
  const total = new Float64Array(last - first + 1).fill(Number.NaN);
  const asked = figures.question.lines;
  for (const [l, name] of needColumns.lines.entries()) {
    if (cell.line === null ? asked.length > 0 && !asked.includes(name) : name !== cell.line) continue;
    needSeries(needColumns, area, l, first, last).forEach((usd, m) => {
      if (!Number.isNaN(usd)) total[m] = (Number.isNaN(total[m] as number) ? 0 : (total[m] as number)) + usd;
    });
  }
  return total;
}
