import { z } from "@hono/zod-openapi";
import { AreaRef, Basis, Line, Marking, Month, MonthSpan, Name } from "./common.ts";
import { Contribution } from "./contributions.ts";
import { GapItem } from "./gaps.ts";
import { OverlapItem } from "./overlaps.ts";
import { AreaCell } from "./picture.ts";

/**
 * GET /api/areas: the TopoJSON of data/areas as it lies there (application/json), cacheable for long under its hash: one object `areas`
 * with countries (level 0) and first-level areas (level 1), properties `{ code, level, name, names, country }`. Rings are wound for d3.
 * GET /api/areas/context: the same for neighbouring land, object `context`, for orientation only.
 */
export const AreasTopology = z.object({ type: z.literal("Topology") }).loose().openapi("AreasTopology");

/** GET /api/areas/{code}: the area page; filters as for the picture. */
export const AreaPage = z
  .object({
    area: AreaRef,
    /** the boundary set this area is of: its name and date */
    boundaries: z.object({ title: z.string(), date: z.union([z.string(), z.null()]) }),
    basis: Basis,
    period: MonthSpan,
    marking: Marking,
    cell: AreaCell,
    /** one per line, those with nothing known included */
    lines: z.array(GapItem.extend({ line: Line })),
    byMonth: z.array(z.object({ month: Month, supplyUsd: z.union([z.number(), z.null()]), needUsd: z.union([z.number(), z.null()]), events: z.union([z.number(), z.null()]), deaths: z.union([z.number(), z.null()]) })),
    /** what is at work here, largest first; unknown budgets after */
    contributions: z.array(Contribution),
    overlaps: z.object({ items: z.array(OverlapItem), total: z.int() }),
    neighbours: z.array(AreaRef),
    needFrom: z.array(z.object({ source: Name, note: z.union([z.string(), z.null()]) })),
  })
  .openapi("AreaPage");
export type AreaPage = z.infer<typeof AreaPage>;
