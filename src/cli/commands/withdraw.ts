import { Argument } from "commander";
import { withdrawClaim } from "../../app/record/withdraw-claim.ts";
import { withdrawDecision } from "../../app/record/withdraw-decision.ts";
import type { AddCommand } from "../command.ts";
import { claimsText } from "./claims.ts";

export const addWithdraw: AddCommand = (program, session) => {
  program
    .command("withdraw")
    .description("withdraw a claim or a decision of your own side; it stays, with the reason")
    .addArgument(new Argument("<what>").choices(["claim", "decision"]))
    .argument("<id>")
    .requiredOption("--reason <words>")
    .action((what: string, id: string, options: { reason: string }) =>
      session.run(async ({ app, secret, languages, answer }) => {
        const withdraw = what === "claim" ? withdrawClaim : withdrawDecision;
        answer(await withdraw(app, secret, id, options.reason, { languages }), claimsText);
      }),
    );
};
