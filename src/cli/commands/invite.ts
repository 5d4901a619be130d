import { Option } from "commander";
import { findRecord } from "../../app/find-record.ts";
import { invite, type InvitedRole } from "../../app/door/invite.ts";
import { addressOf } from "../address.ts";
import type { AddCommand } from "../command.ts";
import { day } from "../options.ts";
import { signedInSecret } from "../session.ts";
import { say } from "../speak.ts";

type Options = { name: string; role: string; member?: string; body?: string; until?: string; through?: string };

export const addInvite: AddCommand = (program, session) => {
  program
    .command("invite")
    .description("make a one-time link by which a person makes an account")
    .requiredOption("--name <words>", "the person's name")
    .addOption(new Option("--role <role>").choices(["officer", "chair", "co-chair", "focal-point", "delegate", "analyst", "compliance-officer", "auditor", "observer"]).makeOptionMandatory())
    .option("--member <code-key-or-id>", "for whom the person will act")
    .option("--body <key-or-id>", "of which body a further officer")
    .option("--until <day>", "the role's last day", day)
    .option("--through <id>", "the office or membership that the role rests on, and ends with")
    .action((options: Options) =>
      session.run(async (asked) => {
        const { app, io } = asked;
        const secret = signedInSecret(asked);
        const holder = options.body !== undefined ? await findRecord(app, secret, "body", options.body) : await findRecord(app, secret, "member", options.member ?? "");
        const role = (options.role === "officer" ? "secretariat" : options.role) as InvitedRole;
        const made = await invite(app, secret, { name: options.name, role, holder, validTo: options.until, through: options.through });
        asked.answer({ link: `${addressOf(io.env)}/invitation#token=${made.secret}`, expires: made.expiresAt.toISOString() }, (i) => `${i.link}\n${say("Good once, until {expires}.", { expires: i.expires })}\n`);
      }),
    );
};
