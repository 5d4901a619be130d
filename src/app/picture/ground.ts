import { buildAreas, type AreaTable } from "../../coverage/area-table.ts";
import { applySupply } from "../../coverage/apply-supply.ts";
import { buildSupply } from "../../coverage/build-supply.ts";
import { buildNeeds, type NeedColumns } from "../../coverage/need-columns.ts";
import type { SupplyColumns, SupplyRow } from "../../coverage/supply-columns.ts";
import { initiativeKey } from "../../store/queries/report-batch.ts";
import type { Reader } from "../../store/open-store.ts";
import type { Atlas } from "./atlas.ts";
import type { ComposedInitiative } from "./compose-initiative.ts";
import { keptFor } from "./kept-for.ts";

export type ThreatMonth = { readonly area: string; readonly month: number; readonly events: number; readonly deaths: number; readonly classId: number; readonly sourceId: string };
export type NeedInPicture = {
  readonly id: string; readonly classId: number; readonly ownerId: string; readonly sourceId: string | null; readonly basis: "request" | "people"; readonly area: string; readonly line: string;
  readonly first: number; readonly last: number; readonly usdPerMonth: number | null; readonly people: number | null; readonly reached: number | null; readonly severity: number | null;
  readonly unitCost: number | null; readonly note: string | null;
};

/** All that pictures of one viewer are computed from, as of one snapshot. */
export type Ground = {
  readonly initiatives: ReadonlyMap<string, ComposedInitiative>;
  readonly areas: AreaTable;
  readonly supply: SupplyColumns;
  readonly families: ReadonlyMap<string, string>;
  readonly needs: readonly NeedInPicture[];
  readonly needColumns: NeedColumns;
  readonly threat: readonly ThreatMonth[];
};

/** Beside reports: what is needed, and what is counted of violence. */
export type Surroundings = { readonly needs: readonly NeedInPicture[]; readonly threat: readonly ThreatMonth[] };

/** Needs and counts of violence that this viewer may read, in an order of their own. */
export async function surroundingsOf(reader: Reader): Promise<Surroundings> {
  const needRows = await reader.db.selectFrom("need").selectAll().execute();
  const threatRows = await reader.db.selectFrom("threat").select(["area", "month", "events", "deaths", "class_id", "source_id"]).orderBy("area").orderBy("month").orderBy("owner_id").orderBy("source_id").execute();
  return {
    needs: needRows.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((n): NeedInPicture => ({
      id: n.id, classId: n.class_id, ownerId: n.owner_id, sourceId: n.source_id, basis: n.basis, area: n.area, line: n.line, first: n.from_month, last: n.to_month,
      usdPerMonth: n.usd_per_month, people: n.people, reached: n.reached, severity: n.severity, unitCost: n.unit_cost_usd_year, note: n.note,
    })),
    threat: threatRows.map((t) => ({ area: t.area, month: t.month, events: t.events, deaths: t.deaths, classId: t.class_id, sourceId: t.source_id })),
  };
}

/** @param before an earlier ground of the same viewer: what did not change is taken from it */
export function makeGround(atlas: Atlas, initiatives: ReadonlyMap<string, ComposedInitiative>, around: Surroundings, before?: Ground): Ground {
  const { needs, threat } = around;
  const composed = [...initiatives.values()];
  const areas = areaTable(atlas, composed, before?.areas, needs.map((n) => n.area), threat.map((t) => t.area));
  const families = familiesOf(composed);
  const sameAreas = before?.areas === areas;
  const changed = before === undefined ? null : changedSince(before, initiatives, families);
  const rowOf = (i: ComposedInitiative) => supplyRow(i, families.get(i.id));
  const supply =
    before !== undefined && changed !== null && sameAreas
      ? applySupply(before.supply, { put: [...changed].flatMap((id) => initiatives.get(id) ?? []).map(rowOf), gone: changed })
      : buildSupply(composed.map(rowOf), areas);
  const sameNeeds = before !== undefined && sameAreas && JSON.stringify(before.needs) === JSON.stringify(needs);
  const needColumns = sameNeeds ? before.needColumns : buildNeeds(
    needs.map((n) => ({
      area: n.area, line: n.line, months: [n.first, n.last] as const,
      ...(n.usdPerMonth === null ? {} : { requestedUsdPerMonth: n.usdPerMonth }), ...(n.people === null ? {} : { peopleInNeed: n.people }),
      ...(n.unitCost === null ? {} : { unitCostUsdPerPersonYear: n.unitCost }), ...(n.severity === null ? {} : { severity: n.severity }),
    })),
    areas,
  );
  const ground: Ground = { initiatives, areas, supply, families, needs, needColumns, threat };
  if (before !== undefined) earlier.delete(before);
  if (sameNeeds && changed !== null) earlier.set(ground, { ground: before, changed });
  return ground;
}

export type Earlier = { readonly ground: Ground; readonly changed: ReadonlySet<string> };
const earlier = new WeakMap<Ground, Earlier>();

/** The ground that this one was made from, and the initiatives that changed since; null when there is none, or when more than initiatives changed. */
export function sinceOf(ground: Ground): Earlier | null {
  return earlier.get(ground) ?? null;
}

/** Ids of initiatives that came, went, are composed of other reports, or belong to another family. */
function changedSince(before: Ground, initiatives: Ground["initiatives"], families: Ground["families"]): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const [id, i] of initiatives) if (before.initiatives.get(id) !== i || before.families.get(id) !== families.get(id)) changed.add(id);
  for (const id of before.initiatives.keys()) if (!initiatives.has(id)) changed.add(id);
  return changed;
}

/** What an initiative hands to the engine. Without a place or months it takes part in nothing, and is kept and listed. */
export function supplyRow(i: ComposedInitiative, family: string | undefined): SupplyRow {
  return {
    id: i.id,
    lines: i.lines.length > 0 ? i.lines : ["other"],
    areas: i.areas,
    groups: i.groups,
    ...(i.months.kind === "months" && i.areas.length > 0 ? { months: [i.months.first, i.months.last] as const, assumedEnd: i.months.assumedEnd } : {}),
    planned: i.planned,
    secondary: i.secondary,
    money: { commitment: i.money.commitment.usd, budget: i.money.budget.usd, spent: i.money.spent.usd, pledge: i.money.pledge.usd },
    periods: i.periods,
    organisations: i.organisations,
    visibilityClass: i.classIds.join(","),
    ...(family === undefined ? {} : { family }),
  };
}

/** The boundary set's areas, and countries outside it that reports name: those are country level with nothing finer. */
function areaTable({ areas }: Atlas, initiatives: readonly ComposedInitiative[], before: AreaTable | undefined, ...more: readonly string[][]): AreaTable {
  const known = areas.byCode;
  const others = new Set([...initiatives.flatMap((i) => i.areas.map((a) => a.area)), ...more.flat()].filter((code) => !known.has(code)));
  if (before !== undefined && before.codes.length === known.size + others.size && [...others].every((code) => before.indexOf.has(code))) return before;
  return buildAreas([
    ...[...known.values()].map((a) => ({ code: a.code, level: a.level === 0 ? (0 as const) : (1 as const), ...(a.parent !== null && known.has(a.parent) ? { parent: a.parent } : {}) })),
    ...[...others].map((code) => ({ code, level: 0 as const })),
  ]);
}

/** The identifiers under which an initiative is told, and those of phases, parents and children that its reports name. */
function namesOf(i: ComposedInitiative): { readonly own: readonly string[]; readonly kin: readonly string[] } {
  return keptFor(i, "names", () => ({
    own: i.reports.map((r) => initiativeKey(r.identifier)),
    kin: i.reports.flatMap((r) => r.related.filter((x) => x.type !== "third-party").map((x) => initiativeKey(x.identifier))),
  }));
}

/** Phases, parents and children, and co-funding of one programme are one family: they never overlap with one another. */
function familiesOf(initiatives: readonly ComposedInitiative[]): ReadonlyMap<string, string> {
  const byIdentifier = new Map<string, string>();
  for (const i of initiatives) for (const key of namesOf(i).own) byIdentifier.set(key, i.id);
  const root = new Map<string, string>();
  const find = (id: string): string => {
    let at = id;
    while (root.has(at) && root.get(at) !== at) at = root.get(at) as string;
    return at;
  };
  for (const i of initiatives) {
    for (const key of namesOf(i).kin) {
      const other = byIdentifier.get(key);
      if (other === undefined || other === i.id) continue;
      const [a, b] = [find(i.id), find(other)].sort() as [string, string];
      root.set(a, a);
      root.set(b, a);
    }
  }
  return new Map([...root.keys()].map((id) => [id, find(id)]));
}
