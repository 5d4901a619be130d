import type { components } from "../generated/api.d.ts";

/** The shapes of the API, generated from its description, under the names that it gives them. */
type Shapes = components["schemas"];
export type AreaCell = Shapes["AreaCell"];
export type AreaPage = Shapes["AreaPage"];
export type AreaRef = Shapes["AreaRef"];
export type Basis = Shapes["Basis"];
export type Claim = Shapes["Claim"];
export type Coalition = Shapes["Coalition"];
export type Contribution = Shapes["Contribution"];
export type Demonstration = Shapes["Demonstration"];
export type FieldClaims = Shapes["FieldClaims"];
export type FindingChange = Shapes["FindingChange"];
export type GapCell = Shapes["GapCell"];
export type GapDecision = Shapes["GapDecision"];
export type GapItem = Shapes["GapItem"];
export type Held = Shapes["Held"];
export type Initiative = Shapes["Initiative"];
export type InitiativeItem = Shapes["InitiativeItem"];
export type InitiativeList = Shapes["InitiativeList"];
export type InitiativeRef = Shapes["InitiativeRef"];
export type Line = Shapes["Line"];
export type Marking = Shapes["Marking"];
export type Name = Shapes["Name"];
export type OverlapItem = Shapes["OverlapItem"];
export type OverlapList = Shapes["OverlapList"];
export type OverlapPair = Shapes["OverlapPair"];
export type PairDecision = Shapes["PairDecision"];
export type OwnAccount = Shapes["OwnAccount"];
export type Picture = Shapes["Picture"];
export type Problem = Shapes["Problem"];
export type ProofState = Shapes["ProofState"];
export type Ref = Shapes["Ref"];
export type ReportColumn = Shapes["ReportColumn"];
export type ReportRef = Shapes["ReportRef"];
export type Session = Shapes["Session"];
export type ChangeList = Shapes["ChangeList"];
export type HomeAnswer = Shapes["HomeAnswer"];
export type WorkItem = Shapes["WorkItem"];
export type Worklist = Shapes["Worklist"];
export type Ways = Shapes["Ways"];
export type Tlp = Shapes["Tlp"];

/** A value with its proof, whatever the value is. */
export type Proofed<T> = {
  readonly value: T | null;
  readonly state: ProofState;
  readonly claimsHref: string | null;
  readonly sources: number;
};
