import { isoMonth, monthNumber, parseEdtf } from "../../base/edtf.ts";
import { dayNumber } from "../../base/day.ts";
import { fault } from "../../base/errors.ts";
import { bases, type Basis, defaultOrder } from "../../coverage/basis.ts";
import type { ComposedInitiative } from "./compose-initiative.ts";
import type { Ground } from "./ground.ts";
import { keptFor } from "./kept-for.ts";

/** The API's word for money paid out; the engine's is "spent" (disbursement and expenditure). */
export type BasisWord = "commitment" | "budget" | "disbursement" | "pledge";
export const basisWord = (b: Basis): BasisWord => (b === "spent" ? "disbursement" : b);
const basisOf = (w: BasisWord): Basis => (w === "disbursement" ? "spent" : w);

/** What a picture is asked with; everything may be left out. Months `YYYY-MM`. */
export type PictureWish = {
  readonly asOf?: string | undefined; readonly from?: string | undefined; readonly to?: string | undefined;
  readonly line?: string | readonly string[] | undefined; readonly member?: string | readonly string[] | undefined; readonly country?: string | readonly string[] | undefined;
  readonly basis?: BasisWord | undefined;
};

/** What is answered: months since 1970-01, inclusive; empty lists mean all. */
export type PictureQuestion = {
  readonly asOf: string; readonly asOfMonth: number; readonly first: number; readonly last: number; readonly periodWhy: "asked" | "data" | "now";
  readonly lines: readonly string[]; readonly reporters: readonly string[]; readonly countries: readonly string[];
  readonly basis: Basis; readonly basisWhy: "asked" | "most-stated";
};

const usualMonths = 36;

/** @throws bad-input */
export function pictureQuestion(ground: Ground, wish: PictureWish, today: string): PictureQuestion {
  const asOf = wish.asOf ?? today;
  const asOfMonth = monthNumber(dayNumber(asOf));
  const asked = { from: monthOf(wish.from, "from"), to: monthOf(wish.to, "to") };
  const usual = keptFor(ground, `usual period ${asOfMonth}`, () => usualPeriod(ground, asOfMonth));
  const last = asked.to ?? (asked.from === null ? usual.last : Math.max(asked.from, usual.last));
  const first = asked.from ?? Math.min(asked.to === null ? usual.first : last - usualMonths + 1, last);
  if (last < first) throw fault("bad-input", { path: "to", found: `${isoMonth(first)} to ${isoMonth(last)}`, expected: "an end not before the start" });
  if (last - first >= 600) throw fault("bad-input", { path: "from", found: `${last - first + 1} months`, expected: "at most 600 months" });
  return {
    asOf, asOfMonth, first, last, periodWhy: asked.from !== null || asked.to !== null ? "asked" : usual.why,
    lines: list(wish.line), reporters: list(wish.member), countries: askedCountries(wish.country),
    basis: wish.basis === undefined ? keptFor(ground, "basis", () => mostStated(ground)) : basisOf(wish.basis), basisWhy: wish.basis === undefined ? "most-stated" : "asked",
  };
}

const list = (value: string | readonly string[] | undefined): readonly string[] => (value === undefined ? [] : typeof value === "string" ? [value] : [...value].sort());

/** Upper case, in order; none: all. */
export const askedCountries = (country: PictureWish["country"]): readonly string[] => list(country).map((c) => c.toUpperCase());

function monthOf(text: string | undefined, path: string): number | null {
  if (text === undefined) return null;
  if (!/^\d{4}-\d{2}$/.test(text)) throw fault("bad-input", { path, found: text, expected: "a month, e.g. 2024-03" });
  return monthNumber(parseEdtf(text).start.notBefore ?? 0);
}

/**
 * The months around the as-of date if reports speak of them; else the last three years of which they do. Reports that name places
 * below the country are asked first, because a map can show no others. An assumed end speaks of nothing: only published
 * months count.
 */
export function usualPeriod(ground: Ground, asOfMonth: number): { readonly first: number; readonly last: number; readonly why: "data" | "now" } {
  const placed = latestBusy(ground, asOfMonth, (i) => i.areas.some((a) => a.area.includes("-")));
  const latest = placed ?? latestBusy(ground, asOfMonth, () => true);
  if (latest === null || latest >= asOfMonth) return { first: asOfMonth - usualMonths + 1, last: asOfMonth, why: "now" };
  return { first: latest - usualMonths + 1, last: latest, why: "data" };
}

/** The latest month in which at least a quarter as many are at work as in the busiest one; null when there are none. */
function latestBusy(ground: Ground, asOfMonth: number, counts: (i: ComposedInitiative) => boolean): number | null {
  const active = new Map<number, number>();
  for (const i of ground.initiatives.values()) {
    if (i.months.kind !== "months" || i.lines.length === 0 || !counts(i)) continue;
    const last = i.months.assumedEnd ? i.months.first : i.months.last;
    for (let m = i.months.first; m <= Math.min(last, asOfMonth); m++) active.set(m, (active.get(m) ?? 0) + 1);
  }
  const peak = Math.max(0, ...active.values());
  const enough = Math.max(1, peak / 4);
  const busy = [...active].filter(([, n]) => n >= enough).map(([m]) => m);
  return busy.length === 0 ? null : busy.reduce((a, b) => Math.max(a, b));
}

/** The first basis, in the usual order, that at least half as many initiatives state as the one stated most. */
function mostStated(ground: Ground): Basis {
  const stated = new Map(bases.map((b) => [b, ground.supply.money[b].reduce((n, usd) => n + (Number.isNaN(usd) ? 0 : 1), 0)]));
  const most = Math.max(...defaultOrder.map((b) => stated.get(b) ?? 0));
  return defaultOrder.find((b) => (stated.get(b) ?? 0) > 0 && (stated.get(b) ?? 0) * 2 >= most) ?? "commitment";
}
