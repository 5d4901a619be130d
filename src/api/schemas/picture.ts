import { z } from "@hono/zod-openapi";
import { AreaRef, Basis, Day, Id, Line, Marking, Month, Name, Ref } from "./common.ts";
import { CellLabel, GapItem, Knowledge, Need, Threat } from "./gaps.ts";
import { OverlapItem } from "./overlaps.ts";

/** GET /api/picture. Repeat `line`, `member`, `country` for several. `from`, `to` inclusive; without them the server chooses and says why. */
export const PictureQuery = z.object({
  asOf: Day.optional(),
  from: Month.optional(),
  to: Month.optional(),
  line: z.union([Line, z.array(Line)]).optional(),
  /** id of a reporter of the facets */
  member: z.union([Id, z.array(Id)]).optional(),
  /** ISO 3166-1 alpha-2 */
  country: z.union([z.string(), z.array(z.string())]).optional(),
  basis: Basis.optional(),
});

/**
 * The whole money of the initiatives in the picture, USD. reported: added up from reports. unique: after linking. uncertain: unique minus what it
 * would be if every pair in review were one. inPeriod: what of unique falls into the months, lines and countries of the picture; the cells
 * and what stands beside the map add up to it. unknownBudget: initiatives that are in none of the four.
 */
export const Totals = z
  .object({ basis: Basis, reported: z.number(), unique: z.number(), uncertain: z.number(), inPeriod: z.number(), unknownBudget: z.int() })
  .openapi("Totals");

export const AreaCell = z
  .object({
    area: AreaRef,
    /** counting those of unknown budget */
    initiatives: z.int(),
    /** USD in the period on the basis; null when no budget of those at work is known */
    supplyUsd: z.union([z.number(), z.null()]),
    unknownBudget: z.int(),
    need: z.union([Need, z.null()]),
    threat: z.union([Threat, z.null()]),
    state: Knowledge,
    /** Σ min(S, N) / Σ N; at least so much where `unknownBudget` is not zero, null where no budget of those at work is known */
    coverage: z.union([z.number(), z.null()]),
    label: z.union([CellLabel, z.null()]),
    /** how many overlaps meet here */
    overlaps: z.int(),
    /** S − max r, summed over the cells of the area: may be added up, unlike pairs. USD */
    contestedUsd: z.union([z.number(), z.null()]),
  })
  .openapi("AreaCell");
export type AreaCell = z.infer<typeof AreaCell>;

export const Picture = z
  .object({
    asOf: Day,
    /** why: asked; data (the last months that reports touch); now (the months around the as-of date). */
    period: z.object({ from: Month, to: Month, why: z.enum(["asked", "data", "now"]) }),
    /** why: asked; or the first basis on which enough initiatives state money. */
    basis: z.object({ basis: Basis, why: z.enum(["asked", "most-stated"]) }),
    /** Counts that the sentence is made of. `needKnown` false: only threat and population are known, no need in money or people. */
    sentence: z.object({
      reporters: z.int(), members: z.int(), initiatives: z.int(), overlaps: z.int(), areas: z.int(),
      areasNoneReported: z.int(), areasNotKnown: z.int(), areasUnderServed: z.union([z.int(), z.null()]), needKnown: z.boolean(),
    }),
    totals: Totals,
    /** How reports were linked into initiatives. same-identifier: by identifier, and where people decided that two are one. Double reports under different identifiers were
     * not looked for: `uncertain` is of those on which decisions contradict each other. */
    linking: z.enum(["same-identifier"]),
    /** Known for a country only: beside the map, never on it. */
    besideMap: z.array(z.object({ country: z.object({ code: z.string(), name: Name }), initiatives: z.int(), usd: z.union([z.number(), z.null()]) })),
    marking: Marking,
    facets: z.object({
      lines: z.array(z.object({ line: Line, initiatives: z.int() })),
      other: z.int(),
      reporters: z.array(z.object({ reporter: Ref.extend({ id: Id }), initiatives: z.int() })),
      countries: z.array(z.object({ code: z.string(), name: Name, initiatives: z.int() })),
      bases: z.array(z.object({ basis: Basis, initiatives: z.int() })),
    }),
    cells: z.array(AreaCell),
    /** Every month that data touches, not only the period: the time strip draws all and marks the period. */
    months: z.array(z.object({ month: Month, supplyUsd: z.union([z.number(), z.null()]), events: z.union([z.number(), z.null()]), deaths: z.union([z.number(), z.null()]) })),
    gaps: z.object({ items: z.array(GapItem), total: z.int() }),
    overlaps: z.object({ items: z.array(OverlapItem), total: z.int() }),
    /** Work in the period that ends from its last month on, within six months (`from` to `to`). */
    endingSoon: z.object({ from: Month, to: Month, items: z.array(z.object({ id: Id, title: Name, reporter: Ref, ends: Month, assumed: z.boolean() })), total: z.int() }),
    /** ½ Σ |S(a)/S − N(a)/N|; null when need is not known */
    mismatch: z.union([z.number(), z.null()]),
    computedFrom: z.object({ reports: z.int(), initiatives: z.int() }),
    /** Names and citations of what threat and need were read from. */
    sources: z.array(z.object({ what: z.enum(["threat", "need", "population", "areas", "rates"]), title: z.string(), licence: z.union([z.string(), z.null()]), url: z.union([z.url(), z.null()]) })),
    /** changes with what the answer says */
    etag: z.string(),
  })
  .openapi("Picture");
export type Picture = z.infer<typeof Picture>;
