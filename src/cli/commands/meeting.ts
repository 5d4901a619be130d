import { findRecord } from "../../app/find-record.ts";
import { meetingPage } from "../../app/record/meeting-page.ts";
import type { AddCommand } from "../command.ts";
import { asOfOption } from "../options.ts";
import { names, proved, words } from "../print/shown.ts";
import { facts, section, table } from "../print/table.ts";

export const addMeeting: AddCommand = (program, session) => {
  asOfOption(program.command("meeting").description("one meeting with what was read of it").argument("<key-or-id>")).action((handle: string, options: { asOf?: string }) =>
    session.run(async ({ app, secret, languages, answer }) => {
      const id = await findRecord(app, secret, "meeting", handle);
      answer(await meetingPage(app, secret, id, { asOf: options.asOf, languages }), meetingText);
    }),
  );
};

export function meetingText(m: Awaited<ReturnType<typeof meetingPage>>): string {
  return [
    facts([
      ["title", proved(m.title, words)], ["body", m.body.name.text], ["date", proved(m.date)], ["place", proved(m.place, words)], ["country", proved(m.country, (c) => c.name.text)], ["level", proved(m.level)],
      ["format", proved(m.format)], ["host", proved(m.host, names)], ["co-chairs", proved(m.coChairs, names)], ["participants", proved(m.participants)], ["members represented", proved(m.membersRepresented)],
      ["result", proved(m.result)], ["statement issued", proved(m.statementIssued)], ["follows", proved(m.follows, (f) => f.title.text)], ["before it", m.before?.title.text], ["after it", m.after?.title.text], ["id", m.id], ["marking", m.marking.tlp],
    ]),
    section("Delegations", table(["member", "head", "title", "notified by"], m.delegations.map((d) => [d.member.name.text, proved(d.head, words), proved(d.headTitle, words), proved(d.notifiedBy)]))),
    section("Texts", table(["title", "kind", "issued"], m.texts.map((t) => [proved(t.title, words), proved(t.kind), proved(t.issued)]))),
    section("Undertakings", table(["by", "what", "due"], m.undertakings.map((u) => [proved(u.byMembers, names) || proved(u.by), proved(u.what), proved(u.due)]))),
  ].join("");
}
