import { normaliseName } from "../base/names.ts";
import type { Organisation } from "./report.ts";

/**
 * What an organisation is known by where nothing better links it: its reference, else its name without case, accents and
 * punctuation. Two reporters that give the same key are taken as one; a reference that is misused makes one of two (linkage mends that later).
 * Empty when neither is given.
 */
export function organisationKey(organisation: Organisation): string {
  const ref = organisation.ref?.trim().toUpperCase() ?? "";
  return ref !== "" ? ref : normaliseName(organisation.name ?? "");
}
