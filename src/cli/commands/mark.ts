import { Argument } from "commander";
import { mark, type Marked } from "../../app/circles/mark.ts";
import type { AddCommand } from "../command.ts";
import { facts } from "../print/table.ts";
import { signedInSecret } from "../session.ts";

export const addMark: AddCommand = (program, session) => {
  program
    .command("mark")
    .description("mark anew what is your side's own; of an import, its reports")
    .addArgument(new Argument("<what>").choices(["source", "claim", "record", "import"]))
    .argument("<id>")
    .argument("<tlp>", "TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT")
    .option("--circle <id>", "with whom it is shared")
    .action((what: Marked, id: string, tlp: string, options: { circle?: string }) =>
      session.run(async (asked) => {
        asked.answer(await mark(asked.app, signedInSecret(asked), what, id, { tlp, circle: options.circle ?? null }, asked.languages), (m) => facts([["id", m.id], ["marking", m.marking.tlp], ["open to", m.marking.openTo.names.map((n) => n.text).join(", ") || m.marking.openTo.kind]]));
      }),
    );
};
