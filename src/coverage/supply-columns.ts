import type { AreaTable } from "./area-table.ts";
import type { Basis } from "./basis.ts";

/** What an initiative says about whom it is for. */
export const groupsNamed = 0;
/** Meets any group in full. */
export const groupsEveryone = 1;
/** Meets any group in half, labelled. */
export const groupsUnknown = 2;

/** Bits of `SupplyColumns.flags`. */
export const flagAssumedEnd = 1;
export const flagPlanned = 2;
/** Its money rests on a secondary reporter alone. */
export const flagSecondary = 4;

/**
 * Everything that initiatives contribute to a picture, as columns (struct of arrays).
 *
 * `n` initiatives in ascending order of id; a ragged list of initiative `i` lies in `xStart[i] … xStart[i + 1] - 1`.
 * Months are integers (months since 1970-01, as base/day gives them; the engine only counts them). Money is USD.
 */
export type SupplyColumns = {
  readonly kind: "supply";
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly areas: AreaTable;
  /** Dictionaries, each in ascending order. */
  readonly lines: readonly string[];
  readonly groups: readonly string[];
  readonly organisations: readonly string[];
  readonly classes: readonly string[];
  readonly families: readonly string[];

  /** Shares of an initiative sum to 1, less the share of its work that is on no line. */
  readonly lineStart: Uint32Array;
  readonly lineIndex: Uint16Array;
  readonly lineShare: Float64Array;
  /** Each place at its known level. Shares sum to 1. */
  readonly areaStart: Uint32Array;
  readonly areaIndex: Uint32Array;
  readonly areaShare: Float64Array;
  readonly groupKind: Uint8Array;
  readonly groupStart: Uint32Array;
  readonly groupIndex: Uint16Array;
  readonly groupShare: Float64Array;
  /** Who counts as an actor when crowding is measured. Shares sum to 1. */
  readonly organisationStart: Uint32Array;
  readonly organisationIndex: Uint32Array;
  readonly organisationShare: Float64Array;

  /** Calendar months touched, both inclusive. `last < first`: months unknown, takes no part. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly flags: Uint8Array;
  /** NaN is unknown: presence, never zero. */
  readonly money: Readonly<Record<Basis, Float64Array>>;
  /** Published budget periods: months inclusive, and USD of the whole period. */
  readonly periodStart: Uint32Array;
  readonly periodFirst: Int32Array;
  readonly periodLast: Int32Array;
  readonly periodUsd: Float64Array;
  /** Index of the visibility class. */
  readonly visibilityClass: Uint16Array;
  /** Initiatives of one family (phases, parent and child, co-funding of one programme) never overlap. -1: of none. */
  readonly family: Int32Array;
};

/** One initiative as a caller or a test writes it. */
export type SupplyRow = {
  readonly id: string;
  /** "other" is not a line: its share is kept out of overlap and gap. No shares given: equal. */
  readonly lines: readonly (string | { readonly line: string; readonly share: number })[];
  /** Codes of the area table. No shares given: equal. */
  readonly areas: readonly (string | { readonly area: string; readonly share: number })[];
  readonly groups: "everyone" | "unknown" | readonly (string | { readonly group: string; readonly share: number })[];
  /** Inclusive; absent when the months are not known. */
  readonly months?: readonly [first: number, last: number];
  readonly assumedEnd?: boolean;
  readonly planned?: boolean;
  readonly secondary?: boolean;
  /** USD per basis. Absent, null, not finite, zero or less: unknown. */
  readonly money?: Readonly<Partial<Record<Basis, number | null>>>;
  readonly periods?: readonly { readonly first: number; readonly last: number; readonly usd: number }[];
  readonly organisations?: readonly (string | { readonly organisation: string; readonly share: number })[];
  readonly visibilityClass?: string;
  readonly family?: string;
};
