import { writeInitiativesCsv } from "../formats/initiatives-csv/write.ts";
import type { Report } from "../initiatives/report.ts";
import type { App } from "./app.ts";

const pageSize = 500;

/**
 * The newest versions of all reports that this viewer may read, as the CSV that import takes or one JSON line each. Read page by page,
 * each as this viewer: a right that ends ends the export.
 */
export async function* exportReports(app: App, secret: string | null, format: "csv" | "json-lines"): AsyncGenerator<Uint8Array> {
  if (format === "csv") yield* writeInitiativesCsv(reports(app, secret));
  else for await (const report of reports(app, secret)) yield Buffer.from(`${JSON.stringify(report)}\n`);
}

async function* reports(app: App, secret: string | null): AsyncGenerator<Report> {
  let page = await pageAfter(app, secret, null);
  for (;;) {
    for (const r of page) yield r.body as Report;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    page = await pageAfter(app, secret, last.id);
  }
}

function pageAfter(app: App, secret: string | null, after: string | null): Promise<{ id: string; body: unknown }[]> {
  return app.store.read(secret, ({ db }) =>
    db.selectFrom("report").select(["id", "body"]).where("current", "=", true).$if(after !== null, (q) => q.where("id", ">", after ?? "")).orderBy("id").limit(pageSize).execute(),
  );
}
