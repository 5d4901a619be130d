import { z } from "@hono/zod-openapi";
import { Id, Instant, Ref, Tlp } from "./common.ts";

/** GET /api/operation: counted as far as the viewer may read; a figure tells of nothing hidden. `accounts` is null for whoever does not look after them. */
export const Operation = z
  .object({
    accounts: z.union([z.object({ standing: z.int(), ended: z.int(), withoutRoleToday: z.int(), withoutSecondWay: z.int() }), z.null()]),
    markings: z.array(z.object({ kind: z.enum(["record", "source", "claim", "report", "need", "import"]), byTlp: z.array(z.object({ tlp: Tlp, n: z.int() })) })),
    circles: z.array(z.object({ id: Id, name: z.string(), owner: z.union([Ref, z.null()]), holders: z.int() })),
    /** those that wait, run or failed */
    imports: z.array(z.object({ id: Id, name: z.string(), state: z.enum(["waiting", "running", "failed"]), made: Instant, finished: z.union([Instant, z.null()]), problem: z.union([z.string(), z.null()]) })),
    /** the last that was made here; `old`: more than a week ago */
    backup: z.union([z.object({ made: Instant, name: z.string(), bytes: z.int(), verified: z.union([Instant, z.null()]), old: z.boolean() }), z.null()]),
    door: z.object({ passwords: z.enum(["with-second-factor", "alone", "no"]), publicView: z.enum(["open", "closed"]), providers: z.int(), idleMinutes: z.int(), sessionHours: z.int() }),
  })
  .openapi("Operation");

/** POST /api/operation/verify-audit: whether the whole log holds, and when that was computed. */
export const AuditVerdict = z.object({ holds: z.boolean(), at: Instant }).openapi("AuditVerdict");
