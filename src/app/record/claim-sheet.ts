import {
  type Claim,
  type ComposedField,
  composeByLanguage,
  composeField,
  type FieldDecision,
} from "../../record/compose-field.ts";
import { fieldTypeOf } from "../../record/field-type.ts";
import type { ClaimValue } from "../../record/agreement.ts";
import { type ClaimLine, claimLines, decisionLines, type DecisionLine } from "../../store/queries/record-claims.ts";
import type { Asking } from "./asking.ts";

/** A claim as a page composes it: `key` is its id, `source` the document that it is from. */
export type SheetClaim = Claim & { readonly record: string; readonly field: string; readonly classId: number };

/** A composed field, and the decision that made it so. `none`: a person decided that none of the claims is shown. */
export type SheetField = ComposedField<SheetClaim> & { readonly none: boolean; readonly decision: DecisionLine | null };

/** The claims of a page's records that its viewer may see, composed when asked for. */
export type ClaimSheet = {
  readonly claimsOf: (record: string, field: string) => readonly SheetClaim[];
  readonly field: (record: string, kind: string, field: string) => SheetField;
  readonly inLanguages: (record: string, field: string) => ReadonlyMap<string, SheetField>;
};

const none: readonly never[] = [];

/** Reads every standing claim and decision on the records in two queries. The classes of the rows are noted as used. */
export async function readSheet(
  asking: Asking,
  records: Iterable<string>,
  fields: readonly string[] | null = null,
): Promise<ClaimSheet> {
  const ids = [...new Set(records)];
  const lines = ids.length === 0 ? none : await claimLines(asking.reader.db, ids, fields);
  const decided = lines.length === 0 ? none : await decisionLines(asking.reader.db, ids);
  for (const l of lines) asking.used.add(l.class_id).add(l.source_class);
  for (const d of decided) if (fields === null || fields.includes(d.field)) asking.used.add(d.class_id);
  return sheetOf(asking.holder, lines, decided);
}

/** The sheet of these claims and decisions, for whom this holder's own decisions come first. */
export function sheetOf(
  holder: string | null,
  lines: readonly ClaimLine[],
  decided: readonly DecisionLine[],
): ClaimSheet {
  const claims = new Map<string, SheetClaim[]>();
  for (const l of lines) {
    const at = `${l.record_id} ${l.field}`;
    const claim: SheetClaim = {
      key: l.id,
      value: l.value as ClaimValue,
      source: documentOf(l),
      confidence: l.confidence,
      language: l.language,
      published: l.published,
      recordedAt: l.created_at,
      record: l.record_id,
      field: l.field,
      classId: l.class_id,
    };
    const some = claims.get(at);
    if (some) some.push(claim);
    else claims.set(at, [claim]);
  }
  const decisions = Map.groupBy(decided, (d) => `${d.record_id} ${d.field}`);
  const claimsOf = (record: string, field: string): readonly SheetClaim[] => claims.get(`${record} ${field}`) ?? none;
  const decisionsOf = (record: string, field: string) => decisions.get(`${record} ${field}`) ?? none;
  const compose = once((record, field, kind) => {
    const standing = inForce(holder, decisionsOf(record, field), null);
    return withDecision(
      composeField(fieldTypeOf(kind, field) ?? "words", claimsOf(record, field), fieldDecision(standing)),
      standing,
    );
  });
  return {
    claimsOf,
    field: (record, kind, field) => compose(record, field, kind),
    inLanguages: once((record, field) => {
      const all = claimsOf(record, field);
      const standing = new Map(
        all
          .map((c) => c.language ?? "und")
          .map((language) => [language, inForce(holder, decisionsOf(record, field), language)]),
      );
      const asked = new Map(
        [...standing].flatMap(([language, d]): [string, FieldDecision][] => {
          const made = fieldDecision(d);
          return made ? [[language, made]] : [];
        }),
      );
      return new Map(
        [...composeByLanguage(all, asked)].map(([language, c]) => [
          language,
          withDecision(c, standing.get(language) ?? null),
        ]),
      );
    }),
  };
}

/** A page asks for the same field several times: for its value, for its bounds, for the count of conflicts. */
function once<T>(
  compose: (record: string, field: string, kind: string) => T,
): (record: string, field: string, kind?: string) => T {
  const composed = new Map<string, T>();
  return (record, field, kind = "") => {
    const at = `${record} ${field}`;
    const known = composed.get(at);
    if (known !== undefined) return known;
    const made = compose(record, field, kind);
    composed.set(at, made);
    return made;
  };
}

/** Two people who each brought the same document brought one source: its address tells, where it has one. */
function documentOf({ url, source_id }: { readonly url: string | null; readonly source_id: string }): string {
  return url === null
    ? source_id
    : url
        .replace(/^https?:\/\/(www\.)?/i, "")
        .replace(/#.*$/, "")
        .replace(/\/+$/, "");
}

/**
 * Of several standing decisions that a viewer may see, the one that holds for them: their own holder's, else the latest.
 * Sovereign members may decide differently; nobody's decision is another's to overrule.
 */
export function inForce<D extends Pick<DecisionLine, "language" | "owner_id" | "decided_at" | "id">>(
  own: string | null,
  decisions: readonly D[],
  language: string | null,
): D | null {
  const ranked = decisions
    .filter((d) => (d.language ?? "und") === (language ?? "und"))
    .sort(
      (a, b) =>
        Number(b.owner_id === own) - Number(a.owner_id === own) ||
        b.decided_at.getTime() - a.decided_at.getTime() ||
        (a.id < b.id ? -1 : 1),
    );
  return ranked[0] ?? null;
}

function fieldDecision(d: DecisionLine | null): FieldDecision | null {
  return d === null || d.claim_id === null ? null : { claim: d.claim_id, at: d.decided_at, considered: d.considered };
}

function withDecision(composed: ComposedField<SheetClaim>, decision: DecisionLine | null): SheetField {
  const nothing = decision !== null && decision.claim_id === null && composed.state !== "unknown";
  if (!nothing) return { ...composed, none: false, decision: composed.state === "decided" ? decision : null };
  const newSince = composed.parties
    .flatMap((p) => p.claims)
    .filter((c, i, all) => all.indexOf(c) === i && !decision.considered.includes(c.key));
  return { ...composed, state: "decided", shown: null, newSince, none: true, decision };
}
