import { stateClaim } from "../../app/record/state-claim.ts";
import type { AddCommand } from "../command.ts";
import { newClaimShape } from "../entered-shapes.ts";
import { readJson } from "../read-json.ts";
import { claimsText } from "./claims.ts";

export const addClaim: AddCommand = (program, session) => {
  program
    .command("claim")
    .description("state what a source says for a field of a record: JSON as POST /api/claims takes it")
    .argument("<file>", "a JSON file, or - for the standard input")
    .action((file: string) =>
      session.run(async ({ app, secret, languages, answer }) => {
        const { value, ...rest } = await readJson(file, newClaimShape);
        answer(await stateClaim(app, secret, { ...value, ...rest }, { languages }), claimsText);
      }),
    );
};
