import { z } from "@hono/zod-openapi";
import { AreaRef, Edtf, Id, Instant, LineOrOther, MonthSpan, Name, Ref } from "./common.ts";

/** One report, as far as a list or an explanation needs it. */
export const ReportRef = z
  .object({
    id: Id,
    identifier: z.string(),
    reporter: Ref,
    /** it repeats what others do: it says so, or it is none of the parties that it names */
    secondary: z.boolean(),
    title: Name,
    /** Where it was read. */
    read: z.object({ file: z.string(), line: z.int(), path: z.string(), imported: Instant }),
    publisher: z.union([z.string(), z.null()]),
    licence: z.union([z.string(), z.null()]),
    url: z.union([z.url(), z.null()]),
    lastUpdated: z.union([Edtf, z.null()]),
    /** A newer version of the same activity stands in its place. */
    superseded: z.boolean(),
  })
  .openapi("ReportRef");
export type ReportRef = z.infer<typeof ReportRef>;

/** One initiative, as far as a list needs it. `months.assumed`: the end is assumed, not published. */
export const InitiativeRef = z
  .object({
    id: Id,
    /** the ids of which it is composed: its own alone, unless decisions say that several are one. Each of them leads to it. */
    parts: z.array(Id),
    title: Name,
    reporters: z.array(Ref),
    lines: z.array(LineOrOther),
    months: z.union([MonthSpan.extend({ assumed: z.boolean() }), z.null()]),
  })
  .openapi("InitiativeRef");
export type InitiativeRef = z.infer<typeof InitiativeRef>;

/**
 * What one initiative puts into a figure, and the reports that say so.
 * `usd` is what of its money falls into the figure; null when its budget is not known. `share` is the share of the initiative, 0 to 1.
 */
export const Contribution = z
  .object({
    initiative: InitiativeRef,
    area: z.union([AreaRef, z.null()]),
    line: z.union([LineOrOther, z.null()]),
    months: z.union([MonthSpan, z.null()]),
    usd: z.union([z.number(), z.null()]),
    share: z.union([z.number().min(0).max(1), z.null()]),
    /** How the number came about, each with words in the locales under `rule.<code>`. */
    rules: z.array(
      z.enum([
        "published-shares", "equal-shares", "assumed-end", "published-end", "status-end", "budget-periods", "even-spread",
        "converted", "no-rate", "secondary-reporter", "planned", "unknown-group-half", "country-level", "coarsened", "net-not-positive", "less-its-parts",
      ]),
    ),
    reports: z.array(ReportRef),
  })
  .openapi("Contribution");
export type Contribution = z.infer<typeof Contribution>;
