import { fault } from "../../base/errors.ts";
import { writeFaultsCsv } from "../../formats/faults-csv/write.ts";
import type { Fault } from "../../initiatives/report.ts";
import type { App } from "../app.ts";

const pageSize = 2_000;

/** Everything that was wrong in an import, as CSV. Read page by page: a file may hold more faults than memory. @throws not-found */
export async function* importSummary(app: App, secret: string | null, id: string): AsyncGenerator<Uint8Array> {
  const file = await app.store.read(secret, async ({ db }) => {
    const job = await db.selectFrom("import").select("file_name").where("id", "=", id).executeTakeFirst();
    if (!job) throw fault("not-found");
    return job.file_name;
  });
  yield* writeFaultsCsv(faults(app, secret, id, file));
}

async function* faults(app: App, secret: string | null, id: string, file: string): AsyncGenerator<Fault> {
  for (let from = 0; ; from += pageSize) {
    const rows = await app.store.read(secret, ({ db }) =>
      db.selectFrom("import_fault").selectAll().where("import_id", "=", id).where("n", ">=", from).where("n", "<", from + pageSize).orderBy("n").execute(),
    );
    if (rows.length === 0) return;
    for (const r of rows) {
      yield {
        file, line: r.line, ...(r.col === null ? {} : { column: r.col }), path: r.path, code: r.code, found: r.found, expected: r.expected, severity: r.severity,
        ...(r.identifier === null ? {} : { identifier: r.identifier }), ...(r.also ? { also: r.also as NonNullable<Fault["also"]> } : {}),
      };
    }
  }
}
