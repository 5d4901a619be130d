import { fault } from "../../base/errors.ts";
import type { Reader } from "../../store/open-store.ts";
import type { App } from "../app.ts";
import { type MarkingOf, markingOf } from "../marking-of.ts";
import type { Words } from "../words.ts";

export type FaultLine = {
  readonly severity: "error" | "warning"; readonly file: string; readonly line: number; readonly column: number | null; readonly path: string; readonly code: string;
  readonly found: string; readonly expected: string; readonly identifier: string | null; readonly hasRaw: boolean;
};

export type ImportJob = {
  readonly id: string; readonly file: string; readonly size: number; readonly done: number; readonly format: string | null;
  readonly state: "waiting" | "reading" | "done" | "failed";
  readonly by: Words | null; readonly marking: MarkingOf; readonly started: string; readonly finished: string | null;
  readonly counts: { readonly read: number; readonly added: number; readonly superseded: number; readonly unchanged: number; readonly older: number; readonly setAside: number; readonly warnings: number };
  readonly rate: number | null; readonly faults: FaultLine[];
  readonly problem: { readonly code: string; readonly params: Record<string, string | number | boolean> } | null;
  readonly effect: null; readonly summaryHref: string; readonly mayResume: boolean;
};

const firstFaults = 20;

/** How far an import is, and what was wrong so far. @throws not-found, also for one that this viewer may not see */
export async function readImport(app: App, secret: string | null, id: string, languages: readonly string[]): Promise<ImportJob> {
  return app.store.read(secret, async (reader) => {
    const [job] = await importJobs(reader, [id], languages);
    if (!job) throw fault("not-found");
    return job;
  });
}

export type ImportPage = { readonly items: ImportJob[]; readonly total: number; readonly next: string | null };

/** The viewer's imports, newest first. `cursor` is how many to pass over: imports are few. */
export async function listImports(app: App, secret: string | null, page: { cursor: number; limit: number }, languages: readonly string[]): Promise<ImportPage> {
  return app.store.read(secret, async (reader) => {
    const { n } = await reader.db.selectFrom("import").select((e) => e.fn.countAll<string>().as("n")).executeTakeFirstOrThrow();
    const rows = await reader.db.selectFrom("import").select("id").orderBy("created_at", "desc").orderBy("id").offset(page.cursor).limit(page.limit).execute();
    const items = await importJobs(reader, rows.map((r) => r.id), languages);
    const next = page.cursor + rows.length;
    return { items, total: Number(n), next: next < Number(n) && rows.length > 0 ? String(next) : null };
  });
}

export type FaultPage = { readonly items: FaultLine[]; readonly total: number; readonly next: string | null };

export async function listFaults(app: App, secret: string | null, id: string, page: { cursor: number; limit: number }): Promise<FaultPage> {
  return app.store.read(secret, async (reader) => {
    const job = await reader.db.selectFrom("import").select("file_name").where("id", "=", id).executeTakeFirst();
    if (!job) throw fault("not-found");
    const { n } = await reader.db.selectFrom("import_fault").select((e) => e.fn.countAll<string>().as("n")).where("import_id", "=", id).executeTakeFirstOrThrow();
    const items = await faultLines(reader, id, job.file_name, page.cursor, page.limit);
    const next = page.cursor + items.length;
    return { items, total: Number(n), next: next < Number(n) && items.length > 0 ? String(next) : null };
  });
}

/** The record that was set aside, as its own bytes said. @throws not-found */
export async function rawFault(app: App, secret: string | null, id: string, n: number): Promise<string> {
  return app.store.read(secret, async (reader) => {
    const row = await reader.db.selectFrom("import_fault").select("raw").where("import_id", "=", id).where("n", "=", n).executeTakeFirst();
    if (!row?.raw) throw fault("not-found");
    return row.raw;
  });
}

async function faultLines(reader: Reader, id: string, file: string, from: number, limit: number): Promise<FaultLine[]> {
  const rows = await reader.db
    .selectFrom("import_fault")
    .select(["severity", "line", "col", "path", "code", "found", "expected", "identifier", "also"])
    .select((e) => e("raw", "is not", null).as("has_raw"))
    .where("import_id", "=", id)
    .orderBy("n")
    .offset(from)
    .limit(limit)
    .execute();
  return rows.map((r) => ({ severity: r.severity, file, line: r.line, column: r.col, path: r.path, code: r.code, found: r.found, expected: r.expected, identifier: r.identifier, hasRaw: Boolean(r.has_raw) }));
}

/** Imports of these ids that the viewer may see, in that order. */
export async function importJobs(reader: Reader, ids: readonly string[], languages: readonly string[]): Promise<ImportJob[]> {
  if (ids.length === 0) return [];
  const rows = await reader.db.selectFrom("import").selectAll().where("id", "in", [...ids]).execute();
  const accountIds = rows.flatMap((r) => r.account_id ?? []);
  const accounts = accountIds.length === 0 ? [] : await reader.db.selectFrom("account").select(["id", "display_name"]).where("id", "in", accountIds).execute();
  const nameOf = new Map(accounts.map((a) => [a.id, a.display_name]));
  const made: ImportJob[] = [];
  for (const id of ids) {
    const r = rows.find((row) => row.id === id);
    if (!r) continue;
    const by = r.account_id === null ? undefined : nameOf.get(r.account_id);
    const params = Object.fromEntries(Object.entries(r.problem?.params ?? {}).map(([k, v]) => [k, typeof v === "number" || typeof v === "boolean" ? v : String(v)]));
    made.push({
      id, file: r.file_name, size: Number(r.file_bytes), done: Number(r.bytes_read), format: r.format,
      state: r.state === "running" ? "reading" : r.state,
      by: by === undefined ? null : { text: by, language: "und" },
      marking: await markingOf(reader, [r.report_class_id], languages),
      started: r.created_at.toISOString(), finished: r.finished_at?.toISOString() ?? null,
      counts: { read: r.seen, added: r.added, superseded: r.superseded, unchanged: r.unchanged, older: r.older, setAside: r.set_aside, warnings: r.warnings },
      rate: null, faults: await faultLines(reader, id, r.file_name, 0, firstFaults),
      problem: r.problem === null ? null : { code: r.problem.code, params },
      effect: null, summaryHref: `/api/imports/${id}/summary.csv`, mayResume: r.state === "failed",
    });
  }
  return made;
}
