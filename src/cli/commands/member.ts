import { findRecord } from "../../app/find-record.ts";
import { memberPage } from "../../app/record/member-page.ts";
import type { AddCommand } from "../command.ts";
import { asOfOption } from "../options.ts";
import { held, proved, words } from "../print/shown.ts";
import { facts, section, table } from "../print/table.ts";
import { say } from "../speak.ts";

export const addMember: AddCommand = (program, session) => {
  asOfOption(program.command("member").description("one member: bodies, offices, delegations, undertakings").argument("<code-key-or-id>")).action((handle: string, options: { asOf?: string }) =>
    session.run(async ({ app, secret, languages, answer }) => {
      const id = await findRecord(app, secret, "member", handle);
      answer(await memberPage(app, secret, id, { asOf: options.asOf, languages }), human);
    }),
  );
};

function human(m: Awaited<ReturnType<typeof memberPage>>): string {
  return [
    facts([
      ["name", proved(m.name, words)], ["code", m.code], ["as of", m.asOf], ["region", proved(m.region)], ["standing", proved(m.standing)], ["initiatives reported", m.initiatives.reporting],
      ["initiatives funded", m.initiatives.funding], ["id", m.id], ["marking", m.marking.tlp],
    ]),
    section("Memberships", table(["body", "answer", "joined", "left"], m.memberships.map((s) => [s.body.name.text, ...held(s.held)]))),
    section("Offices", table(["office", "body", "answer", "from", "to"], m.offices.map((o) => [o.office, o.body.name.text, ...held(o.held)]))),
    section("Delegations", table(["date", "meeting", "head", "title"], m.delegations.map((d) => [proved(d.meeting.date), d.meeting.title.text, proved(d.head, words), proved(d.headTitle, words)]))),
    section("Hosted", table(["date", "meeting"], m.hosted.map((h) => [proved(h.date), h.title.text]))),
    section("Undertakings", table(["due", "what", "overdue"], m.undertakings.map((u) => [proved(u.due), proved(u.what), u.overdue ? say("overdue") : ""]))),
  ].join("");
}
