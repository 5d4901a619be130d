import { z } from "@hono/zod-openapi";
import { Id, Instant, Marking, Name } from "./common.ts";

const Reason = z.string().min(1).max(2000);
const Subject = z.object({ kind: z.enum(["source", "record", "claim", "import"]), id: Id });
/** POST /api/acts: what one person alone may not do. */
export const NewAct = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("widen-marking"), subject: Subject, tlp: z.enum(["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER"]), circle: z.union([Id, z.null()]).default(null), reason: Reason }),
    z.object({ kind: z.literal("delete-source"), subject: Subject.extend({ kind: z.literal("source") }), reason: Reason }),
  ])
  .openapi("NewAct");
export const ActProposed = z.object({ id: Id, expires: Instant }).openapi("ActProposed");

export const Act = z
  .object({
    id: Id,
    kind: z.enum(["widen-marking", "delete-source"]),
    subject: z.union([Subject.extend({ name: Name }), z.null()]),
    /** what it is to be marked as */
    to: z.union([Marking, z.null()]),
    reason: z.string(),
    state: z.enum(["waiting", "expired", "done", "refused", "withdrawn"]),
    proposedBy: z.union([Name, z.null()]),
    mine: z.boolean(),
    proposed: Instant,
    expires: Instant,
    settledBy: z.union([Name, z.null()]),
    settledReason: z.union([z.string(), z.null()]),
    settled: z.union([Instant, z.null()]),
    /** this viewer may second or refuse it now: never whoever proposed it */
    mayDecide: z.boolean(),
  })
  .openapi("Act");
export const ActList = z.object({ items: z.array(Act) }).openapi("ActList");

export const SecondAct = z.object({ reason: z.string().max(2000).optional() }).openapi("SecondAct");
export const RefuseAct = z.object({ reason: Reason }).openapi("RefuseAct");
export const ActSettled = z.object({ id: Id, outcome: z.enum(["done", "refused", "withdrawn"]) }).openapi("ActSettled");
