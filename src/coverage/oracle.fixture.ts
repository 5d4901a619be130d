import type { AreaRow } from "./area-table.ts";
import type { NeedRow } from "./need-columns.ts";
import type { SupplyRow } from "./supply-columns.ts";

/**
 * The definitions once more, word by word and by brute force: every initiative expanded into cells, every pair
 * compared, nothing shared with the engine but the types of its input. Slow on purpose; tests hold the engine against it.
 */
export type OraclePair = { a: string; b: string; contested: number; presence: number; duplication: number };

type Named = { name: string; share: number };

function equalOrGiven(
  list: readonly (
    | string
    | { readonly share: number; readonly line?: string; readonly area?: string; readonly group?: string }
  )[],
): Named[] {
  return list.map((x) =>
    typeof x === "string"
      ? { name: x, share: 1 / list.length }
      : { name: (x.line ?? x.area ?? x.group)!, share: x.share },
  );
}

function weightAt(row: SupplyRow, month: number): number {
  const [first, last] = row.months!;
  const usd = usdOf(row);
  if (month < first || month > last) return 0;
  const months = last - first + 1;
  if (Number.isNaN(usd)) return 1 / months;
  let here = 0;
  let all = 0;
  for (const p of row.periods ?? []) {
    for (let m = p.first; m <= p.last; m++) {
      if (m < first || m > last) continue;
      all += p.usd / (p.last - p.first + 1);
      if (m === month) here += p.usd / (p.last - p.first + 1);
    }
  }
  return all >= usd ? here / all : (here + (usd - all) / months) / usd;
}

function usdOf(row: SupplyRow): number {
  const usd = row.money?.commitment;
  return typeof usd === "number" && usd > 0 ? usd : NaN;
}

function isWithin(areas: readonly AreaRow[], area: string, above: string): boolean {
  let at: string | undefined = area;
  while (at !== undefined) {
    if (at === above) return true;
    at = areas.find((row) => row.code === at)!.parent;
  }
  return false;
}

/** Shares of one initiative in comparison areas. */
function taken(areas: readonly AreaRow[], row: SupplyRow, named: ReadonlySet<string>): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { name, share } of equalOrGiven(row.areas)) {
    const holders = [...named].filter((z) => isWithin(areas, name, z));
    const coarsest = holders.sort(
      (x, y) => areas.find((r) => r.code === x)!.level - areas.find((r) => r.code === y)!.level,
    )[0]!;
    shares.set(coarsest, (shares.get(coarsest) ?? 0) + share);
  }
  return shares;
}

function groupMinimum(x: SupplyRow, y: SupplyRow, rateX: number, rateY: number): number {
  if (x.groups === "unknown" || y.groups === "unknown") return Math.min(rateX, rateY) / 2;
  if (x.groups === "everyone" || y.groups === "everyone") return Math.min(rateX, rateY);
  let sum = 0;
  for (const g of equalOrGiven(x.groups)) {
    for (const h of equalOrGiven(y.groups)) if (g.name === h.name) sum += Math.min(rateX * g.share, rateY * h.share);
  }
  return sum;
}

export function oracleSupply(
  areas: readonly AreaRow[],
  rows: readonly SupplyRow[],
  area: string,
  line: string,
  month: number,
): number {
  let sum = 0;
  for (const row of rows) {
    if (Number.isNaN(usdOf(row))) continue;
    for (const a of equalOrGiven(row.areas)) {
      for (const l of equalOrGiven(row.lines)) {
        if (l.name === line && isWithin(areas, a.name, area))
          sum += usdOf(row) * weightAt(row, month) * a.share * l.share;
      }
    }
  }
  return sum;
}

export function oracleNeed(
  areas: readonly AreaRow[],
  needs: readonly NeedRow[],
  area: string,
  line: string,
  month: number,
): number {
  const here = needs.filter((n) => n.area === area && n.line === line && n.months[0] <= month && month <= n.months[1]);
  const requests = here.flatMap((n) => n.requestedUsdPerMonth ?? []);
  if (requests.length > 0) return requests.reduce((x, y) => x + y, 0);
  const people = here.filter((n) => n.peopleInNeed !== undefined && n.unitCostUsdPerPersonYear !== undefined);
  if (people.length > 0) {
    const newest = people.reduce((x, y) => {
      const by =
        y.months[0] - x.months[0] ||
        y.months[1] - x.months[1] ||
        (y.requestedUsdPerMonth ?? -1) - (x.requestedUsdPerMonth ?? -1);
      const size = y.peopleInNeed! - x.peopleInNeed! || y.unitCostUsdPerPersonYear! - x.unitCostUsdPerPersonYear!;
      return (by || size) > 0 ? y : x;
    });
    return (newest.peopleInNeed! * newest.unitCostUsdPerPersonYear!) / 12;
  }
  const within = areas.filter((r) => r.parent === area).map((r) => oracleNeed(areas, needs, r.code, line, month));
  return within.length === 0 ? NaN : within.reduce((x, y) => x + y, 0);
}

export function oraclePairs(
  areas: readonly AreaRow[],
  rows: readonly SupplyRow[],
  needs?: readonly NeedRow[],
): OraclePair[] {
  const found: OraclePair[] = [];
  for (const x of rows) {
    for (const y of rows) {
      if (
        x.id >= y.id ||
        (x.family !== undefined && x.family === y.family) ||
        x.months === undefined ||
        y.months === undefined
      )
        continue;
      const named = new Set([...equalOrGiven(x.areas), ...equalOrGiven(y.areas)].map((a) => a.name));
      const [placesX, placesY] = [taken(areas, x, named), taken(areas, y, named)];
      const pair: OraclePair = {
        a: x.id,
        b: y.id,
        contested: 0,
        presence: 0,
        duplication: needs === undefined ? NaN : 0,
      };
      for (let month = Math.min(x.months[0], y.months[0]); month <= Math.max(x.months[1], y.months[1]); month++) {
        for (const [place, shareX] of placesX) {
          const shareY = placesY.get(place);
          if (shareY === undefined) continue;
          for (const l of equalOrGiven(x.lines)) {
            for (const k of equalOrGiven(y.lines)) {
              if (l.name !== k.name || l.name === "other") continue;
              const p = shareX * l.share * weightAt(x, month);
              const q = shareY * k.share * weightAt(y, month);
              pair.presence += groupMinimum(x, y, p, q);
              const money = groupMinimum(x, y, p * usdOf(x), q * usdOf(y));
              pair.contested += money;
              if (needs !== undefined && money > 0) {
                const s = oracleSupply(areas, rows, place, l.name, month);
                pair.duplication += money * Math.max(0, 1 - oracleNeed(areas, needs, place, l.name, month) / s);
              }
            }
          }
        }
      }
      if (Number.isNaN(pair.contested)) pair.duplication = NaN;
      if (pair.presence > 0) found.push(pair);
    }
  }
  return found;
}
