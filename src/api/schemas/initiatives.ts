import { z } from "@hono/zod-openapi";
import { sortKeys } from "../../app/picture/list-order.ts";
import { shownKeys } from "../../app/picture/list-shown.ts";
import { AreaRef, Basis, Cursor, Day, Edtf, Id, Instant, LineOrOther, Marking, Month, MonthSpan, Name, PageQuery, ProofedDate, ProofedName, ProofedText, ProofState, Ref, StatedMoney } from "./common.ts";
import { InitiativeRef, ReportRef } from "./contributions.ts";
import { OverlapItem, PairDecision } from "./overlaps.ts";

/** GET /api/initiatives */
export const InitiativeQuery = PageQuery.extend({
  asOf: Day.optional(), from: Month.optional(), to: Month.optional(),
  line: z.union([LineOrOther, z.array(LineOrOther)]).optional(),
  member: z.union([Id, z.array(Id)]).optional(),
  country: z.union([z.string(), z.array(z.string())]).optional(),
  area: z.union([z.string(), z.array(z.string())]).optional(),
  /** words in titles, identifiers and parties, any language */
  q: z.string().max(200).optional(),
  basis: Basis.optional(),
  budget: z.enum(["known", "unknown"]).optional(),
  /** IATI ActivityStatus 1 to 6 */
  status: z.union([z.string(), z.array(z.string())]).optional(),
  tlp: z.union([Marking.shape.tlp, z.array(Marking.shape.tlp)]).optional(),
  /** a column of the list; with a minus the other way round. What is not known stands last either way. */
  sort: z.enum([...sortKeys, ...sortKeys.map((key) => `-${key}` as const)]).default("-money"),
});

export const ShownColumn = z.enum(shownKeys).openapi("ShownColumn");

/** GET /api/initiatives/export: the same question, and which columns */
export const ExportQuery = InitiativeQuery.omit({ cursor: true, limit: true }).extend({
  columns: z.union([ShownColumn, z.array(ShownColumn)]).optional(),
  as: z.enum(["csv", "json"]).default("csv"),
});

export const InitiativeItem = InitiativeRef.extend({
  /** USD on the list's basis; null: not known */
  usd: z.union([z.number(), z.null()]),
  countries: z.array(z.object({ code: z.string(), name: Name })),
  areas: z.array(AreaRef),
  /** IATI ActivityStatus 1 to 6 */
  status: z.union([z.string(), z.null()]),
  reports: z.int(),
  overlaps: z.int(),
  tlp: Marking.shape.tlp,
  updated: z.union([Edtf, z.null()]),
}).openapi("InitiativeItem");
export type InitiativeItem = z.infer<typeof InitiativeItem>;

export const InitiativeList = z
  .object({
    items: z.array(InitiativeItem),
    total: z.int(),
    next: Cursor,
    basis: Basis,
    marking: Marking,
    facets: z.object({
      lines: z.array(z.object({ line: LineOrOther, initiatives: z.int() })),
      reporters: z.array(z.object({ reporter: Ref.extend({ id: Id }), initiatives: z.int() })),
      countries: z.array(z.object({ code: z.string(), name: Name, initiatives: z.int() })),
      /** below the country: the hundred with most, of `areasInAll` */
      areas: z.array(z.object({ area: AreaRef, initiatives: z.int() })),
      areasInAll: z.int(),
      statuses: z.array(z.object({ status: z.string(), initiatives: z.int() })),
      /** at work in that year, in order */
      years: z.array(z.object({ year: z.int(), initiatives: z.int() })),
      markings: z.array(z.object({ tlp: Marking.shape.tlp, initiatives: z.int() })),
      budget: z.object({ known: z.int(), unknown: z.int() }),
    }),
  })
  .openapi("InitiativeList");
export type InitiativeList = z.infer<typeof InitiativeList>;

/** A statement of money as one report makes it, with its USD and how it was converted. `counts`: it is part of the initiative's figure on this basis. */
export const MoneyStatement = z
  .object({
    report: Id,
    kind: z.enum(["commitment", "budget", "disbursement", "expenditure", "pledge", "incoming", "other"]),
    stated: StatedMoney,
    usd: z.union([z.number(), z.null()]),
    rate: z.union([z.object({ perUsd: z.number(), year: z.int(), source: z.string() }), z.null()]),
    date: z.union([Edtf, z.null()]),
    from: z.union([Edtf, z.null()]),
    to: z.union([Edtf, z.null()]),
    provider: z.union([Ref, z.null()]),
    receiver: z.union([Ref, z.null()]),
    constantYear: z.union([z.int(), z.null()]),
    counts: z.boolean(),
    /** why not, when it does not count: words in the locales under `money-not-counted.<code>` */
    whyNot: z.union([z.enum(["other-basis", "funding-chain", "secondary-reporter", "not-best-report", "no-rate", "constant-prices", "net-not-positive", "superseded"]), z.null()]),
  })
  .openapi("MoneyStatement");
export type MoneyStatement = z.infer<typeof MoneyStatement>;

/** What one report says, field by field, for setting reports side by side. Values are words ready to read, in the report's own language. */
export const ReportColumn = z
  .object({
    report: ReportRef,
    marking: Marking,
    fields: z.array(
      z.object({
        field: z.enum(["title", "description", "status", "start", "end", "parties", "sectors", "lines", "countries", "locations", "groups", "money", "related"]),
        values: z.array(z.object({ text: z.string(), language: z.union([z.string(), z.null()]), code: z.union([z.string(), z.null()]), percent: z.union([z.number(), z.null()]) })),
        /** this report's value differs from another report's */
        differs: z.boolean(),
      }),
    ),
  })
  .openapi("ReportColumn");
export type ReportColumn = z.infer<typeof ReportColumn>;

const LinkSide = z.object({ id: Id, title: Name, identifier: z.string() });

/** GET /api/initiatives/{id}: composed for this viewer from the reports that they may read. */
export const Initiative = z
  .object({
    /** another than the one asked for: that one is a part of this */
    id: Id,
    /** those that it is composed of: itself, and what decisions link to it */
    parts: z.array(z.object({ id: Id, title: Name, identifier: z.string(), reporter: Ref })),
    /** decisions that say that it is one with others; `linked` false: another decision contradicts, and they stay two */
    links: z.array(z.object({ a: LinkSide, b: LinkSide, linked: z.boolean(), decisions: z.array(PairDecision) })),
    marking: Marking,
    title: ProofedName,
    otherTitles: z.array(Name),
    description: z.union([ProofedName, z.null()]),
    status: ProofedText,
    start: ProofedDate,
    end: ProofedDate,
    months: z.union([MonthSpan.extend({ assumed: z.boolean() }), z.null()]),
    lines: z.array(
      z.object({
        line: LineOrOther,
        share: z.number(),
        /** from the reporter itself, or derived from sectors or words */
        from: z.enum(["stated", "sectors", "words"]),
        /** the sectors or words it was derived from */
        evidence: z.array(z.string()),
        state: ProofState,
      }),
    ),
    parties: z.array(z.object({ party: Ref, role: z.enum(["funding", "accountable", "extending", "implementing"]), reports: z.array(Id), state: ProofState })),
    places: z.array(
      z.object({
        area: z.union([AreaRef, z.null()]),
        /** as a report writes it; null when coarsened for this viewer */
        name: z.union([z.string(), z.null()]),
        share: z.union([z.number(), z.null()]),
        how: z.enum(["stated", "name", "polygon", "country"]),
        coarsened: z.boolean(),
        reports: z.array(Id),
      }),
    ),
    groups: z.array(z.object({ group: z.string(), name: Name, share: z.number() })),
    money: z.object({
      basis: Basis,
      usd: z.union([z.number(), z.null()]),
      /** per basis, so that a reader sees what the others would give */
      byBasis: z.array(z.object({ basis: Basis, usd: z.union([z.number(), z.null()]) })),
      statements: z.array(MoneyStatement),
      byYear: z.array(z.object({ year: z.int(), usd: z.union([z.number(), z.null()]) })),
    }),
    reports: z.array(ReportColumn),
    /** earlier versions of the reports, newest first: superseded, kept */
    history: z.array(z.object({ report: ReportRef, supersededAt: Instant, by: Id, changed: z.array(z.string()) })),
    related: z.array(z.object({ type: z.enum(["parent", "child", "sibling", "co-funded", "third-party"]), identifier: z.string(), initiative: z.union([InitiativeRef, z.null()]) })),
    /** with a marking of its own: it tells of other initiatives too */
    overlaps: z.object({ items: z.array(OverlapItem), total: z.int(), marking: Marking }),
    /** why this viewer may read it */
    why: z.object({ rule: z.enum(["clear", "coalition", "circle", "owner"]), through: z.union([Ref, z.null()]) }),
  })
  .openapi("Initiative");
export type Initiative = z.infer<typeof Initiative>;
