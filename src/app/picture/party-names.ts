import { organisationKey } from "../../initiatives/organisation-key.ts";
import type { Organisation } from "../../initiatives/report.ts";
import type { ReportBody } from "../../store/queries/report-bodies.ts";
import { type OrganisationRef, organisationRef } from "./references.ts";

/** Organisations as reports name them, by key: the first name that any of them gives. */
export function partyNames(bodies: readonly ReportBody[]): (key: string) => OrganisationRef {
  const known = new Map<string, Organisation>();
  const add = (o: Organisation | undefined) => {
    if (o === undefined) return;
    const key = organisationKey(o);
    if (key !== "" && (!known.has(key) || (known.get(key)?.name === undefined && o.name !== undefined))) known.set(key, o);
  };
  for (const { body } of bodies) {
    add(body.reporter);
    body.parties.forEach(add);
    for (const m of body.money) [m.provider, m.receiver].forEach(add);
  }
  return (key) => organisationRef(key, known.get(key)?.ref ?? null, known.get(key)?.name ?? null);
}
