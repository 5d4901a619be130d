import { Option } from "commander";
import { listNone } from "../../app/stated-none/list-none.ts";
import { type NoneMarking, stateNone } from "../../app/stated-none/state-none.ts";
import { withdrawNone } from "../../app/stated-none/withdraw-none.ts";
import type { AddCommand } from "../command.ts";
import { table } from "../print/table.ts";
import { say } from "../speak.ts";

type Said = { line?: string; source?: string; quote?: string; locator?: string; note?: string; marking?: NoneMarking };
type List = Awaited<ReturnType<typeof listNone>>;
const rows = (list: List): string => table(["by", "area", "line of effort", "from", "to", "withdrawn", "id"], list.items.map((n) => [n.by?.name.text, n.area.name.text, n.line ?? say("any"), n.from, n.to, n.withdrawn?.reason, n.id]));

export const addNone: AddCommand = (program, session) => {
  const none = program.command("none").description("where members state that they have no work");
  none.command("list").description("the statements that you may see, newest first").action(() => session.run(async ({ app, secret, languages, answer }) => answer(await listNone(app, secret, languages), rows)));
  none
    .command("state")
    .description("state that your own member has no work in an area, in some months")
    .argument("<area>", "an area's code")
    .argument("<from>", "the first month, YYYY-MM")
    .argument("<to>", "the last month, YYYY-MM")
    .option("--line <line>", "on this line of effort only")
    .option("--source <id>", "where it says so")
    .option("--quote <words>", "in these words")
    .option("--locator <where>", "where in the source")
    .option("--note <words>")
    .addOption(new Option("--marking <tlp>").choices(["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER"]))
    .action((area: string, from: string, to: string, { marking, ...said }: Said) =>
      session.run(async ({ app, secret, languages, answer }) => {
        await stateNone(app, secret, { area, from, to, ...said }, marking);
        answer(await listNone(app, secret, languages), rows);
      }),
    );
  none
    .command("withdraw")
    .description("take back a statement of your own side; it stays, with the reason")
    .argument("<id>")
    .requiredOption("--reason <words>")
    .action((id: string, options: { reason: string }) =>
      session.run(async ({ app, secret, languages, answer }) => {
        await withdrawNone(app, secret, id, options.reason);
        answer(await listNone(app, secret, languages), rows);
      }),
    );
};
