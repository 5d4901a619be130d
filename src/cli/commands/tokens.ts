import { Option } from "commander";
import { type GrantedRight, grantedRights } from "../../access/rights.ts";
import { makeToken } from "../../app/door/make-token.ts";
import type { AddCommand } from "../command.ts";
import { whole } from "../options.ts";
import { signedInSecret } from "../session.ts";
import { say } from "../speak.ts";

export const addTokens: AddCommand = (program, session) => {
  const tokens = program.command("tokens").description("personal access tokens");
  tokens
    .command("make")
    .description("make a further token for the same person and role; shown once")
    .requiredOption("--name <words>", "what it is for")
    .option("--days <n>", "how long it is good for", whole(1, 365), 90)
    .option("--read-only", "it may not write")
    .addOption(new Option("--scope <right...>", "what it may do beside reading (all that you may)").choices(grantedRights))
    .action((options: { name: string; days: number; readOnly?: boolean; scope?: readonly GrantedRight[] }) =>
      session.run(async (asked) => {
        const made = await makeToken(asked.app, signedInSecret(asked), { name: options.name, days: options.days, readOnly: options.readOnly === true, scopes: options.scope });
        asked.answer({ token: made.token, expires: made.expiresAt.toISOString() }, (t) => `${t.token}\n${say("Shown once. Valid until {expires}.", { expires: t.expires })}\n`);
      }),
    );
};
