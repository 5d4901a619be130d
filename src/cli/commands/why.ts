import { Option } from "commander";
import { why, type WhyKind, whyKinds } from "../../app/circles/why.ts";
import { whyRecord } from "../../app/circles/why-record.ts";
import type { AddCommand } from "../command.ts";
import { facts, table } from "../print/table.ts";

export const addWhy: AddCommand = (program, session) => {
  program
    .command("why")
    .description("why you may see a record, or anything else that stands on a page")
    .argument("<id>", "its id")
    .addOption(new Option("--kind <kind>", "what it is").choices(whyKinds).default("record"))
    .action((id: string, options: { kind: WhyKind }) =>
      session.run(async ({ app, secret, languages, answer }) => {
        if (options.kind !== "record") return answer(await why(app, secret, options.kind, id, { languages }), (w) => table(["because", "through", "marking"], w.reasons.map((r) => [r.code, r.through?.name.text, r.marking.tlp])));
        answer(await whyRecord(app, secret, id, { languages }), (w) => facts([["record", `${w.record.name.text} (${w.record.kind})`], ["because", w.code], ["through", w.through?.name.text], ["marking", w.marking.tlp]]));
      }),
    );
};
