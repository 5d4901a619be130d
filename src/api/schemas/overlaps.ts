import { z } from "@hono/zod-openapi";
import { overlapOutcomes } from "../../coordination/outcomes.ts";
import { AreaRef, Basis, Cursor, Id, Line, Marking, Month, MonthSpan, Name, PageQuery, proofed, Ref } from "./common.ts";
import { Contribution, InitiativeRef } from "./contributions.ts";
import { FindingDecision, howDecided } from "./findings.ts";

export const OverlapOutcome = z.enum(overlapOutcomes).openapi("OverlapOutcome");

/** `about`: the figures that the person looked at. */
export const PairDecision = FindingDecision.extend({
  outcome: OverlapOutcome,
  about: z.object({ basis: Basis, contestedUsd: z.union([z.number(), z.null()]), score: z.union([z.number(), z.null()]), months: MonthSpan, lines: z.array(Line), areas: z.array(z.string()), totals: z.object({ a: z.union([z.number(), z.null()]), b: z.union([z.number(), z.null()]) }) }),
}).openapi("PairDecision");

/**
 * Two initiatives that meet. `kind`:
 * possible-double-report stands first; money: by duplication, then contested money; presence: a budget is not known, so only places, months and people are compared.
 */
export const OverlapItem = z
  .object({
    a: InitiativeRef,
    b: InitiativeRef,
    kind: z.enum(["possible-double-report", "money", "presence"]),
    lines: z.array(Line),
    areas: z.array(AreaRef),
    areaCount: z.int(),
    months: MonthSpan,
    monthCount: z.int(),
    /** Σ min of both, USD; null when a budget is not known */
    contestedUsd: z.union([z.number(), z.null()]),
    /** contested / the smaller initiative, 0 to 1 */
    score: z.union([z.number(), z.null()]),
    /** contested money where need is exceeded; null when need is not known */
    duplicationUsd: z.union([z.number(), z.null()]),
    /** Σ min of the shares alone */
    presence: z.union([z.number(), z.null()]),
    probabilitySame: z.union([z.number(), z.null()]),
    /**
     * What to know before reading the figures, with words in the locales under `rule.<code>`. country-level: nothing says that they meet in any one area, only
     * in a country. coarsened: a place of one side was compared at the coarser level of the other.
     */
    rules: z.array(z.enum(["country-level", "coarsened", "assumed-end", "planned", "secondary-reporter", "unknown-group-half"])),
    decision: z.union([PairDecision, z.null()]),
  })
  .openapi("OverlapItem");
export type OverlapItem = z.infer<typeof OverlapItem>;

/** GET /api/overlaps, best first; filters as for the picture. */
export const OverlapQuery = PageQuery.extend({
  asOf: z.iso.date().optional(), from: Month.optional(), to: Month.optional(),
  line: z.union([Line, z.array(Line)]).optional(), member: z.union([Id, z.array(Id)]).optional(), country: z.union([z.string(), z.array(z.string())]).optional(),
  basis: Basis.optional(),
  /** an area code: pairs that meet there */
  area: z.string().optional(),
  kind: z.enum(["possible-double-report", "money", "presence"]).optional(),
  /** area: pairs that meet in an area below the country; country: those known to meet in a country only */
  place: z.enum(["area", "country"]).optional(),
  /** yes: with a decision that holds; no: with none, or one that holds no more */
  decided: z.enum(["yes", "no"]).optional(),
});
export const OverlapList = z
  .object({ items: z.array(OverlapItem), total: z.int(), next: Cursor, basis: Basis, /** the months that are looked at */ period: MonthSpan, marking: Marking })
  .openapi("OverlapList");
export type OverlapList = z.infer<typeof OverlapList>;

/** GET /api/overlaps/export: the same question */
export const OverlapExportQuery = OverlapQuery.omit({ cursor: true, limit: true }).extend({ as: z.enum(["csv", "json"]).default("csv") });

export const ProofedNames = proofed(z.array(Name)).openapi("ProofedNames");

/** One row of the two initiatives side by side. `shared`: both say the same, or their sets meet. */
export const PairRow = z
  .object({ field: z.enum(["lines", "areas", "groups", "months", "money", "implementers", "funders", "status"]), a: ProofedNames, b: ProofedNames, shared: z.boolean() })
  .openapi("PairRow");

/** GET /api/overlaps/{a}/{b} */
export const OverlapPair = OverlapItem.extend({
  basis: Basis,
  marking: Marking,
  /** the whole money of each on this basis, USD */
  totals: z.object({ a: z.union([z.number(), z.null()]), b: z.union([z.number(), z.null()]) }),
  rows: z.array(PairRow),
  /** USD a month in the shared cells: what each puts there, and what both contest */
  byMonth: z.array(z.object({ month: Month, a: z.union([z.number(), z.null()]), b: z.union([z.number(), z.null()]), contested: z.union([z.number(), z.null()]) })),
  byArea: z.array(z.object({ area: AreaRef, contestedUsd: z.union([z.number(), z.null()]), needUsd: z.union([z.number(), z.null()]), supplyUsd: z.union([z.number(), z.null()]) })),
  sharedGroups: z.array(z.object({ group: z.string(), name: Name })),
  sharedParties: z.array(z.object({ party: Ref, roleInA: z.string(), roleInB: z.string() })),
  /** need and supply with both in it, over the shared cells; null when not known */
  need: z.union([z.object({ usd: z.number(), supplyUsd: z.number(), source: Name }), z.null()]),
  /** what unique money would lose if both were one */
  ifOneUsd: z.union([z.number(), z.null()]),
  contributions: z.object({ a: z.array(Contribution), b: z.array(Contribution) }),
  /** how many reports stand behind both: a decision holds until one of them changes */
  reports: z.int(),
  /** every decision on the pair, withdrawn ones too, the latest first */
  decisions: z.array(PairDecision),
  mayDecide: z.boolean(),
  /** the initiative that decisions make of both; the figures are then those of the two apart */
  oneInitiative: z.union([Id, z.null()]),
}).openapi("OverlapPair");
export type OverlapPair = z.infer<typeof OverlapPair>;

/** POST /api/overlaps/{a}/{b}/decision. A reason is required to dismiss. Answers OverlapPair. */
export const DecideOverlap = z
  .object({
    outcome: OverlapOutcome,
    /** why, or a note on what is to be done */
    reason: z.string().max(2000).optional(),
    /** who leads: a member or body */
    lead: Id.optional(),
    /** where it is talked over */
    meeting: Id.optional(),
    ...howDecided,
  })
  .openapi("DecideOverlap");
