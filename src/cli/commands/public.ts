import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { publicLinkedData, publicOpen, publicZip } from "../../app/public/public-data.ts";
import { fault } from "../../base/errors.ts";
import type { AddCommand } from "../command.ts";

export const addPublic: AddCommand = (program, session) => {
  program
    .command("public")
    .description("what is TLP:CLEAR, as everyone may have it, whoever asks: each row with its source, licence and marking")
    .option("--csv <file>", "every table as CSV, in one zip")
    .option("--json-ld <file>", "everything as JSON-LD")
    .action((options: { csv?: string; jsonLd?: string }) =>
      session.run(async ({ app, answer }) => {
        if (options.csv === undefined && options.jsonLd === undefined) throw fault("bad-input", { path: "public", found: "nothing to write", expected: "--csv <file>, --json-ld <file>, or both" });
        await publicOpen(app);
        const written: string[] = [];
        for (const [file, bytes] of [[options.csv, publicZip(app)], [options.jsonLd, publicLinkedData(app)]] as const) {
          if (file === undefined) continue;
          await pipeline(Readable.from(bytes, { objectMode: false }), createWriteStream(file));
          written.push(file);
        }
        answer({ marking: "TLP:CLEAR", written }, (done) => `${done.marking}: ${done.written.join(", ")}\n`);
      }),
    );
};
