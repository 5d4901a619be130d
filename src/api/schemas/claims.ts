import { z } from "@hono/zod-openapi";
import { ChosenTlp, Id, Instant, Language, Marking, Name, ProofState, Ref, StatedMoney } from "./common.ts";
import { SourceRef } from "./sources.ts";

/** A value as claimed, by the type of its field. `text` is that value in the reader's language, ready to read (dates stay EDTF). */
export const ClaimValue = z
  .object({
    type: z.enum(["name", "alias", "words", "code", "date", "days", "integer", "money", "ref", "refs", "url"]),
    text: z.string(),
    language: z.union([Language, z.null()]),
    edtf: z.union([z.string(), z.null()]),
    integer: z.union([z.int(), z.null()]),
    money: z.union([StatedMoney, z.null()]),
    refs: z.array(Ref),
  })
  .openapi("ClaimValue");
export type ClaimValue = z.infer<typeof ClaimValue>;

/** What one source states for one field of one record. `quote` is its exact words, or null where only the fact was recorded. */
export const Claim = z
  .object({
    id: Id,
    value: ClaimValue,
    source: SourceRef,
    /** `start` and `end` in Unicode code points of the source's kept text; null where no text is kept */
    quote: z.union([z.object({ text: z.string(), language: Language, start: z.union([z.int(), z.null()]), end: z.union([z.int(), z.null()]) }), z.null()]),
    locator: z.union([z.string(), z.null()]),
    note: z.union([z.string(), z.null()]),
    confidence: z.enum(["verified", "reported", "uncertain"]),
    entered: z.object({ by: z.union([Name, z.null()]), at: Instant }),
    withdrawn: z.union([z.object({ by: Name, at: Instant, reason: z.string() }), z.null()]),
    marking: Marking,
    /** claims with the same number agree with one another; -1 for one that was withdrawn */
    side: z.int(),
    shown: z.boolean(),
    mayWithdraw: z.boolean(),
    /** came after the decision in force */
    newSinceDecision: z.boolean(),
  })
  .openapi("Claim");
export type Claim = z.infer<typeof Claim>;

/** A person's choice of what is shown. It can be withdrawn, and both stay. `claim` null: none of them, shown as not known. */
export const FieldDecision = z
  .object({
    id: Id,
    claim: z.union([Id, z.null()]),
    by: Name,
    role: z.union([Name, z.null()]),
    at: Instant,
    reason: z.string(),
    withdrawn: z.union([z.object({ by: Name, at: Instant, reason: z.string() }), z.null()]),
  })
  .openapi("FieldDecision");

/** GET /api/claims?record=ID&field=FIELD (a value's `claimsHref`) */
export const FieldClaims = z
  .object({
    record: z.object({ kind: z.string(), id: Id, name: Name }),
    field: z.string(),
    language: z.union([Language, z.null()]),
    state: ProofState,
    claims: z.array(Claim),
    /** the one in force first, then those withdrawn, newest first */
    decisions: z.array(FieldDecision),
    /** how the shown value was chosen where nobody decided; words in the locales under `chosen.<code>` */
    chosenBy: z.enum(["only-claim", "agreement", "most-sources", "confidence", "most-precise", "latest-source", "fixed-order", "decision", "nothing"]),
    /** claims that came after the decision in force */
    newSince: z.int(),
    mayClaim: z.boolean(),
    mayDecide: z.boolean(),
    marking: Marking,
  })
  .openapi("FieldClaims");
export type FieldClaims = z.infer<typeof FieldClaims>;

/** What a person types for a value. Exactly one of the members, by the field's type. */
export const ClaimInput = z
  .object({
    text: z.string().max(4000).optional(),
    language: Language.optional(),
    integer: z.int().optional(),
    money: StatedMoney.optional(),
    /** ids of other records, for ref and refs */
    refs: z.array(Id).optional(),
  })
  .openapi("ClaimInput");

/** POST /api/claims: state a claim. Answers FieldClaims. */
export const NewClaim = z
  .object({
    record: Id,
    field: z.string(),
    value: ClaimInput,
    source: Id,
    quote: z.object({ text: z.string().min(1).max(4000), language: Language, start: z.int().min(0).optional() }).optional(),
    locator: z.string().max(400).optional(),
    note: z.string().max(2000).optional(),
    confidence: z.enum(["verified", "reported", "uncertain"]),
    marking: ChosenTlp.optional(),
  })
  .openapi("NewClaim");

/** POST /api/claims/{id}/withdraw, POST /api/decisions/{id}/withdraw. Answers FieldClaims. */
export const Withdraw = z.object({ reason: z.string().min(1).max(2000) }).openapi("Withdraw");

/** POST /api/decisions: choose what is shown for a field. Answers FieldClaims. */
export const NewFieldDecision = z
  .object({
    record: Id,
    field: z.string(),
    language: Language.optional(),
    claim: z.union([Id, z.null()]),
    reason: z.string().min(1).max(2000),
    /** the decision in force that the person saw; absent or null: none. Another one meanwhile is a `conflict-edit` */
    basedOn: z.union([Id, z.null()]).optional(),
    marking: ChosenTlp.optional(),
  })
  .openapi("NewFieldDecision");
