import { createInterface } from "node:readline/promises";
import { signIn } from "../../app/door/sign-in.ts";
import { makeToken } from "../../app/door/make-token.ts";
import { signOut } from "../../app/door/sign-out.ts";
import { fault } from "../../base/errors.ts";
import type { AddCommand } from "../command.ts";
import { whole } from "../options.ts";
import { say } from "../speak.ts";

/** A way to a token for who has only login and password. The password comes by the standard input: an argument would stand in the list of processes. */
export const addSignIn: AddCommand = (program, session) => {
  program
    .command("sign-in")
    .description("make a personal access token from login and password (the password on the standard input)")
    .argument("<login>")
    .option("--name <words>", "what the token is called", say("entente on the command line"))
    .option("--days <n>", "how long it is good for", whole(1, 365), 30)
    .option("--read-only", "it may not write")
    .option("--code", "a code of the second factor follows the password, on a line of its own")
    .action((login: string, options: { name: string; days: number; readOnly?: boolean; code?: boolean }) =>
      session.run(async ({ app, answer, io }) => {
        io.stderr.write(say("password: "));
        const lines = createInterface({ input: process.stdin });
        const [password = "", code] = await Array.fromAsync(take(lines, options.code === true ? 2 : 1));
        lines.close();
        const opened = await signIn(app, { login, password, code }, { address: "command-line" });
        // A session that only makes a second factor makes no token: that is done in the pages.
        if (opened.enrol) throw fault("second-factor-needed");
        const made = await makeToken(app, opened.secret, { name: options.name, days: options.days, readOnly: options.readOnly === true });
        await signOut(app, opened.secret);
        answer({ token: made.token, expires: made.expiresAt.toISOString() }, (t) => `${t.token}\n${say("Shown once. Use it as ENTENTE_TOKEN until {expires}.", { expires: t.expires })}\n`);
      }),
    );
};

async function* take<T>(items: AsyncIterable<T>, n: number): AsyncGenerator<T> {
  if (n === 0) return;
  for await (const item of items) {
    yield item;
    if (--n === 0) return;
  }
}
