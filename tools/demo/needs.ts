import type { NewNeed } from "../../src/app/needs/enter-needs.ts";
import type { Line } from "../../src/initiatives/report.ts";
import type { Calendar } from "./calendar.ts";
import { type Initiative, monthlyUsd } from "./initiatives.ts";
import type { DemoMap } from "./map.ts";
import { randomOf } from "./random.ts";
import { story } from "./story.ts";

/** What it takes to reach a person for a year, USD. */
const unitCost: Readonly<Record<Line, number>> = { capacity: 900, stabilisation: 180, resilience: 75, "counter-finance": 2_400 };
/** Months from the calendar's for which members say what they need. */
export const needMonths = [-36, 11] as const;

export type MemberNeeds = { readonly from: string; readonly needs: readonly NewNeed[] };

/**
 * What the five countries say they need: people, what it costs to reach one, and how severe it is. As much beside what is there that a
 * map of it shows everything from bare to crowded. A tenth of the districts says nothing.
 */
export function memberNeeds(map: DemoMap, seed: string, calendar: Calendar, initiatives: readonly Initiative[]): readonly MemberNeeds[] {
  const there = supplyByCell(initiatives);
  const [from, to] = needMonths.map(calendar.month) as [string, string];
  const said = map.areas.filter((a) => a.level === 1).flatMap((district) => {
    const random = randomOf(seed, "needs", district.code);
    if (random.unit() < 0.1 && !isOfStory(district.code)) return [];
    return (Object.keys(unitCost) as Line[]).flatMap((line) => {
      if (line === "counter-finance" && random.unit() < 0.65) return [];
      const supply = there.get(`${district.code} ${line}`) ?? 0;
      const monthly = ofStory(district.code, line) ?? beside(supply, random.unit(), random.unit());
      const people = Math.round((monthly * 12) / unitCost[line]);
      const severity = district.code === story.underServed.area ? 5 : 2 + Math.floor(random.unit() * (supply === 0 ? 2.1 : 2.6));
      return [{ country: district.country, need: { area: district.code, line, from, to, people, reached: Math.round(people * 0.2 * random.unit()), unitCostUsdYear: unitCost[line], severity } satisfies NewNeed }];
    });
  });
  return [...Map.groupBy(said, (one) => one.country)].map(([country, list]) => ({ from: country, needs: list.map((one) => one.need) }));
}

const isOfStory = (code: string) => [story.underServed, story.overlap, story.crowded].some((told) => told.area === code);

function ofStory(area: string, line: Line): number | undefined {
  if (area === story.underServed.area && line === story.underServed.line) return story.underServed.needUsdPerMonth;
  if (area === story.overlap.area && line === story.overlap.line) return 130_000;
  if (area === story.crowded.area && line === story.crowded.line) return story.crowded.needUsdPerMonth;
  return undefined;
}

/** Need a month where so much is there: covered by a fifth up to half again; a bare place needs 12,000 to 60,000. */
function beside(supply: number, first: number, second: number): number {
  if (supply === 0) return 12_000 + first * 48_000;
  return supply / (0.22 + 1.35 * first * second + 0.25 * first);
}

/** USD a month by area and line, as a mean over the months that needs are told for. */
function supplyByCell(initiatives: readonly Initiative[]): ReadonlyMap<string, number> {
  const cells = new Map<string, number>();
  const [first, last] = needMonths;
  for (const i of initiatives) {
    if (i.line === null) continue;
    const months = Math.max(0, Math.min(i.months[1], last) - Math.max(i.months[0], first) + 1);
    for (const area of i.areas) cells.set(`${area} ${i.line}`, (cells.get(`${area} ${i.line}`) ?? 0) + (monthlyUsd(i) * months) / (last - first + 1));
  }
  return cells;
}
