import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { exportReports } from "../../app/export-reports.ts";
import type { AddCommand } from "../command.ts";

export const addExport: AddCommand = (program, session) => {
  program
    .command("export")
    .description("the newest reports that you may see, as the CSV that import reads; with --json one JSON line a report")
    .option("--out <file>", "into a file (the standard output)")
    .action((options: { out?: string }) =>
      session.run(async ({ app, secret, json, io }) => {
        const bytes = Readable.from(exportReports(app, secret, json ? "json-lines" : "csv"), { objectMode: false });
        if (options.out !== undefined) await pipeline(bytes, createWriteStream(options.out, { mode: 0o600 }));
        else await pipeline(bytes, io.stdout, { end: false });
      }),
    );
};
