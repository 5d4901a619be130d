import { fieldClaims } from "../../app/record/field-claims.ts";
import type { AddCommand } from "../command.ts";
import { facts, section, table } from "../print/table.ts";
import { say } from "../speak.ts";

export const addClaimsCommand: AddCommand = (program, session) => {
  program
    .command("claims")
    .description("everything stated for one field of one record, by whom, and what was decided")
    .argument("<record>", "the record's id")
    .argument("<field>")
    .option("--language <tag>", "of a name, only in this language")
    .action((record: string, field: string, options: { language?: string }) =>
      session.run(async ({ app, secret, languages, answer }) => {
        answer(await fieldClaims(app, secret, { record, field, language: options.language }, { languages }), claimsText);
      }),
    );
};

export function claimsText(c: Awaited<ReturnType<typeof fieldClaims>>): string {
  return [
    facts([["record", `${c.record.name.text} (${c.record.kind})`], ["field", c.field], ["state", c.state], ["chosen by", c.chosenBy], ["new since the decision", c.newSince || null], ["marking", c.marking.tlp]]),
    section("Claims", table(
      ["", "side", "value", "language", "source", "where", "confidence", "id"],
      c.claims.map((x) => [x.withdrawn ? say("withdrawn") : x.shown ? say("shown") : "", x.side < 0 ? null : x.side + 1, x.value.text, x.value.language, x.source.title, x.locator, x.confidence, x.id]),
    )),
    section("Decisions", table(["by", "when", "reason", "withdrawn", "id"], c.decisions.map((d) => [d.by.text, d.at, d.reason, d.withdrawn?.at, d.id]))),
  ].join("");
}
