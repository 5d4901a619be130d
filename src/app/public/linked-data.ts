import type { Report } from "../../initiatives/report.ts";
import type { LdNode } from "../../formats/record-ld/write.ts";
import type { ClearClaim, ClearSource } from "./clear-rows.ts";

/** The type of schema.org that comes nearest to a kind of record; the kind itself stands beside it. */
const types: Readonly<Record<string, string>> = {
  member: "Organization", body: "Organization", person: "Person", membership: "OrganizationRole", office: "OrganizationRole", meeting: "Event", delegation: "Role", text: "CreativeWork", undertaking: "Action", count: "Observation",
};
export const recordType = (kind: string): string => types[kind] ?? "Thing";

const urn = (id: string) => ({ "@id": `urn:uuid:${id}` });
const stated = (parts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null && value !== undefined));

export function sourceNode(s: ClearSource): LdNode {
  return { ...urn(s.id), "@type": "CreativeWork", ...stated({ name: s.title, publisher: s.publisher, url: s.url, datePublished: s.published, inLanguage: s.language, license: s.licence }) };
}

/** One source's statement for one field: what it is about, what it says, and what it is from. */
export function claimNode(c: ClearClaim): LdNode {
  return {
    ...urn(c.id), "@type": "Claim", about: urn(c.record), additionalProperty: { "@type": "PropertyValue", propertyID: c.field, value: valueOf(c) }, isBasedOn: urn(c.source.id), citation: c.source.title,
    ...stated({ license: c.source.licence, confidence: c.confidence, pagination: c.locator, text: c.quote }),
  };
}

function valueOf(c: ClearClaim): unknown {
  if (c.isRef) return (Array.isArray(c.value) ? c.value : [c.value]).map((id) => urn(String(id)));
  if (typeof c.value === "object" && c.value !== null && "amount" in c.value && "currency" in c.value) return { "@type": "MonetaryAmount", value: c.value.amount, currency: c.value.currency };
  return c.language === null || typeof c.value !== "string" ? c.value : { "@value": c.value, "@language": c.language };
}

/** A report as a project of schema.org; all that it says stands in the CSV. Amounts stay decimal strings. */
export function reportNode(id: string, r: Report): LdNode {
  return {
    ...urn(id), "@type": "Project", identifier: r.identifier, name: Object.entries(r.title).map(([language, text]) => ({ "@value": text, "@language": language })),
    ...stated({
      parentOrganization: stated({ "@type": "Organization", identifier: r.reporter.ref, name: r.reporter.name }),
      creativeWorkStatus: r.status, startDate: r.dates.actualStart ?? r.dates.plannedStart, endDate: r.dates.actualEnd ?? r.dates.plannedEnd, dateModified: r.lastUpdated,
      areaServed: r.countries.length === 0 ? null : r.countries.map((c) => c.code),
      funder: r.parties.filter((p) => p.role === "funding").map((p) => stated({ "@type": "Organization", identifier: p.ref, name: p.name })),
      funding: r.money.map((m) => stated({ "@type": "MonetaryGrant", additionalType: m.kind, amount: stated({ "@type": "MonetaryAmount", value: m.amount, currency: m.currency }), validFrom: m.date ?? m.from, validThrough: m.to })),
      citation: r.published?.source, license: r.published?.licence, pagination: r.published?.locator,
    }),
  };
}
