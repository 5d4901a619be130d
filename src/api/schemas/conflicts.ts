import { z } from "@hono/zod-openapi";
import { Cursor, Id, Name, PageQuery, Marking } from "./common.ts";
import { ClaimValue, FieldDecision } from "./claims.ts";
import { SourceRef } from "./sources.ts";

/** GET /api/conflicts: fields whose sources disagree. */
export const ConflictQuery = PageQuery.extend({ decided: z.enum(["yes", "no"]).optional(), kind: z.string().optional() });

export const Conflict = z
  .object({
    record: z.object({ kind: z.string(), id: Id, name: Name }),
    field: z.string(),
    language: z.union([z.string(), z.null()]),
    /** one per side, the shown one first */
    sides: z.array(z.object({ value: ClaimValue, sources: z.array(SourceRef), shown: z.boolean() })),
    decision: z.union([FieldDecision, z.null()]),
    /** claims that came after the decision in force */
    newSince: z.int(),
    claimsHref: z.string(),
  })
  .openapi("Conflict");
export type Conflict = z.infer<typeof Conflict>;

export const ConflictList = z
  .object({ items: z.array(Conflict), total: z.int(), undecided: z.int(), next: Cursor, marking: Marking })
  .openapi("ConflictList");
export type ConflictList = z.infer<typeof ConflictList>;
