import { fault } from "../../base/errors.ts";
import { printTlp, type Tlp, tlps } from "../../marking/tlp.ts";
import { fieldTypeOf } from "../../record/field-type.ts";
import { claimsFromSource } from "../../store/queries/claim-rows.ts";
import type { Reader } from "../../store/open-store.ts";
import { sourceLines } from "../../store/queries/source-rows.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { asking, type Wanted } from "./asking.ts";
import { readSheet } from "./claim-sheet.ts";
import { shownValue } from "./claim-value.ts";
import { labelsOf } from "./labels-of.ts";
import { refIds } from "./proofed.ts";
import { whoDid } from "./who-did.ts";
import { textOrder } from "./text-order.ts";

export type SourcesWanted = Wanted & {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly q?: string | undefined;
};

/** Sources in order of title, a page of them. @throws bad-input for a cursor that is none of ours */
export async function listSources(app: App, secret: string | null, wanted: SourcesWanted) {
  return app.store.read(secret, async (reader) => {
    const q = wanted.q?.trim() ?? "";
    const { rows, total, classes } = await sourceLines(reader.db, {
      q: q === "" ? null : q,
      after: readCursor(wanted.cursor),
      limit: wanted.limit,
    });
    const page = rows.slice(0, wanted.limit);
    const last = page.at(-1);
    return {
      items: page.map((s) => ({
        id: s.id,
        title: s.title,
        publisher: s.publisher,
        url: s.url,
        published: s.published,
        language: s.language,
        licence: s.licence,
        claims: s.claims,
        reports: s.reports,
        tlp: printTlp(tlps[s.tlp] as Tlp) as `TLP:${Tlp}`,
      })),
      total,
      next:
        last !== undefined && rows.length > page.length
          ? Buffer.from(JSON.stringify([last.place, last.id]), "utf8").toString("base64url")
          : null,
      marking: await markingOf(reader, classes, wanted.languages),
    };
  });
}

function readCursor(cursor: string | undefined): { place: string; id: string } | null {
  if (cursor === undefined) return null;
  const bad = fault("bad-input", { path: "cursor", found: cursor.slice(0, 80), expected: "the next of a page before" });
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw bad;
  }
  if (
    !Array.isArray(read) ||
    typeof read[0] !== "string" ||
    typeof read[1] !== "string" ||
    !/^[0-9a-f-]{36}$/.test(read[1])
  )
    throw bad;
  return { place: read[0], id: read[1] };
}

/** One source and what stands on it, by record. @throws not-found */
export async function sourcePage(app: App, secret: string | null, id: string, wanted: Wanted) {
  return app.store.read(secret, (reader) => readSourcePage(app, reader, id, wanted));
}

/** The same inside a transaction that is open already: what a write answers with. */
export async function readSourcePage(app: App, reader: Pick<Reader, "db" | "viewer">, id: string, wanted: Wanted) {
  const ask = asking(app, reader, wanted);
  const compareText = textOrder(ask.languages);
  const source = await reader.db.selectFrom("source").selectAll().where("id", "=", id).executeTakeFirst();
  if (source === undefined) throw fault("not-found");
  ask.used.add(source.class_id);
  const rows = await claimsFromSource(reader.db, id);
  for (const c of rows) ask.used.add(c.class_id);
  // Every claim on those fields, to know which is shown.
  const records = [...new Set(rows.map((c) => c.record_id))];
  const first = await labelsOf(ask, records);
  const kindOf = (record: string) => first.get(record)?.kind ?? "";
  const isRef = (record: string, field: string) => ["ref", "refs"].includes(fieldTypeOf(kindOf(record), field) ?? "");
  const refs = await labelsOf(
    ask,
    rows.flatMap((c) => (isRef(c.record_id, c.field) ? refIds(c.value) : [])),
  );
  const sheet = await readSheet(ask, records, [...new Set(rows.map((c) => c.field))]);
  const isShown = (record: string, field: string, language: string | null, claim: string) => {
    const type = fieldTypeOf(kindOf(record), field);
    if (type === "alias") return true;
    const composed =
      type === "name"
        ? sheet.inLanguages(record, field).get(language ?? "und")
        : sheet.field(record, kindOf(record), field);
    return composed?.shown?.key === claim;
  };
  const signs = await whoDid(ask, [source.created_by], source.created_by === null ? [] : [source.owner_id]);
  return {
    id,
    title: source.title,
    publisher: source.publisher,
    url: source.url,
    published: source.published,
    language: source.language,
    licence: source.licence,
    note: source.note,
    text: source.body,
    added: { by: signs(source.created_by, source.owner_id), at: source.created_at.toISOString() },
    stands: [...Map.groupBy(rows, (c) => c.record_id)]
      .flatMap(([record, claims]) => {
        const label = first.get(record);
        return label
          ? [
              {
                record: { kind: label.kind, id: record, name: label.name },
                claims: claims.map((c) => ({
                  id: c.id,
                  field: c.field,
                  text: shownValue(label.kind, c, refs).text,
                  locator: c.locator,
                  quote: c.quote,
                  shown: isShown(record, c.field, c.language, c.id),
                })),
              },
            ]
          : [];
      })
      .toSorted(
        (a, b) =>
          compareText(a.record.kind, b.record.kind) ||
          compareText(a.record.name.text, b.record.name.text) ||
          (a.record.id < b.record.id ? -1 : 1),
      ),
    marking: await markingOf(reader, ask.used, ask.languages),
  };
}
