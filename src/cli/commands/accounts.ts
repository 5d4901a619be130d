import { text } from "node:stream/consumers";
import { acceptInvitation } from "../../app/door/invite.ts";
import { makeToken } from "../../app/door/make-token.ts";
import { setUp } from "../../app/door/set-up.ts";
import { signOut } from "../../app/door/sign-out.ts";
import type { App } from "../../app/app.ts";
import type { OpenedSession } from "../../app/door/open-session.ts";
import type { AddCommand } from "../command.ts";
import { say } from "../speak.ts";

type Options = { link: string; login: string; name?: string; body?: string };

/** What the pages behind a one-time link do, for a machine without a browser. The password comes by the standard input. */
export const addAccounts: AddCommand = (program, session) => {
  program
    .command("set-up")
    .description("make the first secretariat officer's account by a one-time link, and a token for it (the password on the standard input)")
    .requiredOption("--link <link>", "the printed link, or its token")
    .requiredOption("--login <login>")
    .requiredOption("--name <words>", "the person's name")
    .option("--body <id>", "whose secretariat (the body in focus)")
    .action((options: Options) =>
      session.run(async ({ app, answer }) => {
        const opened = await setUp(app, { token: tokenOf(options.link), login: options.login, password: await password(), name: options.name ?? "", ...(options.body === undefined ? {} : { body: options.body }) });
        answer(await tokenFor(app, opened), shown);
      }),
    );
  program
    .command("accept-invitation")
    .description("make the invited person's account by a one-time link, and a token for it (the password on the standard input)")
    .requiredOption("--link <link>", "the link, or its token")
    .requiredOption("--login <login>")
    .action((options: Options) =>
      session.run(async ({ app, answer }) => {
        answer(await tokenFor(app, await acceptInvitation(app, { token: tokenOf(options.link), login: options.login, password: await password() })), shown);
      }),
    );
};

const shown = (t: { token: string; expires: string }) => `${t.token}\n${say("The account stands. This token is shown once; use it as ENTENTE_TOKEN until {expires}.", { expires: t.expires })}\n`;
const tokenOf = (link: string) => /#token=([A-Za-z0-9_-]+)/.exec(link)?.[1] ?? link;
const password = async () => (await text(process.stdin)).replace(/\r?\n$/, "");

/** The browser session that these verbs open is of no use here: a token takes its place. */
async function tokenFor(app: App, opened: OpenedSession): Promise<{ token: string; expires: string }> {
  const made = await makeToken(app, opened.secret, { name: say("entente on the command line"), days: 30, readOnly: false });
  await signOut(app, opened.secret);
  return { token: made.token, expires: made.expiresAt.toISOString() };
}
