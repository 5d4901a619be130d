import { z } from "@hono/zod-openapi";
import { Id, Instant, Marking, Name } from "./common.ts";

const Reason = z.string().min(1).max(2000);
const Subject = z.object({ kind: z.enum(["source", "record", "claim", "import"]), id: Id });
/** POST /api/acts: what one person alone may not do. `sha256`: of the backup's file, as `entente backup` told it. */
export const NewAct = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("widen-marking"), subject: Subject, tlp: z.enum(["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER"]), circle: z.union([Id, z.null()]).default(null), reason: Reason }),
    z.object({ kind: z.literal("delete-source"), subject: Subject.extend({ kind: z.literal("source") }), reason: Reason }),
    z.object({ kind: z.literal("restore-backup"), sha256: z.string().regex(/^[0-9a-f]{64}$/), note: z.string().max(500).default(""), reason: Reason }),
  ])
  .openapi("NewAct");
export const ActProposed = z.object({ id: Id, expires: Instant }).openapi("ActProposed");

export const Act = z
  .object({
    id: Id,
    kind: z.enum(["widen-marking", "delete-source", "restore-backup"]),
    subject: z.union([Subject.extend({ name: Name }), z.null()]),
    /** what it is to be marked as */
    to: z.union([Marking, z.null()]),
    sha256: z.union([z.string(), z.null()]),
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
/** `code`: by which an operator restores the backup, once, within a day; shown this once. */
export const ActSettled = z.object({ id: Id, outcome: z.enum(["done", "refused", "withdrawn"]), code: z.union([z.string(), z.null()]) }).openapi("ActSettled");
