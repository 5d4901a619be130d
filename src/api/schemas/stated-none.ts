import { z } from "@hono/zod-openapi";
import { ChosenTlp, Id, Instant, Line, Marking, Month, Name, Ref } from "./common.ts";

/** POST /api/stated-none: one's own member has no work in an area, on a line (absent: on any), in these months. Marked TLP:GREEN unless said otherwise. */
export const NewStatedNone = z
  .object({
    area: z.string().max(20), line: Line.optional(), from: Month, to: Month,
    source: Id.optional(), quote: z.string().max(5000).optional(), locator: z.string().max(500).optional(), note: z.string().max(2000).optional(),
    marking: ChosenTlp.optional(),
  })
  .openapi("NewStatedNone");

/** A member's word that it has no work somewhere. It is not a word that nobody works there. */
export const StatedNone = z
  .object({
    id: Id, by: z.union([Ref, z.null()]), mine: z.boolean(), area: z.object({ code: z.string(), name: Name }), line: z.union([Line, z.null()]), from: Month, to: Month,
    source: z.union([Id, z.null()]), quote: z.union([z.string(), z.null()]), locator: z.union([z.string(), z.null()]), note: z.union([z.string(), z.null()]), at: Instant, marking: z.union([Marking, z.null()]),
    withdrawn: z.union([z.object({ at: Instant, reason: z.string() }), z.null()]),
  })
  .openapi("StatedNone");
export const StatedNoneList = z.object({ items: z.array(StatedNone) }).openapi("StatedNoneList");
