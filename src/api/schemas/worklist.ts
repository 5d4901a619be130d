import { z } from "@hono/zod-openapi";
import { workKinds } from "../../app/coordination/work-states.ts";
import { Act } from "./acts.ts";
import { Cursor, Id, Marking, PageQuery } from "./common.ts";
import { Conflict } from "./conflicts.ts";
import { GapItem } from "./gaps.ts";
import { ImportJob } from "./imports.ts";
import { OverlapItem } from "./overlaps.ts";

export const WorkKind = z.enum(workKinds).openapi("WorkKind");

/** waiting: nobody decided. returned: decided, and what it was about has changed since. decided: it holds. */
export const WorkState = z.enum(["waiting", "returned", "decided"]).openapi("WorkState");

/** GET /api/worklist. `of`: only what concerns this member or body. `show`: what is open (returned, then waiting), or what is decided. */
export const WorkQuery = PageQuery.extend({ kind: WorkKind.optional(), of: Id.optional(), show: z.enum(["open", "decided"]).default("open") });

export const WorkItem = z
  .discriminatedUnion("kind", [
    /** what another person of one's own side proposed, and one person alone may not do */
    z.object({ kind: z.literal("act"), state: WorkState, act: Act }),
    z.object({ kind: z.literal("overlap"), state: WorkState, overlap: OverlapItem }),
    z.object({ kind: z.literal("gap"), state: WorkState, gap: GapItem }),
    z.object({ kind: z.literal("conflict"), state: WorkState, conflict: Conflict }),
    /** a file of one's own side of which something was set aside, or that could not be read */
    z.object({ kind: z.literal("import"), state: WorkState, import: ImportJob }),
  ])
  .openapi("WorkItem");

/** How much of each kind is open, and how much of that returned; `marking` of all that was counted, null where there is nothing. */
export const WorkSection = z.object({ kind: WorkKind, open: z.int(), returned: z.int(), total: z.int(), marking: z.union([Marking, z.null()]) }).openapi("WorkSection");

export const Worklist = z.object({ items: z.array(WorkItem), sections: z.array(WorkSection), next: Cursor }).openapi("Worklist");
export type Worklist = z.infer<typeof Worklist>;
