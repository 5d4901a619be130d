import { findRecord } from "../../app/find-record.ts";
import { bodyPage } from "../../app/record/body-page.ts";
import type { AddCommand } from "../command.ts";
import { asOfOption } from "../options.ts";
import { held, names, proved, words } from "../print/shown.ts";
import { facts, section, table } from "../print/table.ts";
import { say } from "../speak.ts";

export const addBody: AddCommand = (program, session) => {
  asOfOption(program.command("body").description("one body: offices, members, meetings, texts, undertakings").argument("<key-or-id>")).action((handle: string, options: { asOf?: string }) =>
    session.run(async ({ app, secret, languages, answer }) => {
      const id = await findRecord(app, secret, "body", handle);
      answer(await bodyPage(app, secret, id, { asOf: options.asOf, languages }), human);
    }),
  );
};

function human(b: Awaited<ReturnType<typeof bodyPage>>): string {
  return [
    facts([
      ["name", proved(b.name, words)], ["as of", b.asOf], ["kind", proved(b.bodyKind)], ["founded", proved(b.founded)], ["launched", proved(b.launched)], ["ended", proved(b.ended)], ["status", proved(b.status)],
      ["part of", names(b.parents)], ["bodies in it", names(b.children)], ["conflicts", b.sentence.conflicts], ["id", b.id], ["marking", b.marking.tlp],
    ]),
    section("Offices", table(["office", "holder", "answer", "from", "to"], b.offices.map((o) => [o.office, o.holder.name.text, ...held(o.held)]))),
    section("Members", table(["member", "code", "answer", "joined", "left"], b.members.map((m) => [m.member.name.text, m.member.code, ...held(m.held)]))),
    section("Meetings", table(["date", "title", "place", "undertakings", "id"], b.meetings.map((m) => [proved(m.date), m.title.text, proved(m.place, words), m.undertakings, m.id]))),
    section("Texts", table(["issued", "title", "kind", "languages"], b.texts.map((t) => [proved(t.issued), proved(t.title, words), proved(t.kind), t.languages.join(" ")]))),
    section("Undertakings", table(["due", "by", "what", "overdue"], b.undertakings.map((u) => [proved(u.due), proved(u.byMembers, names) || proved(u.by), proved(u.what), u.overdue ? say("overdue") : ""]))),
    section("Counts of members", table(["as of", "members"], b.counts.map((c) => [proved(c.asOf), proved(c.members)]))),
  ].join("");
}
