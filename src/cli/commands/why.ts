import { whyRecord } from "../../app/circles/why-record.ts";
import { recordHistory } from "../../app/record/record-history.ts";
import type { AddCommand } from "../command.ts";
import { facts, table } from "../print/table.ts";

export const addWhy: AddCommand = (program, session) => {
  program
    .command("why")
    .description("why you may see a record")
    .argument("<record>", "the record's id")
    .action((id: string) =>
      session.run(async ({ app, secret, languages, answer }) => {
        answer(await whyRecord(app, secret, id, { languages }), (w) => facts([["record", `${w.record.name.text} (${w.record.kind})`], ["because", w.code], ["through", w.through?.name.text], ["marking", w.marking.tlp]]));
      }),
    );
  program
    .command("history")
    .description("who stated, withdrew and decided what about a record, newest first")
    .argument("<record>", "the record's id")
    .option("--field <field>", "only of this field")
    .action((id: string, options: { field?: string }) =>
      session.run(async ({ app, secret, languages, answer }) => {
        answer(await recordHistory(app, secret, id, { languages, field: options.field }), (h) => table(["when", "what", "field", "by", "value", "source", "reason"], h.items.map((i) => [i.at, i.what, i.field, i.by?.text, i.value?.text, i.source?.title, i.reason])));
      }),
    );
};
