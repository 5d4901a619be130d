import { z } from "@hono/zod-openapi";
import { workKinds } from "../../app/coordination/worklist.ts";
import { Cursor, Marking, PageQuery } from "./common.ts";
import { Conflict } from "./conflicts.ts";
import { GapItem } from "./gaps.ts";
import { ImportJob } from "./imports.ts";
import { OverlapItem } from "./overlaps.ts";

export const WorkKind = z.enum(workKinds).openapi("WorkKind");

/** waiting: nobody decided. returned: decided, and what it was about has changed since. decided: it holds. */
export const WorkState = z.enum(["waiting", "returned", "decided"]).openapi("WorkState");

/** GET /api/worklist. `show`: what is open (waiting or returned), or what is decided. */
export const WorkQuery = PageQuery.extend({ kind: WorkKind.optional(), show: z.enum(["open", "decided"]).default("open") });

export const WorkItem = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("overlap"), state: WorkState, overlap: OverlapItem }),
    z.object({ kind: z.literal("gap"), state: WorkState, gap: GapItem }),
    z.object({ kind: z.literal("conflict"), state: WorkState, conflict: Conflict }),
    /** a file of one's own side of which something was set aside, or that could not be read */
    z.object({ kind: z.literal("import"), state: WorkState, import: ImportJob }),
  ])
  .openapi("WorkItem");

/** How much of each kind is open; `marking` of all that was counted, null where there is nothing. */
export const WorkSection = z.object({ kind: WorkKind, open: z.int(), total: z.int(), marking: z.union([Marking, z.null()]) }).openapi("WorkSection");

export const Worklist = z.object({ items: z.array(WorkItem), sections: z.array(WorkSection), next: Cursor }).openapi("Worklist");
export type Worklist = z.infer<typeof Worklist>;
