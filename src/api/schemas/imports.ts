import { z } from "@hono/zod-openapi";
import { Cursor, Id, Instant, Marking, Name, PageQuery } from "./common.ts";

export const ImportCounts = z
  .object({
    /** records met so far */
    read: z.int(),
    added: z.int(),
    /** newer versions of activities that were there: the older ones are kept */
    superseded: z.int(),
    unchanged: z.int(),
    /** older than what is there: kept as history */
    older: z.int(),
    setAside: z.int(),
    warnings: z.int(),
  })
  .openapi("ImportCounts");

/** A record that was set aside, or a field that was left out, and why. `code`: words in the locales under `fault.<code>`. */
export const ImportFault = z
  .object({
    severity: z.enum(["error", "warning"]),
    file: z.string(),
    line: z.int(),
    column: z.union([z.int(), z.null()]),
    path: z.string(),
    code: z.string(),
    found: z.string(),
    expected: z.string(),
    identifier: z.union([z.string(), z.null()]),
    hasRaw: z.boolean(),
  })
  .openapi("ImportFault");
export type ImportFault = z.infer<typeof ImportFault>;

/** GET /api/imports/{id}. Progress is also sent as it happens: GET /api/imports/{id}/events (text/event-stream, each event's data an ImportJob). */
export const ImportJob = z
  .object({
    id: Id,
    file: z.string(),
    /** bytes; null while a stream's length is not known */
    size: z.union([z.int(), z.null()]),
    done: z.int(),
    format: z.union([z.string(), z.null()]),
    state: z.enum(["waiting", "reading", "computing", "done", "failed", "interrupted"]),
    by: z.union([Name, z.null()]),
    marking: Marking,
    started: Instant,
    finished: z.union([Instant, z.null()]),
    counts: ImportCounts,
    /** activities a second over the last moments; null when not reading */
    rate: z.union([z.number(), z.null()]),
    /** the first faults; all of them by GET /api/imports/{id}/faults, or as CSV under `summaryHref` */
    faults: z.array(ImportFault),
    /** why it failed, as a problem's code with its params */
    problem: z.union([z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])) }), z.null()]),
    /** what changed in the picture by it, once computed */
    effect: z.union([z.object({ initiatives: z.int(), overlaps: z.int(), areas: z.int() }), z.null()]),
    summaryHref: z.string(),
    mayResume: z.boolean(),
  })
  .openapi("ImportJob");
export type ImportJob = z.infer<typeof ImportJob>;

export const ImportQuery = PageQuery;
export const ImportList = z.object({ items: z.array(ImportJob), total: z.int(), next: Cursor }).openapi("ImportList");
export const FaultList = z.object({ items: z.array(ImportFault), total: z.int(), next: Cursor }).openapi("FaultList");

/**
 * POST /api/imports (the file's bytes as the body; `name` its name, `format` only where it cannot be told from the bytes).
 * `publication=yes`: the importer confirms that the file is published, and it is marked TLP:CLEAR; else TLP:AMBER in the importer's own circle.
 * Answers 202 with an ImportJob. POST /api/imports/{id}/resume continues an interrupted one.
 */
export const NewImportQuery = z.object({
  name: z.string().min(1).max(300),
  format: z.string().optional(),
  publication: z.enum(["yes", "no"]).default("no"),
  /** a circle of the importer's own with whom the reports are shared; not with a publication */
  circle: Id.optional(),
});
