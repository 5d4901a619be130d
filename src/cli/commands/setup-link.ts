import { newSetupSecret } from "../../app/door/setup-link.ts";
import { fault } from "../../base/errors.ts";
import type { AddCommand } from "../command.ts";
import { addressOf } from "../address.ts";
import { say } from "../speak.ts";

export const addSetupLink: AddCommand = (program, session) => {
  program.command("setup-link").description("print a fresh one-time link for the first secretariat officer; every earlier one is void").action(() =>
    session.run(async ({ app, io, answer }) => {
      const setup = await newSetupSecret(app);
      if (setup === null) throw fault("setup-done");
      const link = `${addressOf(io.env)}/en/setup#token=${setup.secret}`;
      answer({ link, expires: setup.expiresAt.toISOString() }, (made) => `${made.link}\n${say("Valid until {expires}, once, while the server runs.", { expires: made.expires })}\n`);
    }),
  );
};
