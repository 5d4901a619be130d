import { z } from "@hono/zod-openapi";
import { Id, Instant, Marking, Name } from "./common.ts";

/** GET /api/live: data of the event `changes` */
export const LiveChanges = z
  .object({ changes: z.array(z.object({ kind: z.string(), id: Id, about: z.array(Id) })) })
  .openapi("LiveChanges");

/** GET /api/changes */
export const ChangesQuery = z.object({ after: Instant.optional(), about: Id.optional(), limit: z.coerce.number().int().min(1).max(100).default(50) });
const ChangeTold = z
  .object({
    at: Instant,
    act: z.string(),
    kind: z.string(),
    id: Id,
    /** records and initiatives that it is about, of those that one may see; an initiative without a name here */
    about: z.array(z.object({ kind: z.string(), id: Id, name: z.union([Name, z.null()]) })),
    by: z.union([Name, z.null()]),
    mine: z.boolean(),
  })
  .openapi("ChangeTold");
export const ChangeList = z.object({ items: z.array(ChangeTold), more: z.boolean(), marking: Marking }).openapi("ChangeList");

/** GET /api/home. `since`: when one was here before; null for the first time, when nothing is told as new. */
export const HomeAnswer = z.object({ since: z.union([Instant, z.null()]), items: z.array(ChangeTold), more: z.boolean(), marking: Marking }).openapi("HomeAnswer");
