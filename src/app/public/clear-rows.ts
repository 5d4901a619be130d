import { fieldTypeOf } from "../../record/field-type.ts";
import type { Report } from "../../initiatives/report.ts";
import type { Reader } from "../../store/open-store.ts";
import type { App } from "../app.ts";

const pageSize = 500;
/** Index of CLEAR in marking/tlp.ts. The anonymous visitor reads nothing above it; asked for by name all the same, so that a mistake in either costs nothing. */
const clear = 0;

/** A source that stands beside every row that rests on it. Null: not stated. */
export type ClearSource = { readonly id: string; readonly title: string; readonly publisher: string | null; readonly url: string | null; readonly published: string | null; readonly licence: string | null; readonly language: string | null };
/** `isRef`: the value names other records by their ids. */
export type ClearClaim = {
  readonly id: string; readonly record: string; readonly kind: string; readonly field: string; readonly language: string | null; readonly value: unknown; readonly isRef: boolean;
  readonly confidence: string; readonly locator: string | null; readonly quote: string | null; readonly source: ClearSource;
};
export type ClearRecord = { readonly id: string; readonly kind: string };

/** Reads in pages by id, each as the anonymous visitor: a marking that is raised meanwhile ends it. @throws sign-in-needed where the public view is closed */
async function* paged<Row extends { readonly id: string }>(app: App, read: (reader: Reader, after: string | null) => Promise<readonly Row[]>): AsyncGenerator<Row> {
  for (let after: string | null | undefined = null; after !== undefined; ) {
    const from: string | null = after;
    const page: readonly Row[] = await app.store.read(null, (reader) => read(reader, from));
    yield* page;
    after = page.length < pageSize ? undefined : page.at(-1)?.id;
  }
}

/** Every record that is CLEAR, by id. */
export function clearRecords(app: App): AsyncGenerator<ClearRecord> {
  return paged(app, ({ db }, after) =>
    db.selectFrom("record").innerJoin("visibility_class as v", "v.id", "record.class_id").select(["record.id", "record.kind"]).where("v.tlp", "=", clear)
      .$if(after !== null, (q) => q.where("record.id", ">", after ?? "")).orderBy("record.id").limit(pageSize).execute(),
  );
}

/** Every standing claim that is CLEAR, on a record and from a source that are. */
export async function* clearClaims(app: App): AsyncGenerator<ClearClaim> {
  const rows = paged(app, ({ db }, after) =>
    db.selectFrom("claim as c").innerJoin("record as r", "r.id", "c.record_id").innerJoin("source as s", "s.id", "c.source_id")
      .innerJoin("visibility_class as v", "v.id", "c.class_id").innerJoin("visibility_class as vr", "vr.id", "r.class_id").innerJoin("visibility_class as vs", "vs.id", "s.class_id")
      .select(["c.id", "c.record_id", "r.kind", "c.field", "c.language", "c.value", "c.confidence", "c.locator", "c.quote", "s.id as source_id", "s.title", "s.publisher", "s.url", "s.published", "s.licence", "s.language as source_language"])
      .where("c.withdrawn_at", "is", null).where("v.tlp", "=", clear).where("vr.tlp", "=", clear).where("vs.tlp", "=", clear)
      .$if(after !== null, (q) => q.where("c.id", ">", after ?? "")).orderBy("c.id").limit(pageSize).execute(),
  );
  for await (const c of rows) {
    const type = fieldTypeOf(c.kind, c.field);
    yield {
      id: c.id, record: c.record_id, kind: c.kind, field: c.field, language: c.language, value: c.value, isRef: type === "ref" || type === "refs", confidence: c.confidence, locator: c.locator, quote: c.quote,
      source: { id: c.source_id, title: c.title, publisher: c.publisher, url: c.url, published: c.published, licence: c.licence, language: c.source_language },
    };
  }
}

/** Every source that is CLEAR. */
export function clearSources(app: App): AsyncGenerator<ClearSource> {
  return paged(app, ({ db }, after) =>
    db.selectFrom("source as s").innerJoin("visibility_class as v", "v.id", "s.class_id").select(["s.id", "s.title", "s.publisher", "s.url", "s.published", "s.licence", "s.language"]).where("v.tlp", "=", clear)
      .$if(after !== null, (q) => q.where("s.id", ">", after ?? "")).orderBy("s.id").limit(pageSize).execute(),
  );
}

/** The newest version of every report that is CLEAR; where it does not say itself what it is from, its source does. Where it was read stays here. */
export async function* clearReports(app: App): AsyncGenerator<{ readonly id: string; readonly report: Report }> {
  const rows = paged(app, ({ db }, after) =>
    db.selectFrom("report as r").innerJoin("visibility_class as v", "v.id", "r.class_id").leftJoin("source as s", "s.id", "r.source_id")
      .select(["r.id", "r.body", "s.title", "s.url", "s.licence"]).where("r.current", "=", true).where("v.tlp", "=", clear)
      .$if(after !== null, (q) => q.where("r.id", ">", after ?? "")).orderBy("r.id").limit(pageSize).execute(),
  );
  for await (const row of rows) {
    const body = row.body as Report;
    const source = body.published?.source ?? row.url ?? row.title ?? undefined;
    const licence = body.published?.licence ?? row.licence ?? undefined;
    const published = { ...body.published, ...(source === undefined ? {} : { source }), ...(licence === undefined ? {} : { licence }) };
    yield { id: row.id, report: { ...body, published } };
  }
}
