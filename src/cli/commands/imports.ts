import { writeFile } from "node:fs/promises";
import { importSummary } from "../../app/imports/import-summary.ts";
import { listFaults, listImports, rawFault, readImport } from "../../app/imports/read-import.ts";
import { resumeImport } from "../../app/imports/resume-import.ts";
import type { AddCommand } from "../command.ts";
import { type PageOptions, pageOptions } from "../options.ts";
import { jobText } from "../print/job-text.ts";
import { facts, table } from "../print/table.ts";
import { signedInSecret } from "../session.ts";
import { toItsEnd } from "./import.ts";

export const addImports: AddCommand = (program, session) => {
  pageOptions(program.command("imports").description("your own imports, newest first")).action((options: PageOptions) =>
    session.run(async ({ app, secret, languages, answer }) => {
      answer(await listImports(app, secret, { cursor: Number(options.cursor ?? 0), limit: options.limit }, languages), (list) => `${table(["started", "file", "state", "read", "set aside", "warnings", "marking", "id"], list.items.map((j) => [j.started, j.file, j.state, j.counts.read, j.counts.setAside, j.counts.warnings, j.marking.tlp, j.id]))}\n${facts([["imports", list.total], ["next", list.next]])}`);
    }),
  );
  pageOptions(program.command("import-summary").description("one import: counts and what was wrong").argument("<id>"))
    .option("--csv <file>", "all that was wrong as CSV into a file (- for the standard output)")
    .option("--raw <n>", "the nth record that was set aside, as it stood")
    .action((id: string, options: PageOptions & { csv?: string; raw?: string }) =>
      session.run(async ({ app, secret, languages, answer, io }) => {
        if (options.raw !== undefined) {
          io.stdout.write(await rawFault(app, secret, id, Number(options.raw)));
          return;
        }
        if (options.csv !== undefined) {
          const bytes = importSummary(app, secret, id);
          if (options.csv !== "-") await writeFile(options.csv, bytes);
          else for await (const chunk of bytes) io.stdout.write(chunk);
          return;
        }
        const job = await readImport(app, secret, id, languages);
        const faults = await listFaults(app, secret, id, { cursor: Number(options.cursor ?? 0), limit: options.limit });
        answer({ ...job, faults: faults.items, next: faults.next }, jobText);
      }),
    );
  program
    .command("import-resume")
    .description("read an import that failed again, here, to its end")
    .argument("<id>")
    .action((id: string) =>
      session.run(async (asked) => {
        await resumeImport(asked.app, signedInSecret(asked), id);
        return toItsEnd(asked, [id]);
      }),
    );
};
