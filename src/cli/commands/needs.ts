import { enterNeeds } from "../../app/needs/enter-needs.ts";
import { listNeeds } from "../../app/needs/list-needs.ts";
import { withdrawNeed } from "../../app/needs/withdraw-need.ts";
import type { AddCommand } from "../command.ts";
import { newNeedsShape } from "../entered-shapes.ts";
import { usd } from "../print/shown.ts";
import { table } from "../print/table.ts";
import { readJson } from "../read-json.ts";
import { signedInSecret } from "../session.ts";
import { say } from "../speak.ts";

export const addNeeds: AddCommand = (program, session) => {
  program.command("needs").description("needs that you may see, newest first").action(() =>
    session.run(async ({ app, secret, languages, answer }) => {
      answer(await listNeeds(app, secret, languages), (list) => table(["area", "line of effort", "from", "to", "USD a month", "people", "reached", "severity", "by", "id"], list.items.map((n) => [n.area.name.text, n.line, n.from, n.to, usd(n.usdPerMonth), n.people, n.reached, n.severity, n.by?.text, n.id])));
    }),
  );
  const need = program.command("need").description("enter needs, or take one back");
  need
    .command("enter")
    .description("enter needs, all or none: JSON as POST /api/needs takes it")
    .argument("<file>", "a JSON file, or - for the standard input")
    .action((file: string) =>
      session.run(async (asked) => {
        const { needs, marking } = await readJson(file, newNeedsShape);
        asked.answer({ ids: await enterNeeds(asked.app, signedInSecret(asked), needs, marking) }, (made) => `${made.ids.join("\n")}\n`);
      }),
    );
  need
    .command("withdraw")
    .description("take an own need back, with the reason")
    .argument("<id>")
    .requiredOption("--reason <words>")
    .action((id: string, options: { reason: string }) =>
      session.run(async (asked) => {
        await withdrawNeed(asked.app, signedInSecret(asked), id, options.reason);
        asked.answer({ id }, () => `${say("Taken back.")}\n`);
      }),
    );
};
