import { z } from "@hono/zod-openapi";
import { comparedTimes } from "../../app/record/compare-days.ts";
import { dayStates } from "../../app/record/state-on-day.ts";
import { ClaimValue } from "./claims.ts";
import { Cursor, Day, Id, Instant, Marking, Name, PageQuery, ProofState, Ref } from "./common.ts";
import { ReportRef } from "./contributions.ts";
import { ReportColumn } from "./initiatives.ts";
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
export const HistoryQuery = PageQuery.extend({ field: z.string().optional() });
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
  .object({ record: RecordName, items: z.array(HistoryItem), next: Cursor, marking: Marking })
  .openapi("RecordHistory");

const ReportValues = ReportColumn.shape.fields.element.shape.values;
const ReportFieldName = ReportColumn.shape.fields.element.shape.field;

/** GET /api/initiatives/{id}/history: each version of each report, with what it changed against the one that came in before it. */
export const InitiativeHistory = z
  .object({
    items: z.array(
      z.object({
        at: Instant,
        report: ReportRef,
        by: z.union([Name, z.null()]),
        first: z.boolean(),
        changes: z.array(z.object({ field: ReportFieldName, before: ReportValues, after: ReportValues })),
        marking: Marking,
      }),
    ),
    next: Cursor,
    marking: Marking,
  })
  .openapi("InitiativeHistory");

/**
 * Two days beside each other. `time` world: how things stood on each day, by what is known now. known: what was known here by the end of each day (UTC),
 * whatever day it is about.
 */
export const CompareQuery = z.object({ from: Day, to: Day, time: z.enum(comparedTimes).default("world") });

const FieldThen = z.object({ values: z.array(ClaimValue), proof: ProofState });
export const DayState = z.enum(dayStates).openapi("DayState");

/** GET /api/records/{id}/compare. `fields` of what hangs on the record only where they differ; `states` in the world's time. */
export const ComparedDays = z
  .object({
    record: RecordName,
    time: z.enum(comparedTimes),
    from: Day,
    to: Day,
    fields: z.array(
      z.object({ about: RecordName, field: z.string(), language: z.union([z.string(), z.null()]), from: FieldThen, to: FieldThen, differs: z.boolean() }),
    ),
    states: z.array(z.object({ about: RecordName, from: DayState, to: DayState, differs: z.boolean() })),
    marking: Marking,
  })
  .openapi("ComparedDays");

const ReportThen = z.enum(["yes", "no", "between"]);

/** GET /api/initiatives/{id}/compare. `from` and `to` of a report: in the world's time whether it is at work on the day, in that of what was known whether it had come in. */
export const ComparedInitiative = z
  .object({
    id: Id,
    time: z.enum(comparedTimes),
    from: Day,
    to: Day,
    reports: z.array(
      z.object({
        report: ReportRef,
        from: ReportThen,
        to: ReportThen,
        fields: z.array(z.object({ field: ReportFieldName, from: ReportValues, to: ReportValues, differs: z.boolean() })),
      }),
    ),
    marking: Marking,
  })
  .openapi("ComparedInitiative");
