import { openEmergency } from "../../app/door/emergency.ts";
import { addressOf } from "../address.ts";
import type { AddCommand } from "../command.ts";
import { say } from "../speak.ts";

/** For whoever operates the server, when no officer can come in any more. */
export const addEmergency: AddCommand = (program, session) => {
  program
    .command("emergency")
    .description("print a one-time link that makes an officer until tomorrow; everybody who signs in is told for a week")
    .requiredOption("--name <words>", "who comes in by it")
    .requiredOption("--reason <words>", "why, for everybody to read")
    .action((options: { name: string; reason: string }) =>
      session.run(async ({ app, io, answer }) => {
        const opened = await openEmergency(app, options);
        answer({ link: `${addressOf(io.env)}/en/invitation#token=${opened.secret}`, expires: opened.expiresAt.toISOString(), until: opened.until.toISOString() }, (made) => `${made.link}\n${say("Good once, until {expires}; the role ends {until}. Everybody who signs in is told.", made)}\n`);
      }),
    );
};
