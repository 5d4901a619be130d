import { meetingList } from "../../app/record/meeting-list.ts";
import type { AddCommand } from "../command.ts";
import { asOfOption } from "../options.ts";
import { proved, words } from "../print/shown.ts";
import { facts, table } from "../print/table.ts";

export const addMeetings: AddCommand = (program, session) => {
  asOfOption(program.command("meetings").description("every meeting: those to come first, then those held, the latest first")).action((options: { asOf?: string }) =>
    session.run(async ({ app, secret, languages, answer }) => {
      answer(await meetingList(app, secret, { asOf: options.asOf, languages }), (list) =>
        `${table(
          ["date", "held", "title", "body", "place", "delegations", "texts", "undertakings", "id"],
          list.items.map((m) => [proved(m.date), m.held, m.title.text, m.body.name.text, proved(m.place, words), m.delegations, m.texts, m.undertakings, m.id]),
        )}\n${facts([["as of", list.asOf], ["meetings", list.items.length], ["marking", list.marking.tlp]])}`);
    }),
  );
};
