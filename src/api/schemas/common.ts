import { z } from "@hono/zod-openapi";

/**
 * What every answer of the API is made of.
 *
 * - Names travel as `{ text, language }`: the reader's language (Accept-Language) where we have it, else another, and it says which.
 * - Days are ISO dates, months `YYYY-MM`, vague dates EDTF. Money is a number of whole or fractional US dollars unless it says otherwise.
 * - `null` means "not known". Zero means zero.
 * - A named schema is made nullable by a union with null, never by `.nullable()`, which would make the component nullable everywhere.
 */
export const Id = z.uuid();
export const Day = z.iso.date();
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/).openapi({ example: "2024-03" });
export const Instant = z.iso.datetime({ offset: true });

/** A date with precision: EDTF level 1, and level 2's one-of-a-set ranges. */
export const Edtf = z.string().openapi({ example: "2023-03-01/2023-03-02" });

/** BCP 47; "und" when a source does not say. */
export const Language = z.string().openapi({ example: "fr" });

export const Name = z.object({ text: z.string(), language: Language }).openapi("Name");
export type Name = z.infer<typeof Name>;

export const Line = z.enum(["counter-finance", "capacity", "stabilisation", "resilience"]).openapi("Line");
export type Line = z.infer<typeof Line>;

/** A line, or `other`: kept and listed, no part in overlap or gap. */
export const LineOrOther = z.enum(["counter-finance", "capacity", "stabilisation", "resilience", "other"]).openapi("LineOrOther");

/** One per picture; bases never mix. */
export const Basis = z.enum(["commitment", "budget", "disbursement", "pledge"]).openapi("Basis");
export type Basis = z.infer<typeof Basis>;

export const Tlp = z.enum(["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"]).openapi("Tlp");
export type Tlp = z.infer<typeof Tlp>;

/** What a person may choose for what they write; TLP:AMBER in their own circle when nothing is chosen. */
export const ChosenTlp = z.enum(["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER"]).openapi("ChosenTlp");

/** The highest marking of what an answer holds, and to whom that is open. `names` is empty for everyone and for the coalition. */
export const Marking = z
  .object({
    tlp: Tlp,
    openTo: z.object({ kind: z.enum(["everyone", "coalition", "circle", "owner"]), names: z.array(Name) }),
  })
  .openapi("Marking");
export type Marking = z.infer<typeof Marking>;

/**
 * How well a shown value is proved.
 * one: a single source. agree: several, which agree. differ: they disagree, and this is the one shown.
 * decided: a person chose. unknown: no source says.
 */
export const ProofState = z.enum(["one", "agree", "differ", "decided", "unknown"]).openapi("ProofState");
export type ProofState = z.infer<typeof ProofState>;

/** A value with its proof. `claimsHref` answers a FieldClaims (see claims.ts); null where nothing can be opened. */
export function proofed<T extends z.ZodType>(value: T) {
  return z.object({
    value: z.union([value, z.null()]),
    state: ProofState,
    claimsHref: z.union([z.string(), z.null()]),
    /** how many different sources speak of it */
    sources: z.int().min(0),
  });
}
export const ProofedName = proofed(Name).openapi("ProofedName");
export const ProofedText = proofed(z.string()).openapi("ProofedText");
export const ProofedDate = proofed(Edtf).openapi("ProofedDate");
export const ProofedInteger = proofed(z.int()).openapi("ProofedInteger");

/** What stands for a record in a list or a link. `code` is ISO 3166-1 alpha-2, or a short code of an organisation. */
export const Ref = z
  .object({ kind: z.enum(["member", "body", "person", "meeting", "text", "organisation"]), id: z.union([Id, z.null()]), code: z.union([z.string(), z.null()]), name: Name })
  .openapi("Ref");
export type Ref = z.infer<typeof Ref>;
export const ProofedRefs = proofed(z.array(Ref)).openapi("ProofedRefs");

/** An area in one dated boundary set. `code` is ISO 3166-2 at level 1, ISO 3166-1 alpha-2 at level 0. */
export const AreaRef = z
  .object({ code: z.string(), name: Name, level: z.int().min(0).max(2), country: z.object({ code: z.string(), name: Name }) })
  .openapi("AreaRef");
export type AreaRef = z.infer<typeof AreaRef>;

/** An amount as a source states it: a decimal string in its own currency. */
export const StatedMoney = z.object({ amount: z.string(), currency: z.union([z.string(), z.null()]) }).openapi("StatedMoney");

export const MonthSpan = z.object({ from: Month, to: Month }).openapi("MonthSpan");

/** Where to go on reading; null at the end. Pass it as `cursor`. */
export const Cursor = z.union([z.string(), z.null()]);

/** Query parameters shared by lists. */
export const PageQuery = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const AsOfQuery = z.object({ asOf: Day.optional() });
