import { z } from "@hono/zod-openapi";
import { ClaimValue } from "./claims.ts";
import { Cursor, Id, Instant, Marking, Name, PageQuery, Ref } from "./common.ts";
import { SourceRef } from "./sources.ts";

const RecordName = z.object({ kind: z.string(), id: Id, name: Name });

/** GET /api/audit */
export const AuditQuery = PageQuery.extend({ cursor: Id.optional(), record: Id.optional() });

/** One write: who, in which role and for whom, when, what before and after. `act` is the verb. */
export const AuditEntry = z
  .object({
    id: Id,
    at: Instant,
    act: z.string(),
    role: z.string(),
    by: z.union([Name, z.null()]),
    holder: z.union([Ref, z.null()]),
    reason: z.union([z.string(), z.null()]),
    records: z.array(RecordName),
    before: z.unknown().openapi({}),
    after: z.unknown().openapi({}),
    /** the entry's hash in the log, as `entente audit verify` tells it */
    leafHash: z.string(),
    marking: Marking,
  })
  .openapi("AuditEntry");
export const AuditList = z.object({ items: z.array(AuditEntry), next: Cursor, marking: Marking }).openapi("AuditList");

/** GET /api/records/{id}/history */
export const HistoryQuery = z.object({ field: z.string().optional() });
export const HistoryItem = z
  .object({
    what: z.enum(["stated", "claim-withdrawn", "decided", "decision-withdrawn"]),
    at: Instant,
    field: z.string(),
    language: z.union([z.string(), z.null()]),
    by: z.union([Name, z.null()]),
    reason: z.union([z.string(), z.null()]),
    claim: z.union([Id, z.null()]),
    decision: z.union([Id, z.null()]),
    value: z.union([ClaimValue, z.null()]),
    source: z.union([SourceRef, z.null()]),
  })
  .openapi("HistoryItem");
export const RecordHistory = z
  .object({ record: RecordName, items: z.array(HistoryItem), marking: Marking })
  .openapi("RecordHistory");
