import { findRecord } from "../../app/find-record.ts";
import { lookAs } from "../../app/door/look-as.ts";
import type { AddCommand } from "../command.ts";
import { signedInSecret } from "../session.ts";
import { say } from "../speak.ts";

export const addLookAs: AddCommand = (program, session) => {
  program
    .command("look-as")
    .description("let this token see from now on what a member sees, and write nothing; none ends it")
    .argument("<code-key-or-id>", "a member, or none")
    .action((handle: string) =>
      session.run(async (asked) => {
        const secret = signedInSecret(asked);
        const member = handle === "none" ? null : await findRecord(asked.app, secret, "member", handle);
        await lookAs(asked.app, secret, member);
        asked.answer({ lookingAs: member }, () => (`${say(member === null ? "Looking as yourself." : "Looking as that member: nothing can be written.")}\n`));
      }),
    );
};
