import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { fault, isFault } from "../../base/errors.ts";
import { formatNamed } from "../../formats/all-formats.ts";
import type { FormatItem } from "../../formats/format.ts";
import type { Fault } from "../../initiatives/report.ts";
import type { App } from "../app.ts";
import { type ReportColumns, writeReportBatch } from "../../store/queries/report-batch.ts";
import { reportColumns } from "./report-columns.ts";
import { uploadPath } from "./start-import.ts";

const batchSize = 400;

/**
 * Reads an import's file to its end, a batch at a time, each batch in one transaction with its faults, its progress and its
 * audit entry. Cut off at any moment, it is run again from the start of the file and changes nothing twice.
 *
 * Works without a viewer, on what start-import allowed: the owner and the class of the reports stand in the import.
 */
export async function runImport(app: App, importId: string, stop: AbortSignal): Promise<void> {
  const job = await app.store.system(null, async ({ db }) => {
    await db
      .updateTable("import")
      .set({ state: "running", seen: 0, added: 0, superseded: 0, older: 0, unchanged: 0, set_aside: 0, warnings: 0, bytes_read: "0" })
      .where("id", "=", importId)
      .execute();
    return db.selectFrom("import").selectAll().where("id", "=", importId).executeTakeFirstOrThrow();
  });
  const format = formatNamed(job.format ?? "");
  if (!format) throw fault("unsupported-format", { found: job.format, expected: "a format that this version reads" });

  const counts = { seen: 0, added: 0, superseded: 0, older: 0, unchanged: 0, set_aside: 0, warnings: 0 };
  let bytesRead = 0;
  let reports: ReportColumns[] = [];
  let faults: Fault[] = [];
  let faultsBefore = 0;

  const flush = async (last: boolean) => {
    await app.store.system(last || reports.length > 0 ? { act: "import-reports" } : null, async (writer) => {
      const outcome = await writeReportBatch(writer, { ownerId: job.owner_id, classId: job.report_class_id, importId, sourceId: null }, reports);
      for (const [i, f] of faults.entries()) {
        await writer.db
          .insertInto("import_fault")
          .values({
            import_id: importId, n: faultsBefore + i, class_id: job.class_id, severity: f.severity, code: f.code, line: f.line, col: f.column ?? null, path: f.path,
            found: printable(f.found), expected: f.expected, identifier: f.identifier === undefined ? null : printable(f.identifier), raw: f.raw === undefined ? null : printable(f.raw), also: f.also ? JSON.stringify(f.also) : null,
          })
          .onConflict((c) => c.doNothing())
          .execute();
      }
      counts.added += outcome.added;
      counts.superseded += outcome.superseded;
      counts.older += outcome.older;
      counts.unchanged += outcome.unchanged;
      await writer.db
        .updateTable("import")
        .set({ ...counts, bytes_read: String(last ? job.file_bytes : bytesRead), ...(last ? { state: "done" as const, finished_at: app.now() } : {}) })
        .where("id", "=", importId)
        .execute();
      if (!last && reports.length === 0) return;
      // How an import went is its owner's affair, also where its reports are published.
      writer.note({ recordIds: [importId], classId: job.class_id, before: null, after: { import: importId, by: job.account_id, ...counts, finished: last } });
      if (outcome.ids.length > 0) writer.note({ recordIds: outcome.ids, classId: job.report_class_id, before: null, after: { reports: outcome.ids.length } });
    });
    faultsBefore += faults.length;
    reports = [];
    faults = [];
  };

  try {
    for await (const item of format.read(createReadStream(uploadPath(app, importId)), { file: job.file_name }) as AsyncIterable<FormatItem>) {
      if (stop.aborted) return;
      if (item.kind === "progress") bytesRead = item.bytes;
      else if (item.kind === "report") {
        counts.seen++;
        reports.push(reportColumns(app, item.report));
      } else {
        faults.push(item.fault);
        if (item.fault.severity === "error") {
          counts.seen++;
          counts.set_aside++;
        } else counts.warnings++;
      }
      if (reports.length >= batchSize || faults.length >= batchSize) await flush(false);
    }
    await flush(true);
    await rm(uploadPath(app, importId), { force: true });
  } catch (error) {
    const problem = isFault(error) ? { code: error.code, params: error.params } : { code: "internal", params: {} };
    await app.store.system({ act: "import-failed" }, async (writer) => {
      await writer.db.updateTable("import").set({ state: "failed", problem: JSON.stringify(problem), finished_at: app.now() }).where("id", "=", importId).execute();
      writer.note({ recordIds: [importId], classId: job.class_id, before: null, after: problem });
    });
    if (!isFault(error)) throw error;
  }
}

/** PostgreSQL's text holds no NUL; what a file held in its place is shown as the replacement character. */
function printable(text: string): string {
  return text.replaceAll("\0", "\ufffd");
}

/** Imports that were waiting or under way when the process ended, oldest first. */
export async function unfinishedImports(app: App): Promise<readonly string[]> {
  const rows = await app.store.system(null, ({ db }) => db.selectFrom("import").select("id").where("state", "in", ["waiting", "running"]).orderBy("created_at").execute());
  return rows.map((r) => r.id);
}
