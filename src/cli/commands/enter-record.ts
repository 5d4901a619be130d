import { addFacts, enterRecord } from "../../app/record/enter-record.ts";
import type { AddCommand } from "../command.ts";
import { newFactsShape, newRecordShape } from "../entered-shapes.ts";
import { facts } from "../print/table.ts";
import { readJson } from "../read-json.ts";

export const addEnterRecord: AddCommand = (program, session) => {
  program
    .command("enter-record")
    .description("enter a delegation, text, undertaking or person from one source: JSON as POST /api/records takes it")
    .argument("<file>", "a JSON file, or - for the standard input")
    .option("--record <id>", "more about a record that stands, as POST /api/records/{id}/facts takes it; a new one without it")
    .action((file: string, options: { record?: string }) =>
      session.run(async ({ app, secret, answer }) => {
        const entered = options.record === undefined ? await enterRecord(app, secret, await readJson(file, newRecordShape)) : await addFacts(app, secret, options.record, await readJson(file, newFactsShape));
        answer(entered, (made) => facts([["kind", made.kind], ["id", made.id]]));
      }),
    );
};
