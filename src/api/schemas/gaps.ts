import { z } from "@hono/zod-openapi";
import { gapOutcomes } from "../../coordination/outcomes.ts";
import { AreaRef, Basis, Cursor, Day, Id, Line, Marking, Month, MonthSpan, Name, PageQuery, Ref } from "./common.ts";
import { Contribution } from "./contributions.ts";
import { FindingDecision, howDecided } from "./findings.ts";

/** What is known of work in a cell. "none-reported" is not "nobody there". */
export const Knowledge = z.enum(["reported", "none-reported", "not-known"]).openapi("Knowledge");
export type Knowledge = z.infer<typeof Knowledge>;

export const CellLabel = z.enum(["under-served", "crowded"]).openapi("CellLabel");

/** Need over the period. `basis` priority: a rank from threat and population alone, which gives no coverage and no label. */
export const Need = z
  .object({
    basis: z.enum(["requests", "people", "priority"]),
    usd: z.union([z.number(), z.null()]),
    people: z.union([z.int(), z.null()]),
    reached: z.union([z.int(), z.null()]),
    /** JIAF phase 1 to 5 */
    severity: z.union([z.int().min(1).max(5), z.null()]),
    /** 1 is the most pressing of `of` areas */
    priority: z.union([z.object({ rank: z.int(), of: z.int() }), z.null()]),
  })
  .openapi("Need");
export type Need = z.infer<typeof Need>;

/**
 * `months`: those of the period that the sources of the country cover; events and deaths are of these alone. `trend`: events a month in the last 6 of
 * them over those in the 24 before; null when there is too little to say.
 */
export const Threat = z.object({ events: z.number(), deaths: z.number(), trend: z.union([z.number(), z.null()]), months: MonthSpan }).openapi("Threat");

export const GapOutcome = z.enum(gapOutcomes).openapi("GapOutcome");

/** `about`: the figures that the person looked at. `lead`: who takes it up, or is asked to. */
export const GapDecision = FindingDecision.extend({
  outcome: GapOutcome,
  about: z.object({ basis: Basis, state: Knowledge, needUsd: z.union([z.number(), z.null()]), people: z.union([z.number(), z.null()]), supplyUsd: z.union([z.number(), z.null()]), gapUsd: z.union([z.number(), z.null()]), gapPeople: z.union([z.number(), z.null()]), initiatives: z.int(),
    /** of a gap that is ranked by violence: what was counted, in months since 1970-01 */
    threat: z.union([z.object({ events: z.number(), deaths: z.number(), first: z.int(), last: z.int(), country: z.string() }), z.null()]).optional() }),
}).openapi("GapDecision");

/** `line` null: over all lines (need is then known for the area as a whole only). */
export const GapItem = z
  .object({
    area: AreaRef,
    line: z.union([Line, z.null()]),
    state: Knowledge,
    need: z.union([Need, z.null()]),
    threat: z.union([Threat, z.null()]),
    supplyUsd: z.union([z.number(), z.null()]),
    /** at admin-2: with what is known only to its admin-1 */
    supplyHighUsd: z.union([z.number(), z.null()]),
    initiatives: z.int(),
    unknownBudget: z.int(),
    coverage: z.union([z.number(), z.null()]),
    gapUsd: z.union([z.number(), z.null()]),
    gapPeople: z.union([z.int(), z.null()]),
    label: z.union([CellLabel, z.null()]),
    lastReport: z.union([Day, z.null()]),
    requestedBy: z.array(Ref),
    decision: z.union([GapDecision, z.null()]),
  })
  .openapi("GapItem");
export type GapItem = z.infer<typeof GapItem>;

/** GET /api/gaps, most pressing first; filters as for the picture. */
export const GapQuery = PageQuery.extend({
  asOf: Day.optional(), from: Month.optional(), to: Month.optional(),
  line: z.union([Line, z.array(Line)]).optional(), member: z.union([Id, z.array(Id)]).optional(), country: z.union([z.string(), z.array(z.string())]).optional(),
  basis: Basis.optional(), area: z.string().optional(), state: Knowledge.optional(),
  /** yes: with a decision that holds; no: with none, or one that holds no more */
  decided: z.enum(["yes", "no"]).optional(),
});
export const GapList = z.object({ items: z.array(GapItem), total: z.int(), next: Cursor, basis: Basis, marking: Marking }).openapi("GapList");
export type GapList = z.infer<typeof GapList>;

/** GET /api/gaps/export: the same question */
export const GapExportQuery = GapQuery.omit({ cursor: true, limit: true }).extend({ as: z.enum(["csv", "json"]).default("csv") });

/** GET /api/gaps/{area}/{line} (`all` for every line): one cell, opened. */
export const GapCell = GapItem.extend({
  basis: Basis,
  marking: Marking,
  period: MonthSpan,
  byMonth: z.array(z.object({ month: Month, needUsd: z.union([z.number(), z.null()]), supplyUsd: z.union([z.number(), z.null()]), events: z.union([z.number(), z.null()]) })),
  contributions: z.array(Contribution),
  /** What the need rests on. `usd` is over the months of the period; those that `counts` add up to the need (requests come before people × unit cost, newer people before older). */
  needFrom: z.array(z.object({ source: Name, by: z.union([Name, z.null()]), line: Line, months: MonthSpan, usd: z.union([z.number(), z.null()]), people: z.union([z.int(), z.null()]), counts: z.boolean(), note: z.union([z.string(), z.null()]) })),
  /** effective number of organisations at work, 1/H; null without known money */
  effectiveActors: z.union([z.number(), z.null()]),
  /** every decision on the cell, withdrawn ones too, the latest first */
  decisions: z.array(GapDecision),
  mayDecide: z.boolean(),
}).openapi("GapCell");
export type GapCell = z.infer<typeof GapCell>;

/** POST /api/gaps/{area}/{line}/decision. A reason is required to accept a gap. Answers GapCell. */
export const DecideGap = z
  .object({
    outcome: GapOutcome,
    reason: z.string().max(2000).optional(),
    /** taken up: what one's own member undertakes to put in, USD, and until when (EDTF) */
    amountUsd: z.number().min(0).optional(),
    due: z.string().max(40).optional(),
    /** requested: of this member or body */
    of: Id.optional(),
    /** where it is talked over */
    meeting: Id.optional(),
    ...howDecided,
  })
  .openapi("DecideGap");
