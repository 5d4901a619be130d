import { Option } from "commander";
import { listConflicts } from "../../app/record/conflicts.ts";
import type { AddCommand } from "../command.ts";
import { asOfOption, type PageOptions, pageOptions } from "../options.ts";
import { facts, table } from "../print/table.ts";
import { say } from "../speak.ts";

type Options = PageOptions & { asOf?: string; decided?: "yes" | "no"; kind?: string };

export const addConflicts: AddCommand = (program, session) => {
  pageOptions(asOfOption(program.command("conflicts").description("fields whose sources disagree")))
    .addOption(new Option("--decided <answer>", "only those that a person decided, or did not").choices(["yes", "no"]))
    .option("--kind <kind>", "only of this kind of record")
    .action((options: Options) =>
      session.run(async ({ app, secret, languages, answer }) => {
        answer(await listConflicts(app, secret, { ...options, languages }), (list) =>
          `${table(
            ["record", "field", "sides (the shown one first)", "decided", "record's id"],
            list.items.map((c) => [c.record.name.text, c.language === null ? c.field : `${c.field} (${c.language})`, c.sides.map((s) => `${s.value.text} [${s.sources.length}]`).join(" | "), c.decision === null ? "" : say("decided"), c.record.id]),
          )}\n${facts([["conflicts", list.total], ["undecided", list.undecided], ["next", list.next], ["marking", list.marking.tlp]])}`);
      }),
    );
};
