import { decideField } from "../../app/record/decide-field.ts";
import type { AddCommand } from "../command.ts";
import { claimsText } from "./claims.ts";

type Options = { reason: string; language?: string; basedOn?: string; marking?: string };

export const addDecide: AddCommand = (program, session) => {
  program
    .command("decide")
    .description("choose which claim is shown for a field, with the reason; none: shown as not known")
    .argument("<record>", "the record's id")
    .argument("<field>")
    .argument("<claim>", "the claim's id, or none")
    .requiredOption("--reason <words>")
    .option("--language <tag>", "of a name, in this language")
    .option("--based-on <decision>", "the decision that you saw in force: refused when another holds by now")
    .option("--marking <tlp>", "TLP of the decision")
    .action((record: string, field: string, claim: string, options: Options) =>
      session.run(async ({ app, secret, languages, answer }) => {
        answer(await decideField(app, secret, { record, field, claim: claim === "none" ? null : claim, ...options }, { languages }), claimsText);
      }),
    );
};
