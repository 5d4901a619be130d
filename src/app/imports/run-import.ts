import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { fault, isFault } from "../../base/errors.ts";
import { countTables } from "../../store/queries/count-tables.ts";
import { insertFaults } from "../../store/queries/import-faults.ts";
import { notAwaited } from "../../store/queries/not-awaited.ts";
import { writeEncodedBatch } from "../../store/queries/report-batch.ts";
import type { App } from "../app.ts";
import { type ImportBatch, type ImportSource, readBatches } from "./read-batches.ts";
import { readElsewhere } from "./read-elsewhere.ts";
import { uploadPath } from "./start-import.ts";

export type ImportProgress = { readonly bytes: number; readonly size: number; readonly seen: number };
export type RunOptions = { readonly progress?: (at: ImportProgress) => void };

/** From so many reports on, what was counted of the tables before says too little of them. */
const countFrom = 1_000;

/** From this size on a file is worth a thread of its own. */
const threadFrom = 1_000_000;

/**
 * Reads an import's file to its end, a batch at a time, each batch in one transaction with its faults, its progress and its audit entry.
 * Cut off at any moment, it is run again from the start of the file and changes nothing twice. Does nothing when another process is at
 * it, or when it has ended.
 *
 * Works without a viewer, on what start-import allowed: the owner and the class of the reports stand in the import.
 */
export async function runImport(app: App, importId: string, stop: AbortSignal, options: RunOptions = {}): Promise<void> {
  await app.store.alone(`import ${importId}`, () => run(app, importId, stop, options));
}

async function run(app: App, importId: string, stop: AbortSignal, { progress }: RunOptions): Promise<void> {
  const job = await app.store.system(null, async ({ db }) => {
    await db
      .updateTable("import")
      .set({ state: "running", seen: 0, added: 0, superseded: 0, older: 0, unchanged: 0, set_aside: 0, warnings: 0, bytes_read: "0" })
      .where("id", "=", importId)
      .where("state", "in", ["waiting", "running"])
      .execute();
    return db.selectFrom("import").selectAll().where("id", "=", importId).executeTakeFirst();
  });
  if (job?.state !== "running") return;
  const size = Number(job.file_bytes);
  const counts = { seen: 0, added: 0, superseded: 0, older: 0, unchanged: 0, set_aside: 0, warnings: 0 };
  let faultsBefore = 0;

  const write = async (batch: ImportBatch | null): Promise<void> => {
    const entry = batch === null || batch.reports.length > 0;
    await app.store.system(entry ? { act: "import-reports" } : null, async (writer) => {
      // Nobody is told of a batch but by the import's own end, which waits for the disk and takes all before it along.
      if (batch !== null) await notAwaited(writer);
      const outcome = await writeEncodedBatch(writer, { ownerId: job.owner_id, classId: job.report_class_id, importId, sourceId: null }, batch?.reports ?? []);
      if (batch !== null) await insertFaults(writer, { importId, classId: job.class_id, from: faultsBefore }, batch.faults);
      for (const kind of ["added", "superseded", "older", "unchanged"] as const) counts[kind] += outcome[kind];
      counts.seen += (batch?.reports.length ?? 0) + (batch?.setAside ?? 0);
      counts.set_aside += batch?.setAside ?? 0;
      counts.warnings += batch?.warnings ?? 0;
      await writer.db
        .updateTable("import")
        .set({ ...counts, bytes_read: String(batch?.bytes ?? size), ...(batch === null ? { state: "done" as const, finished_at: app.now() } : {}) })
        .where("id", "=", importId)
        .execute();
      if (entry) writer.note({ recordIds: [importId, ...outcome.ids], classId: job.report_class_id, before: null, after: { import: importId, by: job.account_id, ...counts, finished: batch === null }, told: batch === null ? [{ kind: "import", id: importId, classId: job.class_id }, { kind: "reports", id: importId, classId: job.report_class_id }] : [] });
    });
    faultsBefore += batch?.faults.length ?? 0;
    progress?.({ bytes: batch?.bytes ?? size, size, seen: counts.seen });
  };

  try {
    const source: ImportSource = { path: uploadPath(app, importId), file: job.file_name, format: job.format ?? "" };
    if (!existsSync(source.path)) throw fault("not-found", { file: job.file_name });
    for await (const batch of size < threadFrom ? readBatches(app, source) : readElsewhere(app.coalition.folder, source)) {
      if (stop.aborted) return;
      await write(batch);
    }
    await write(null);
    if (counts.added + counts.superseded >= countFrom) await app.store.system(null, countTables);
    await rm(uploadPath(app, importId), { force: true });
  } catch (error) {
    const problem = isFault(error) ? { code: error.code, params: error.params } : { code: "internal", params: {} };
    await app.store.system({ act: "import-failed" }, async (writer) => {
      await writer.db.updateTable("import").set({ state: "failed", problem: JSON.stringify(problem), finished_at: app.now() }).where("id", "=", importId).execute();
      writer.note({ recordIds: [importId], classId: job.class_id, before: null, after: problem, told: [{ kind: "import", id: importId, classId: job.class_id }] });
    });
    if (!isFault(error)) throw error;
  }
}

/** Imports that were waiting or under way when the process ended, oldest first. */
export async function unfinishedImports(app: App): Promise<readonly string[]> {
  const rows = await app.store.system(null, ({ db }) => db.selectFrom("import").select("id").where("state", "in", ["waiting", "running"]).orderBy("created_at").execute());
  return rows.map((r) => r.id);
}
