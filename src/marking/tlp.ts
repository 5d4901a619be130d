import { fault } from "../base/errors.ts";

/**
 * The Traffic Light Protocol, version 2.0 (FIRST, 2022): how far something may be passed on, from least to most
 * restricted. Who may read it here is the circle's matter (see class.ts).
 */
export const tlps = ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"] as const;
export type Tlp = (typeof tlps)[number];

/** 0 for CLEAR to 4 for RED; the same numbers order the database's rows. */
export function tlpRank(tlp: Tlp): number {
  return tlps.indexOf(tlp);
}

export function compareTlp(a: Tlp, b: Tlp): number {
  return tlpRank(a) - tlpRank(b);
}

/** The most restricted of them; CLEAR of none. */
export function highestTlp(all: Iterable<Tlp>): Tlp {
  let highest: Tlp = "CLEAR";
  for (const tlp of all) if (compareTlp(tlp, highest) > 0) highest = tlp;
  return highest;
}

/** As the standard writes it: `TLP:AMBER+STRICT`. */
export function printTlp(tlp: Tlp): string {
  return `TLP:${tlp}`;
}

/**
 * Reads a label in any case, with or without `TLP:`. `WHITE` of version 1 is CLEAR.
 *
 * @throws fault "marking-invalid" {found, expected}
 */
export function parseTlp(text: string): Tlp {
  const bare = text.trim().toUpperCase().replace(/^TLP:\s*/, "").replace(/\s*\+\s*/, "+");
  const name = bare === "WHITE" ? "CLEAR" : bare;
  const tlp = tlps.find((t) => t === name);
  if (tlp === undefined) throw fault("marking-invalid", { found: text, expected: tlps.map(printTlp).join(", ") });
  return tlp;
}
