import { endOwnSession, ownAccount } from "../../app/door/own-account.ts";
import type { AddCommand } from "../command.ts";
import { facts, section, table } from "../print/table.ts";
import { signedInSecret } from "../session.ts";
import { counted, say } from "../speak.ts";

/** One's own ways in, and how to end them. */
export const addOwnAccount: AddCommand = (program, session) => {
  const sessions = program.command("sessions").description("your own sessions, tokens, passkeys and second factor");
  sessions
    .command("list")
    .description("all by which you come in, and when each was last used")
    .action(() =>
      session.run(async (asked) => {
        asked.answer(await ownAccount(asked.app, asked.secret), (mine) =>
          `${table(["id", "kind", "name", "made with", "may", "made", "last used", "good until"], mine.sessions.map((s) => [s.id, s.kind, s.name ?? s.agent, s.madeWith, s.readOnly ? say("read") : (s.scopes?.join(", ") ?? say("all of its role")), s.made, s.lastUsed, s.expires]))}${section("Passkeys", table(["id", "name", "made", "last used"], mine.passkeys.map((p) => [p.id, p.name, p.made, p.lastUsed])))}\n${facts([["login", mine.login], ["second factor", mine.secondFactor === null ? say("none") : say("since {since}, {left}", { since: mine.secondFactor.since, left: counted("recoveryCodes", mine.secondFactor.recoveryCodesLeft) })], ["providers", mine.identities.map((i) => i.provider).join(", ")]])}`);
      }),
    );
  sessions
    .command("end")
    .description("end one of your sessions or tokens, at once and everywhere")
    .argument("<session>", "its id, or others: all in browsers but this one")
    .action((id: string) =>
      session.run(async (asked) => {
        const ended = await endOwnSession(asked.app, signedInSecret(asked), id === "others" ? "others" : { id });
        asked.answer({ ended }, () => `${counted("ended", ended)}\n`);
      }),
    );
};
