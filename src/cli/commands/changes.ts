import { InvalidArgumentError } from "commander";
import { listChanges } from "../../app/live/list-changes.ts";
import { sinceLastHere } from "../../app/live/since-last-here.ts";
import type { AddCommand } from "../command.ts";
import { whole } from "../options.ts";
import { facts, table } from "../print/table.ts";
import { say } from "../speak.ts";

type Options = { after?: string; about?: string; limit: number; sinceLastHere?: boolean };

export const addChanges: AddCommand = (program, session) => {
  program
    .command("changes")
    .description("what was written of all that you may see, and by whom, newest first")
    .option("--after <moment>", "only what is newer, 2024-03-31 or 2024-03-31T12:00:00Z", moment)
    .option("--since-last-here", "only what is newer than your last visit in a browser; asking by a token is no visit")
    .option("--about <id>", "only what touched this record or initiative")
    .option("--limit <n>", "how many", whole(1, 100), 50)
    .action(({ sinceLastHere: sinceVisit, ...options }: Options) =>
      session.run(async ({ app, secret, languages, answer }) => {
        const since = sinceVisit === true ? await sinceLastHere(app, secret) : null;
        // Nobody who was never here has missed anything: nothing is told as new to them.
        const after = sinceVisit === true ? (since ?? app.now()).toISOString() : options.after;
        const list = await listChanges(app, secret, { ...options, after, languages });
        answer({ ...(sinceVisit === true ? { since: since?.toISOString() ?? null } : {}), ...list }, () =>
          `${table(["when", "act", "by", "kind", "about", "id"], list.items.map((c) => [c.at, c.act, c.by?.text, c.kind, c.about.map((a) => a.name?.text ?? a.id).join("; "), c.id]))}\n${facts([["since", since?.toISOString()], ["more", list.more ? say("yes") : null], ["marking", list.marking.tlp]])}`);
      }),
    );
};

function moment(text: string): string {
  const at = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z)?$/.test(text) ? new Date(text) : new Date(Number.NaN);
  if (Number.isNaN(at.getTime())) throw new InvalidArgumentError(say("a moment is written 2024-03-31 or 2024-03-31T12:00:00Z"));
  return at.toISOString();
}
