import { coalitionPage } from "../../app/coalition-page.ts";
import { whoAmI } from "../../app/door/who-am-i.ts";
import type { AddCommand } from "../command.ts";
import { facts } from "../print/table.ts";

export const addStatus: AddCommand = (program, session) => {
  program.command("status").description("who is asking, what the workspace holds for them, what to do next").action(() =>
    session.run(async ({ app, secret, languages, answer }) => {
      const [who, coalition] = [await whoAmI(app, secret, languages), await coalitionPage(app, secret, { languages })];
      answer({ ...who, coalition, dataFolder: app.dataDir }, ({ viewer }) =>
        facts([
          ["coalition", coalition.name.text],
          ["asking", viewer.kind === "anonymous" ? "anonymous visitor" : `${viewer.person.name.text}, ${viewer.role} for ${viewer.actsFor.name.text}`],
          ["may", viewer.kind === "anonymous" ? "read what is TLP:CLEAR" : viewer.may.join(", ")],
          ["looking as", viewer.kind === "anonymous" ? null : viewer.lookingAs?.name.text],
          ["members", coalition.members?.count.value],
          ["initiatives", coalition.initiatives],
          ["reports speak of", coalition.data === null ? null : `${coalition.data.from} to ${coalition.data.to}`],
          ["first account", who.needsSetup ? "not yet made: entente setup-link" : "made"],
          ["next", coalition.nextSteps.join(", ")],
          ["data folder", app.dataDir],
        ]));
    }),
  );
};
