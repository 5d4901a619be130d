import { canonicalJson } from "../../audit/canonical-json.ts";
import type { Report } from "../../initiatives/report.ts";

export type FieldName = "title" | "description" | "status" | "start" | "end" | "parties" | "sectors" | "lines" | "countries" | "locations" | "groups" | "money" | "related";
export type FieldValue = { text: string; language: string | null; code: string | null; percent: number | null };

/** What one report says, field by field, ready to be set beside another's. */
export function reportFields(body: Report, lines: readonly { readonly line: string; readonly share: number }[]): { field: FieldName; values: FieldValue[] }[] {
  const value = (text: string, more: Partial<FieldValue> = {}): FieldValue => ({ text, language: null, code: null, percent: null, ...more });
  const { dates } = body;
  const words = (map: Readonly<Record<string, string>> | undefined) => Object.entries(map ?? {}).map(([language, text]) => value(text, { language }));
  const organisation = (o: { readonly name?: string; readonly ref?: string }) => o.name ?? o.ref ?? "";
  return [
    { field: "title", values: words(body.title) },
    { field: "description", values: words(body.description) },
    { field: "status", values: body.status === undefined ? [] : [value(body.status, { code: body.status })] },
    { field: "start", values: [dates.actualStart ?? dates.plannedStart].filter((d) => d !== undefined).map((d) => value(d)) },
    { field: "end", values: [dates.actualEnd ?? dates.plannedEnd].filter((d) => d !== undefined).map((d) => value(d)) },
    { field: "parties", values: body.parties.map((p) => value(organisation(p), { code: p.role })) },
    { field: "sectors", values: body.sectors.map((s) => value(s.name ?? s.code, { code: `${s.vocabulary}:${s.code}`, percent: s.percent ?? null })) },
    { field: "lines", values: lines.map((l) => value(l.line, { code: l.line, percent: Math.round(l.share * 1000) / 10 })) },
    { field: "countries", values: body.countries.map((c) => value(c.code, { code: c.code, percent: c.percent ?? null })) },
    { field: "locations", values: body.locations.map((l) => value(l.name ?? (l.latitude === undefined ? "" : `${l.latitude}, ${l.longitude}`), { percent: l.percent ?? null })).filter((v) => v.text !== "") },
    { field: "groups", values: body.targetGroups.map((g) => value(g)) },
    { field: "money", values: body.money.slice(0, 12).map((m) => value(`${m.amount} ${m.currency ?? ""}`.trim(), { code: m.kind })) },
    { field: "related", values: body.related.map((r) => value(r.identifier, { code: r.type })) },
  ];
}

/** Which fields of a body two versions differ in. */
export function changedFields(older: Report, newer: Report): FieldName[] {
  const [a, b] = [reportFields(older, []), reportFields(newer, [])];
  return a.filter((f, k) => canonicalJson(f.values) !== canonicalJson(b[k]?.values ?? [])).map((f) => f.field);
}
