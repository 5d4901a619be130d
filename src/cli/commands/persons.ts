import { findRecord } from "../../app/find-record.ts";
import { personList } from "../../app/record/person-list.ts";
import { personPage } from "../../app/record/person-page.ts";
import type { AddCommand } from "../command.ts";
import { asOfOption } from "../options.ts";
import { held, proved, words } from "../print/shown.ts";
import { facts, section, table } from "../print/table.ts";
import { toldTable } from "../print/told.ts";

export const addPersons: AddCommand = (program, session) => {
  asOfOption(program.command("persons").description("the persons whom sources name, by name; an account is another thing")).action((options: { asOf?: string }) =>
    session.run(async ({ app, secret, languages, answer }) => {
      answer(await personList(app, secret, { asOf: options.asOf, languages }), (list) => `${table(["name", "id"], list.items.map((p) => [p.name.text, p.id]))}\n${facts([["persons", list.items.length], ["marking", list.marking.tlp]])}`);
    }),
  );
  asOfOption(program.command("person").description("one person of the record: spellings, offices, delegations").argument("<key-or-id>")).action((handle: string, options: { asOf?: string }) =>
    session.run(async ({ app, secret, languages, answer }) => {
      const id = await findRecord(app, secret, "person", handle);
      answer(await personPage(app, secret, id, { asOf: options.asOf, languages }), human);
    }),
  );
};

function human(p: Awaited<ReturnType<typeof personPage>>): string {
  return [
    facts([["name", proved(p.name, words)], ["as of", p.asOf], ["id", p.id], ["marking", p.marking.tlp]]),
    section("Spellings", toldTable(p.spellings)),
    section("Positions", toldTable(p.positions)),
    section("Offices", table(["office", "body", "answer", "from", "to"], p.offices.map((o) => [o.office, o.body.name.text, ...held(o.held)]))),
    section("Delegations", table(["date", "meeting", "member", "part", "title"], p.delegations.map((d) => [proved(d.meeting.date), d.meeting.title.text, d.member.name.text, d.part, proved(d.title, words)]))),
  ].join("");
}
