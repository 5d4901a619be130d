import { matchedStretches } from "../../base/matched-stretches.ts";
import type { Words } from "../words.ts";
import type { HowMet, SearchKind } from "./search-kinds.ts";

/** Something that was found, ready to be shown. */
export type Found = {
  readonly kind: SearchKind;
  /** a code for an area, else an id */
  readonly id: string;
  readonly name: Words;
  /** stretches of the name to be marked: from, to (UTF-16) */
  readonly marks: [number, number][];
  /** other words by which it was found, when the name shows nothing of what was asked */
  readonly by: (Words & { readonly marks: [number, number][] }) | null;
  /** what it belongs to: a body, reporters, a publisher, a country */
  readonly of: Words[];
  /** EDTF */
  readonly date: string | null;
  /** ISO 3166-1 alpha-2 of a state, a code of an organisation or area, an identifier */
  readonly code: string | null;
  /** the page that shows it, where it has none of its own */
  readonly on: { readonly kind: "meeting" | "body" | "member"; readonly id: string } | null;
  readonly met: HowMet;
  /** of members: whether it is one today */
  readonly today: "yes" | "no" | "between" | null;
};

export type FoundGroup = { readonly kind: SearchKind; readonly total: number; readonly items: readonly Found[] };

export const marksIn = (text: string, asked: string): [number, number][] => matchedStretches(text, asked).map(([from, to]) => [from, to]);

/** The name with its marks; and what it was found by, when that is something else. */
export function named(name: Words, said: Words | null, asked: string): Pick<Found, "name" | "marks" | "by"> {
  const marks = marksIn(name.text, asked);
  const by = said === null || marks.length > 0 || said.text === name.text ? null : { ...said, marks: marksIn(said.text, asked) };
  return { name, marks, by };
}
