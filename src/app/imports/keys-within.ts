import type { Organisation, Report } from "../../initiatives/report.ts";
import { keyOf } from "./key-of.ts";

/**
 * The key of an organisation as one report means it: named here without a reference and there with one, it is the same. Else a funder that a
 * report names by reference as reporter and by name as payer would be two funders, and its money counted twice. A name that
 * stands beside two references stays a name.
 */
export function keysWithin(report: Report): (organisation: Organisation) => string {
  const all = [report.reporter, ...report.parties, ...report.money.flatMap((m) => [m.provider, m.receiver])].filter((o): o is Organisation => o !== undefined);
  const bare = (o: Organisation) => (o.ref?.trim() ?? "") === "";
  if (!all.some((o) => bare(o) && o.name !== undefined)) return keyOf;
  const refs = new Map<string, string | null>();
  for (const o of all) {
    if (bare(o) || o.name === undefined) continue;
    const name = keyOf({ name: o.name });
    const ref = keyOf(o);
    refs.set(name, refs.has(name) && refs.get(name) !== ref ? null : ref);
  }
  return (o) => {
    const key = keyOf(o);
    return bare(o) ? (refs.get(key) ?? key) : key;
  };
}
