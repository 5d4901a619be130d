import { createReadStream, existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { fault } from "../base/errors.ts";
import { initiativesCsv } from "../formats/initiatives-csv/format.ts";
import { type EncodedReport, writeEncodedBatch } from "../store/queries/report-batch.ts";
import { classOf } from "../store/queries/classes.ts";
import { keepOnlyShipped } from "../store/queries/shipped-reports.ts";
import type { App } from "./app.ts";
import { encodeReport } from "./imports/encode-rows.ts";
import { changedPart } from "./shipped-part.ts";

/**
 * Loads the shipped initiatives; what a new edition of the files no longer holds leaves the picture and stays as history.
 * @returns how many reports came in; null when the files are those loaded before
 * @throws csv-invalid for a row that cannot come in
 */
export async function loadInitiatives(app: App): Promise<number | null> {
  const folder = `${app.coalition.folder}/initiatives`;
  if (!existsSync(folder)) return null;
  const part = await changedPart(app.store, `initiatives:${app.coalition.rootBody}`, folder);
  if (!part) return null;
  return app.store.system({ act: "load-initiatives" }, async (writer) => {
    const ownerId = app.coalition.rootBodyId;
    const classId = await classOf(writer.db, 0, ownerId);
    const place = { ownerId, classId, importId: null, sourceId: null };
    let total = 0;
    let rows: EncodedReport[] = [];
    const held = new Map<string, EncodedReport>();
    const flush = async () => {
      const outcome = await writeEncodedBatch(writer, place, rows);
      total += outcome.ids.length;
      rows = [];
    };
    for (const name of (await readdir(folder)).filter((f) => f.endsWith(".csv")).sort()) {
      for await (const item of initiativesCsv.read(createReadStream(`${folder}/${name}`), { file: name })) {
        if (item.kind === "fault" && item.fault.severity === "error") throw fault("csv-invalid", { file: item.fault.file, line: item.fault.line, path: item.fault.path, found: item.fault.found, expected: item.fault.expected });
        if (item.kind === "report") {
          const row = encodeReport(app, item.report);
          rows.push(row);
          const key = `${row.reporter_key} ${row.identifier}`;
          const other = held.get(key);
          if (!other || !isOlder(row, other)) held.set(key, row);
        }
        if (rows.length >= 400) await flush();
      }
    }
    await flush();
    await keepOnlyShipped(writer, { ownerId, classId }, [...held.values()].map(({ reporter_key, identifier, content_sha256 }) => ({ reporter_key, identifier, content_sha256 })));
    await part.remember(writer);
    writer.note({ recordIds: [ownerId], classId, before: null, after: { reports: total, sha256: part.sha256 }, told: [] });
    return total;
  });
}

/** As the store decides it: by the publisher's dates where both have one, else by the order of the rows. */
function isOlder(a: EncodedReport, b: EncodedReport): boolean {
  return a.version_at !== null && b.version_at !== null && Date.parse(a.version_at) < Date.parse(b.version_at);
}
