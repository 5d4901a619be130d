import { memberList } from "../../app/record/member-list.ts";
import type { AddCommand } from "../command.ts";
import { asOfOption } from "../options.ts";
import { held } from "../print/shown.ts";
import { facts, table } from "../print/table.ts";

export const addMembers: AddCommand = (program, session) => {
  asOfOption(program.command("members").description("the coalition's members, each with yes, no or between for the day")).action((options: { asOf?: string }) =>
    session.run(async ({ app, secret, languages, answer }) => {
      answer(await memberList(app, secret, { asOf: options.asOf, languages }), (list) =>
        `${table(["member", "code", "kind", "answer", "joined", "left"], list.items.map((m) => [m.member.name.text, m.member.code, m.memberKind, ...held(m.held)]))}\n${facts([["as of", list.asOf], ["yes", list.yes], ["between", list.between], ["no", list.no], ["marking", list.marking.tlp]])}`);
    }),
  );
};
