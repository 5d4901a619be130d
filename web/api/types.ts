/** The shapes of the API, under the names its description gives them. */
export type { AreaRef, Basis, Line, Marking, Name, ProofState, Ref, Tlp } from "../../src/api/schemas/common.ts";
export type { Session } from "../../src/api/schemas/session.ts";
export type { Coalition } from "../../src/api/schemas/coalition.ts";
export type { AreaCell, Picture } from "../../src/api/schemas/picture.ts";
export type { AreaPage } from "../../src/api/schemas/area.ts";
export type { Contribution, InitiativeRef, ReportRef } from "../../src/api/schemas/contributions.ts";
export type { GapCell, GapItem, GapList, Knowledge, Need, Threat } from "../../src/api/schemas/gaps.ts";
export type { OverlapItem, OverlapList, OverlapPair } from "../../src/api/schemas/overlaps.ts";
export type { Initiative, InitiativeItem, InitiativeList, MoneyStatement, ReportColumn } from "../../src/api/schemas/initiatives.ts";
export type { Claim, ClaimValue, FieldClaims } from "../../src/api/schemas/claims.ts";
export type { SourceRef } from "../../src/api/schemas/sources.ts";
export type { Problem } from "../../src/api/schemas/problem.ts";
export type { AsOfAnswer, BodyPage, End, Held, MeetingItem, MeetingPage, MemberPage, OfficeHeld } from "../../src/api/schemas/record.ts";

/** A value with its proof, whatever the value is. */
export type Proofed<T> = {
  readonly value: T | null;
  readonly state: "one" | "agree" | "differ" | "decided" | "unknown";
  readonly claimsHref: string | null;
  readonly sources: number;
};
