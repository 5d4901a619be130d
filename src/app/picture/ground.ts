import type { LinkDecision, Links } from "../../coordination/link-initiatives.ts";
import { buildAreas, type AreaTable } from "../../coverage/area-table.ts";
import { applySupply } from "../../coverage/apply-supply.ts";
import { type Basis, bases } from "../../coverage/basis.ts";
import { buildSupply } from "../../coverage/build-supply.ts";
import { buildNeeds, type NeedColumns } from "../../coverage/need-columns.ts";
import { besideParts, type ProgrammePart } from "../../coverage/programme-money.ts";
import type { SupplyColumns, SupplyRow } from "../../coverage/supply-columns.ts";
import { linkDecisions } from "../../store/queries/link-decisions.ts";
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

/** A member states that it has no work there, on a line (null: on any). */
export type NoneInPicture = { readonly area: string; readonly line: string | null; readonly first: number; readonly last: number; readonly classId: number };

/** All that pictures of one viewer are computed from, as of one snapshot. */
export type Ground = {
  readonly initiatives: ReadonlyMap<string, ComposedInitiative>;
  /** Which of them are composed of several, and which stay two because decisions contradict each other. */
  readonly links: Links;
  readonly areas: AreaTable;
  readonly supply: SupplyColumns;
  readonly families: ReadonlyMap<string, string>;
  /** Programmes told beside their parts by one reporter: what of their money lies beside these, per basis. Zero: their parts say it all. */
  readonly beside: BesideParts;
  readonly needs: readonly NeedInPicture[];
  readonly needColumns: NeedColumns;
  readonly threat: readonly ThreatMonth[];
  readonly none: readonly NoneInPicture[];
};

/** Beside reports: what is needed, where members state no work, what is counted of violence, and which initiatives are decided to be one. */
export type Surroundings = { readonly needs: readonly NeedInPicture[]; readonly threat: readonly ThreatMonth[]; readonly none: readonly NoneInPicture[]; readonly decisions: readonly LinkDecision[] };

/** The initiative that an id leads to: the one that it is a part of, or itself. */
export function initiativeAt({ initiatives, links }: Pick<Ground, "initiatives" | "links">, id: string): ComposedInitiative | undefined {
  return initiatives.get(links.of.get(id) ?? id);
}

/** Needs, statements of no work, counts of violence and decisions that this viewer may read, in an order of their own. */
export async function surroundingsOf(reader: Reader): Promise<Surroundings> {
  const needRows = await reader.db.selectFrom("need").selectAll().execute();
  const threatRows = await reader.db.selectFrom("threat").select(["area", "month", "events", "deaths", "class_id", "source_id"]).orderBy("area").orderBy("month").orderBy("owner_id").orderBy("source_id").execute();
  const noneRows = await reader.db.selectFrom("stated_none").select(["area", "line", "from_month", "to_month", "class_id"]).where("withdrawn_at", "is", null).orderBy("area").orderBy("from_month").orderBy("id").execute();
  return {
    needs: needRows.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((n): NeedInPicture => ({
      id: n.id, classId: n.class_id, ownerId: n.owner_id, sourceId: n.source_id, basis: n.basis, area: n.area, line: n.line, first: n.from_month, last: n.to_month,
      usdPerMonth: n.usd_per_month, people: n.people, reached: n.reached, severity: n.severity, unitCost: n.unit_cost_usd_year, note: n.note,
    })),
    none: noneRows.map((n) => ({ area: n.area, line: n.line, first: n.from_month, last: n.to_month, classId: n.class_id })),
    threat: threatRows.map((t) => ({ area: t.area, month: t.month, events: t.events, deaths: t.deaths, classId: t.class_id, sourceId: t.source_id })),
    decisions: await linkDecisions(reader.db),
  };
}

/**
 * @param before a ground to take from it what is the same: an earlier one of the same viewer, or that of another viewer who reads nearly the same. What comes of it is
 * what would come from nothing: what the other viewer reads beyond that is taken out as if it were no more
 */
export function makeGround(atlas: Atlas, initiatives: ReadonlyMap<string, ComposedInitiative>, around: Omit<Surroundings, "decisions">, links: Links, before?: Ground): Ground {
  const { needs, threat, none } = around;
  const touched = before === undefined ? null : touchedSince(before, initiatives);
  const areas = before !== undefined && touched !== null && sameAreasAs(atlas, before, initiatives, around, touched) ? before.areas : areaTable(atlas, [...initiatives.values()], before?.areas, codesOf(around));
  const ties = (before !== undefined && touched !== null ? tiesAfter(before, initiatives, touched) : null) ?? makeTies([...initiatives.values()]);
  const { families, beside } = ties;
  const sameAreas = before?.areas === areas;
  const changed = before === undefined || touched === null ? null : changedSince(before, ties, touched);
  const rowOf = (i: ComposedInitiative) => supplyRow(i, families.get(i.id), beside);
  const supply =
    before !== undefined && changed !== null && sameAreas
      ? applySupply(before.supply, { put: [...changed].flatMap((id) => initiatives.get(id) ?? []).map(rowOf), gone: changed })
      : buildSupply([...initiatives.values()].map(rowOf), areas);
  const sameNeeds = before !== undefined && sameAreas && JSON.stringify(before.needs) === JSON.stringify(needs);
  const needColumns = sameNeeds ? before.needColumns : buildNeeds(
    needs.map((n) => ({
      area: n.area, line: n.line, months: [n.first, n.last] as const,
      ...(n.usdPerMonth === null ? {} : { requestedUsdPerMonth: n.usdPerMonth }), ...(n.people === null ? {} : { peopleInNeed: n.people }),
      ...(n.unitCost === null ? {} : { unitCostUsdPerPersonYear: n.unitCost }), ...(n.severity === null ? {} : { severity: n.severity }),
    })),
    areas,
  );
  const ground: Ground = { initiatives, links, areas, supply, families, beside, needs, needColumns, threat, none };
  tiesOf.set(ground, ties);
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

/** Ids of initiatives that came, went or are composed of other reports. */
function touchedSince(before: Ground, initiatives: Ground["initiatives"]): Set<string> {
  const touched = new Set<string>();
  for (const [id, i] of initiatives) if (before.initiatives.get(id) !== i) touched.add(id);
  for (const id of before.initiatives.keys()) if (!initiatives.has(id)) touched.add(id);
  return touched;
}

/** Those, and all that belong to another family or have other parts. */
function changedSince(before: Ground, { families, beside }: Ties, touched: ReadonlySet<string>): ReadonlySet<string> {
  if (families === before.families && beside === before.beside) return touched;
  const changed = new Set(touched);
  const differing = (was: ReadonlyMap<string, unknown>, is: ReadonlyMap<string, unknown>) => {
    for (const id of new Set([...was.keys(), ...is.keys()])) if (!Object.is(was.get(id), is.get(id))) changed.add(id);
  };
  differing(before.families, families);
  for (const b of bases) differing(before.beside[b], beside[b]);
  return changed;
}

/** What an initiative hands to the engine. Without a place or months it takes part in nothing, and is kept and listed. */
export function supplyRow(i: ComposedInitiative, family: string | undefined, beside: BesideParts): SupplyRow {
  return {
    id: i.id,
    lines: i.lines.length > 0 ? i.lines : ["other"],
    areas: i.areas,
    groups: i.groups,
    ...(i.months.kind === "months" && i.areas.length > 0 ? { months: [i.months.first, i.months.last] as const, assumedEnd: i.months.assumedEnd } : {}),
    planned: i.planned,
    secondary: i.secondary,
    money: { commitment: ownUsd(i, beside, "commitment"), budget: ownUsd(i, beside, "budget"), spent: ownUsd(i, beside, "spent"), pledge: ownUsd(i, beside, "pledge") },
    periods: i.periods,
    organisations: i.organisations,
    visibilityClass: i.classIds.join(","),
    ...(family === undefined ? {} : { family }),
  };
}

export type BesideParts = Readonly<Record<Basis, ReadonlyMap<string, number>>>;

/** What an initiative adds to a sum, USD: of a programme, what lies beside its parts. Zero: all of it is told by these. NaN: not known. */
export function ownUsd(i: ComposedInitiative, beside: BesideParts, basis: Basis): number {
  return beside[basis].get(i.id) ?? i.money[basis].usd;
}

/** What initiatives are to each other by the identifiers that their reports name, and what that was decided by. */
type Ties = Pick<Ground, "families" | "beside"> & {
  /** names of phases, parents and children, and those by the word of one reporter */
  readonly kin: ReadonlySet<string>; readonly hierarchy: ReadonlySet<string>;
  /** ids of programmes and their parts */
  readonly linked: ReadonlySet<string>;
};
const tiesOf = new WeakMap<Ground, Ties>();

function makeTies(initiatives: readonly ComposedInitiative[]): Ties {
  const links = programmeLinks(initiatives);
  return {
    families: familiesOf(initiatives), beside: besidePartsOf(initiatives, links),
    kin: new Set(initiatives.flatMap((i) => namesOf(i).kin)), hierarchy: new Set(initiatives.flatMap((i) => namesOf(i).hierarchy.map((h) => h.name))), linked: new Set(links.flatMap((l) => [l.programme, l.part])),
  };
}

/** The ties before, if nothing that they are decided by is among what was touched; else null. */
function tiesAfter(before: Ground, initiatives: Ground["initiatives"], touched: ReadonlySet<string>): Ties | null {
  const ties = tiesOf.get(before);
  if (ties === undefined) return null;
  const alone = ({ own, kin, told, hierarchy }: Names) => kin.length === 0 && hierarchy.length === 0 && !own.some((key) => ties.kin.has(key)) && !told.some((name) => ties.hierarchy.has(name));
  for (const id of touched) {
    const [was, is] = [before.initiatives.get(id), initiatives.get(id)];
    if (was !== undefined && is !== undefined && JSON.stringify(namesOf(was)) === JSON.stringify(namesOf(is))) {
      if (ties.linked.has(id) && bases.some((b) => !Object.is(was.money[b].usd, is.money[b].usd))) return null;
    } else if ([was, is].some((i) => i !== undefined && !alone(namesOf(i)))) return null;
  }
  return ties;
}

/** Parents and children by the word of a reporter that tells of both (see coverage/programme-money.ts). */
function programmeLinks(initiatives: readonly ComposedInitiative[]): ProgrammePart[] {
  const told = new Map<string, string>();
  for (const i of initiatives) for (const name of namesOf(i).told) told.set(name, i.id);
  const links: ProgrammePart[] = [];
  for (const i of initiatives) {
    for (const { type, name } of namesOf(i).hierarchy) {
      const other = told.get(name);
      if (other !== undefined) links.push(type === "parent" ? { programme: other, part: i.id } : { programme: i.id, part: other });
    }
  }
  return links;
}

function besidePartsOf(initiatives: readonly ComposedInitiative[], links: readonly ProgrammePart[]): BesideParts {
  const byId = new Map(initiatives.map((i) => [i.id, i]));
  return Object.fromEntries(bases.map((basis) => [basis, besideParts(links, (id) => byId.get(id)?.money[basis].usd ?? Number.NaN)])) as Record<Basis, ReadonlyMap<string, number>>;
}

const codesOf = ({ needs, threat, none }: Omit<Surroundings, "decisions">) => [...needs, ...threat, ...none].map((x) => x.area);

/** Whether the table before is certainly that of now: of what is another than before, everything lies in the boundary set. */
function sameAreasAs({ areas: { byCode } }: Atlas, before: Ground, initiatives: Ground["initiatives"], around: Omit<Surroundings, "decisions">, touched: ReadonlySet<string>): boolean {
  for (const id of touched) for (const i of [before.initiatives.get(id), initiatives.get(id)]) if (i?.areas.some((a) => !byCode.has(a.area))) return false;
  const outside = (of: Omit<Surroundings, "decisions">) => [...new Set(codesOf(of))].filter((code) => !byCode.has(code)).sort().join();
  return outside(before) === outside(around);
}

/** The boundary set's areas, and countries outside it that reports name: those are country level with nothing finer. */
function areaTable({ areas }: Atlas, initiatives: readonly ComposedInitiative[], before: AreaTable | undefined, more: readonly string[]): AreaTable {
  const known = areas.byCode;
  const others = new Set([...initiatives.flatMap((i) => i.areas.map((a) => a.area)), ...more].filter((code) => !known.has(code)));
  if (before !== undefined && before.codes.length === known.size + others.size && [...others].every((code) => before.indexOf.has(code))) return before;
  return buildAreas([
    ...[...known.values()].map((a) => ({ code: a.code, level: a.level === 0 ? (0 as const) : (1 as const), ...(a.parent !== null && known.has(a.parent) ? { parent: a.parent } : {}) })),
    ...[...others].map((code) => ({ code, level: 0 as const })),
  ]);
}

/** The identifiers under which an initiative is told, and those of phases, parents and children that its reports name. */
function namesOf(i: ComposedInitiative): Names {
  return keptFor(i, "names", () => ({
    own: i.reports.map((r) => initiativeKey(r.identifier)),
    kin: i.reports.flatMap((r) => r.related.filter((x) => x.type !== "third-party").map((x) => initiativeKey(x.identifier))),
    told: i.reports.map((r) => `${r.reporter_key} ${initiativeKey(r.identifier)}`),
    hierarchy: i.reports.flatMap((r) => r.related.flatMap((x) => (x.type === "parent" || x.type === "child" ? [{ type: x.type, name: `${r.reporter_key} ${initiativeKey(x.identifier)}` } as const] : []))),
  }));
}

type Names = {
  readonly own: readonly string[]; readonly kin: readonly string[];
  /** the same with who tells, and the parents and children that the same reporter would tell of */
  readonly told: readonly string[]; readonly hierarchy: readonly { readonly type: "parent" | "child"; readonly name: string }[];
};

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
