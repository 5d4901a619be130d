import { buildAreas, type AreaRow, type AreaTable } from "../../src/coverage/area-table.ts";
import { buildNeeds, type NeedColumns, type NeedRow } from "../../src/coverage/need-columns.ts";
import type { SupplyRow } from "../../src/coverage/supply-columns.ts";

/** mulberry32: a small seeded generator, so that a run can be repeated bit by bit. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const lines = ["counter-finance", "capacity", "stabilisation", "resilience"];
const groups = ["children", "displaced", "farmers", "officials", "police", "returnees", "women", "youth"];
/** 2010-01 in months since 1970-01; starts spread over 16 years. */
const epoch = 480;

/** 40 countries of 12 admin-1 of 8 admin-2: 4,360 areas. */
export function generateAreas(): AreaTable {
  const rows: AreaRow[] = [];
  for (let c = 0; c < 40; c++) {
    const country = `C${String(c).padStart(2, "0")}`;
    rows.push({ code: country, level: 0 });
    for (let p = 0; p < 12; p++) {
      const province = `${country}-${String(p).padStart(2, "0")}`;
      rows.push({ code: province, level: 1, parent: country });
      for (let d = 0; d < 8; d++) rows.push({ code: `${province}-${d}`, level: 2, parent: province });
    }
  }
  return buildAreas(rows);
}

/**
 * Initiatives as published data have them: a tenth known for the country only, a third for provinces, the rest for one to six districts;
 * one line, sometimes two or three; half name groups, a third are for everyone, the rest do not say; a fifth without money.
 * Work crowds into few countries (the square of a uniform draw), as real programmes do.
 */
export function* generateInitiatives(count: number, seed: number): Generator<SupplyRow> {
  const random = seeded(seed);
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(list: readonly T[]) => list[below(list.length)]!;
  for (let k = 0; k < count; k++) {
    const country = `C${String(Math.floor(random() ** 2 * 40)).padStart(2, "0")}`;
    const where = random();
    const province = () => `${country}-${String(below(12)).padStart(2, "0")}`;
    const areas = new Set<string>();
    if (where < 0.1) areas.add(country);
    else if (where < 0.4) for (let n = 1 + below(3); n > 0; n--) areas.add(province());
    else {
      const home = province();
      for (let n = 1 + below(6); n > 0; n--) areas.add(`${home}-${below(8)}`);
    }
    const who = random();
    const first = epoch + below(192);
    const usd = Math.round(10 ** (4 + 3 * random()));
    yield {
      id: `I${String(k).padStart(7, "0")}`,
      lines: [
        ...new Set([pick(lines), ...(random() < 0.3 ? [pick(lines)] : []), ...(random() < 0.1 ? [pick(lines)] : [])]),
      ],
      areas: [...areas],
      groups: who < 0.5 ? [...new Set([pick(groups), pick(groups)])] : who < 0.83 ? "everyone" : "unknown",
      months: [first, first + 5 + below(55)],
      money: random() < 0.2 ? {} : { commitment: usd },
      organisations: [`O${below(300)}`],
      visibilityClass: pick(["clear", "green", "amber:1", "amber:2"]),
      planned: random() < 0.05,
      assumedEnd: random() < 0.15,
    };
  }
}

/** Needs for most provinces' districts, so that duplication is known in places. */
export function generateNeeds(areas: AreaTable, seed: number): NeedColumns {
  const random = seeded(seed);
  const rows: NeedRow[] = [];
  areas.codes.forEach((area, a) => {
    if (areas.level[a] !== 2) return;
    for (const line of lines) {
      rows.push({
        area,
        line,
        months: [epoch, epoch + 251],
        peopleInNeed: Math.round(20_000 * random()),
        unitCostUsdPerPersonYear: 40 + Math.round(60 * random()),
        severity: 1 + Math.floor(random() * 5),
      });
    }
  });
  return buildNeeds(rows, areas);
}
