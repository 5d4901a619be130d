import { organisationKey } from "../../initiatives/organisation-key.ts";
import type { Organisation } from "../../initiatives/report.ts";

const known = new Map<string, string>();
const mostKnown = 20_000;

/** organisationKey, worked out once for each name: a file names the same few organisations thousands of times. */
export function keyOf(organisation: Organisation): string {
  const ref = organisation.ref?.trim() ?? "";
  if (ref !== "" || organisation.name === undefined) return organisationKey(organisation);
  const held = known.get(organisation.name);
  if (held !== undefined) return held;
  const key = organisationKey(organisation);
  if (known.size >= mostKnown) known.clear();
  known.set(organisation.name, key);
  return key;
}
