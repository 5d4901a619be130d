import { Argument } from "commander";
import { listActs } from "../../app/acts/list-acts.ts";
import { proposeAct } from "../../app/acts/propose-act.ts";
import { settleAct } from "../../app/acts/settle-act.ts";
import type { Marked } from "../../app/circles/mark.ts";
import type { AddCommand } from "../command.ts";
import { table } from "../print/table.ts";
import { signedInSecret } from "../session.ts";
import { say } from "../speak.ts";

/** What one person alone may not do. The second person says so by hand, in a browser: a script that holds two people's tokens is still one hand. */
export const addActs: AddCommand = (program, session) => {
  const acts = program.command("acts").description("what needs two persons: opening further than a marking, deleting a source");
  acts
    .command("list")
    .description("those that wait for a second person of your side, and those of the last month")
    .action(() =>
      session.run(async (asked) => {
        asked.answer(await listActs(asked.app, asked.secret, { languages: asked.languages }), ({ items }) => table(["id", "what", "about", "to", "why", "proposed by", "until", "state"], items.map((i) => [i.id, i.kind, i.subject?.name.text, i.to?.tlp, i.reason, i.proposedBy?.text, i.expires, i.state])));
      }),
    );
  const reason = ["--reason <words>", "why, for the second person and the audit"] as const;
  const propose = (add: () => Promise<{ id: string; expires: string }>, answer: (value: { id: string; expires: string }, human: (v: { id: string; expires: string }) => string) => void) => add().then((made) => answer(made, (m) => `${m.id}\n${say("It waits for another person until {until}.", { until: m.expires })}\n`));
  acts
    .command("widen")
    .description("propose a wider marking for what is your side's own")
    .addArgument(new Argument("<what>").choices(["source", "claim", "record", "import"]))
    .argument("<id>")
    .argument("<tlp>", "TLP:CLEAR, TLP:GREEN, TLP:AMBER")
    .option("--circle <id>", "with whom it is shared")
    .requiredOption(...reason)
    .action((kind: Marked, id: string, tlp: string, options: { circle?: string; reason: string }) =>
      session.run((asked) => propose(() => proposeAct(asked.app, signedInSecret(asked), { kind: "widen-marking", subject: { kind, id }, tlp, circle: options.circle ?? null, reason: options.reason }), asked.answer)));
  acts
    .command("delete-source")
    .description("propose to delete a source of your side, with all that rests on it")
    .argument("<source>", "its id")
    .requiredOption(...reason)
    .action((id: string, options: { reason: string }) =>
      session.run((asked) => propose(() => proposeAct(asked.app, signedInSecret(asked), { kind: "delete-source", subject: { kind: "source", id }, reason: options.reason }), asked.answer)));
  acts
    .command("withdraw")
    .description("take back an act that you proposed")
    .argument("<act>", "its id")
    .action((id: string) =>
      session.run(async (asked) => {
        asked.answer(await settleAct(asked.app, signedInSecret(asked), id, { outcome: "withdrawn" }), () => `${say("Taken back.")}\n`);
      }),
    );
};
