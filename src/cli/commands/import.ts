import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { type ImportJob, readImport } from "../../app/imports/read-import.ts";
import { runImport } from "../../app/imports/run-import.ts";
import { startImport } from "../../app/imports/start-import.ts";
import { fault } from "../../base/errors.ts";
import type { AddCommand } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { jobText } from "../print/job-text.ts";
import { plain } from "../print/plain.ts";
import { type Asked, signedInSecret } from "../session.ts";
import { counted } from "../speak.ts";

export const addImport: AddCommand = (program, session) => {
  program
    .command("import")
    .description("take files in and read them to their end, here; exit code 4 when records were set aside")
    .argument("<files...>", "IATI 2.x activities (XML, also gzip), or CSV of initiatives")
    .option("--publication", "you confirm that the files are published: their reports become TLP:CLEAR, not TLP:AMBER of your own")
    .option("--watch", "tell how far it is, line by line")
    .action((files: string[], options: { publication?: boolean; watch?: boolean }) =>
      session.run(async (asked) => {
        const secret = signedInSecret(asked);
        const ids: string[] = [];
        for (const file of files) {
          await stat(file).catch((cause: NodeJS.ErrnoException) => {
            throw fault("bad-input", { file, path: "", found: cause.code ?? cause.message, expected: "a file that can be read" }, cause);
          });
          ids.push(await startImport(asked.app, secret, { fileName: basename(file), publication: options.publication === true, bytes: createReadStream(file) }));
        }
        return toItsEnd(asked, ids, options.watch === true);
      }),
    );
};

/** Reads imports in this process, one after another, and tells what came of each. @returns the exit code */
export async function toItsEnd(asked: Asked, ids: readonly string[], watch = false): Promise<number> {
  const { app, secret, languages, io } = asked;
  const done: ImportJob[] = [];
  for (const id of ids) {
    let told = 0;
    await runImport(app, id, io.stop, {
      progress: ({ bytes, size, seen }) => {
        if (!watch || Date.now() - told < 500) return;
        told = Date.now();
        io.stderr.write(`${size === 0 ? 100 : Math.floor((100 * bytes) / size)} %  ${counted("records", seen)}\n`);
      },
    });
    const job = await readImport(app, secret, id, languages);
    done.push(job);
    if (!asked.json && ids.length > 1) io.stderr.write(`${plain(job.file)}: ${job.state}\n`);
  }
  asked.answer(done.length === 1 ? done[0] : done, () => done.map(jobText).join("\n"));
  return done.every((j) => j.state === "done" && j.counts.setAside === 0) ? exitCodes.ok : exitCodes.faults;
}
