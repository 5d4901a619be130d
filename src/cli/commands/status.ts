import { coalitionPage } from "../../app/coalition-page.ts";
import { whoAmI } from "../../app/door/who-am-i.ts";
import type { AddCommand } from "../command.ts";
import { facts } from "../print/table.ts";
import { say } from "../speak.ts";

export const addStatus: AddCommand = (program, session) => {
  program.command("status").description("who is asking, what the workspace holds for them, what to do next").action(() =>
    session.run(async ({ app, secret, languages, answer }) => {
      const [who, coalition] = [await whoAmI(app, secret, languages), await coalitionPage(app, secret, { languages })];
      answer({ ...who, coalition, dataFolder: app.dataDir }, ({ viewer }) =>
        facts([
          ["coalition", coalition.name.text],
          ["asking", viewer.kind === "anonymous" ? say("anonymous visitor") : say("{person}, {role} for {holder}", { person: viewer.person.name.text, role: viewer.role, holder: viewer.actsFor.name.text })],
          ["may", viewer.kind === "anonymous" ? say("read what is TLP:CLEAR") : viewer.may.join(", ")],
          ["looking as", viewer.kind === "anonymous" ? null : viewer.lookingAs?.name.text],
          ["members", coalition.members?.count.value],
          ["initiatives", coalition.initiatives],
          ["reports speak of", coalition.data === null ? null : say("{from} to {to}", coalition.data)],
          ["first account", say(who.needsSetup ? "not yet made: entente setup-link" : "made")],
          ["next", coalition.nextSteps.join(", ")],
          ["data folder", app.dataDir],
        ]));
    }),
  );
};
