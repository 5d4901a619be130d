import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { once } from "node:events";
import { parse } from "csv-parse/sync";
import { fault } from "../../base/errors.ts";
import { type CsvRow, evaluateOverlaps } from "../../evaluate/overlaps.ts";
import type { AddCommand } from "../command.ts";
import { facts } from "../print/table.ts";

/** Opens no database: an engine against labelled files. */
export const addEvaluate: AddCommand = (program, session) => {
  const evaluate = program.command("evaluate").description("measure an engine on labelled files");
  evaluate
    .command("overlaps")
    .description("overlaps of labelled initiatives (gen_truth_initiatives.csv) against their truth (gen_truth_overlaps.csv)")
    .argument("<dir>", "the folder of both files")
    .option("--true-clusters", "initiatives as the truth has them: the only mode yet", true)
    .option("--predictions <file>", "what the engine answered, one JSON line a pair")
    .action(async (dir: string, options: { predictions?: string }) => {
      const found = evaluateOverlaps(await csv(join(dir, "gen_truth_initiatives.csv")), await csv(join(dir, "gen_truth_overlaps.csv")));
      if (options.predictions !== undefined) {
        const out = createWriteStream(options.predictions);
        for (const p of found.predictions) out.write(`${JSON.stringify(p)}\n`);
        out.end();
        await once(out, "finish");
      }
      const { against } = found;
      session.answer({ predicted: found.predictions.length, ...against }, (r) =>
        facts([["predicted", r.predicted], ["in the truth", r.truth], ["found", r.found], ["amount exact", r.amountExact], ["amount to one dollar", r.amountWithinOne], ["surplus", r.surplus], ["missing", r.missing?.length]]));
    });
};

async function csv(file: string): Promise<CsvRow[]> {
  const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw fault("bad-input", { file, path: "", found: cause.code ?? cause.message, expected: "a file that can be read" }, cause);
  });
  return parse(text, { columns: true, bom: true });
}
