import { compareEdtf, tryParseEdtf } from "../base/edtf.ts";
import type { DayBounds } from "../base/edtf.ts";
import { agreeRead, readValue } from "./agreement.ts";
import type { ClaimValue, ReadValue } from "./agreement.ts";
import type { FieldType } from "./field-catalogue.ts";
import type { Confidence } from "./rows.ts";

/** What composing needs of a claim; a row of the store or of the shipped record with its key has more. */
export type Claim = {
  readonly key: string;
  readonly value: ClaimValue;
  readonly source: string;
  readonly confidence: Confidence;
  readonly language?: string | null;
  /** when the source was published (EDTF) */
  readonly published?: string | null;
  /** when the claim was entered */
  readonly recordedAt?: Date | string | null;
};

/**
 * A person's word on which claim is shown. What was new to them is told by the keys they saw, or else by the moment:
 * claims entered after `at`.
 */
export type FieldDecision = {
  readonly claim: string;
  readonly at?: Date | string;
  readonly considered?: readonly string[];
  readonly withdrawn?: boolean;
};

/** Claims that agree among themselves. A vague claim may stand in several parties: May supports the 11th and the 20th. */
export type Party<C extends Claim = Claim> = { readonly shown: C; readonly claims: readonly C[]; readonly sources: number };

export type ComposedField<C extends Claim = Claim> = {
  readonly kind: "composed";
  /** unknown: no claim; one: one source; agree: several sources agree; differ: some do not; decided: a person chose */
  readonly state: "unknown" | "one" | "agree" | "differ" | "decided";
  readonly shown: C | null;
  /** distinct sources of all claims */
  readonly sources: number;
  /** the first is the one shown, unless a person chose another */
  readonly parties: readonly Party<C>[];
  /** whether they differ, also where a person decided */
  readonly conflict: boolean;
  /** claims that came after the decision: it returns to the worklist */
  readonly newSince: readonly C[];
};

/**
 * One field as one viewer sees it, from the claims that they may read.
 *
 * When they differ, nothing is hidden and nothing is overwritten: every claim is in a party. Shown is, of the party with the
 * most distinct sources, its most precise claim; equals are ordered by confidence, then the later published, then the key.
 * Equal parties are ordered by the same on the claims they show, except precision: a sharper claim is no truer. The order in which
 * claims come does not matter. A decision counts while it stands and its claim is among those given.
 */
export function composeField<C extends Claim>(type: FieldType, claims: readonly C[], decision?: FieldDecision | null): ComposedField<C> {
  const sources = countSources(claims);
  const first = claims[0];
  if (first === undefined) return { kind: "composed", state: "unknown", shown: null, sources: 0, parties: [], conflict: false, newSince: [] };
  const parties: readonly Party<C>[] = claims.length === 1 ? [{ shown: first, claims, sources }] : partiesOf(type, claims);
  const conflict = parties.length > 1;

  const decided = decision === undefined || decision === null || decision.withdrawn === true ? undefined : claims.find((c) => c.key === decision.claim);
  if (decision && decided !== undefined) {
    const newSince = claims.filter((c) => c !== decided && isNew(c, decision));
    return { kind: "composed", state: "decided", shown: decided, sources, parties, conflict, newSince };
  }
  const state = conflict ? "differ" : sources > 1 ? "agree" : "one";
  return { kind: "composed", state, shown: parties[0]?.shown ?? first, sources, parties, conflict, newSince: [] };
}

/** A name in each language it is claimed in ("und" where none is stated): languages do not conflict with one another. */
export function composeByLanguage<C extends Claim>(claims: readonly C[], decisions?: ReadonlyMap<string, FieldDecision>): ReadonlyMap<string, ComposedField<C>> {
  const byLanguage = Map.groupBy(claims, (c) => c.language ?? "und");
  return new Map([...byLanguage].map(([language, some]) => [language, composeField("name", some, decisions?.get(language))]));
}

function isNew(claim: Claim, decision: FieldDecision): boolean {
  if (decision.considered !== undefined) return !decision.considered.includes(claim.key);
  if (decision.at === undefined || claim.recordedAt === undefined || claim.recordedAt === null) return false;
  return new Date(claim.recordedAt).getTime() > new Date(decision.at).getTime();
}

/** A claim whose value was read once; `width` is the days that a date leaves open. */
type Read<C extends Claim> = { readonly claim: C; readonly value: ReadValue; readonly width: number };

function partiesOf<C extends Claim>(type: FieldType, claims: readonly C[]): Party<C>[] {
  const sharpestFirst = claims
    .map((claim): Read<C> => {
      const value = readValue(type, claim.value);
      return { claim, value, width: widthOf(value) };
    })
    .sort((a, b) => (a.width < b.width ? -1 : a.width > b.width ? 1 : preferred(a.claim, b.claim)));
  const groups: { first: Read<C>; all: Read<C>[] }[] = [];
  for (const next of sharpestFirst) {
    const joined = groups.filter(({ all }) => all.every((member) => agreeRead(member.value, next.value)));
    for (const { all } of joined) all.push(next);
    if (joined.length === 0) groups.push({ first: next, all: [next] });
  }
  return groups
    .map(({ first, all }): Party<C> => {
      const members = all.map((r) => r.claim);
      return { shown: first.claim, claims: members, sources: countSources(members) };
    })
    .sort((a, b) => b.sources - a.sources || preferred(a.shown, b.shown));
}

const sureness: Readonly<Record<Confidence, number>> = { verified: 0, reported: 1, uncertain: 2 };

function preferred(a: Claim, b: Claim): number {
  return sureness[a.confidence] - sureness[b.confidence] || laterFirst(a.published, b.published) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

function laterFirst(a: string | null | undefined, b: string | null | undefined): number {
  if (a === b) return 0;
  const [x, y] = [a ? tryParseEdtf(a) : null, b ? tryParseEdtf(b) : null];
  if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
  return compareEdtf(y, x);
}

/** A qualified date counts as a little wider than a plain one; what has no width is 0, what is no date is last. */
function widthOf(value: ReadValue): number {
  if (value.kind === "alias") return 0;
  if (value.kind === "plain") return value.text.startsWith("odd ") ? Infinity : 0;
  const { date } = value;
  const vague = date.shape === "interval" ? open(date.start) + open(date.end) : open(date.start);
  return vague + (date.approximate ? 0.5 : 0) + (date.uncertain ? 0.25 : 0);
}

/** Wider than any stretch of days that the record's years can hold. */
const endless = 1e7;

/** The days between two bounds. A stretch open on one side is wider than any that is not, and the tighter the earlier it ends or the later it begins. */
function open({ notBefore, notAfter }: DayBounds): number {
  if (notBefore !== null && notAfter !== null) return notAfter - notBefore;
  if (notAfter !== null) return endless + notAfter;
  return notBefore === null ? Infinity : endless - notBefore;
}

function countSources(claims: readonly Claim[]): number {
  return new Set(claims.map((c) => c.source)).size;
}
