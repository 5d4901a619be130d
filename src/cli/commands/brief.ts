import { findRecord } from "../../app/find-record.ts";
import { brief } from "../../app/record/brief.ts";
import type { AddCommand } from "../command.ts";
import { asOfOption } from "../options.ts";
import { held, names, proved, standing, words } from "../print/shown.ts";
import { facts, section, table } from "../print/table.ts";

export const addBrief: AddCommand = (program, session) => {
  asOfOption(program.command("brief").description("a brief for a body or one of its meetings: who sits, what was promised, what is disputed, each with its sources").argument("<key-or-id>"))
    .option("--meeting <key-or-id>", "for this meeting of the body; its day, if no other is given")
    .action((handle: string, options: { asOf?: string; meeting?: string }) =>
      session.run(async ({ app, secret, languages, answer }) => {
        const id = await findRecord(app, secret, "body", handle);
        const meeting = options.meeting === undefined ? undefined : await findRecord(app, secret, "meeting", options.meeting);
        answer(await brief(app, secret, id, { asOf: options.asOf, meeting, languages }), human);
      }),
    );
};

const numbers = (cites: readonly number[]) => cites.map((n) => `[${n}]`).join(" ");

function human(b: Awaited<ReturnType<typeof brief>>): string {
  const m = b.meeting;
  return [
    facts([["body", b.body.name.text], ["as of", b.asOf], ["meeting", m?.title.text], ["date", m && `${proved(m.date)} ${numbers(m.cites)}`], ["place", m && proved(m.place, words)], ["marking", b.marking.tlp]]),
    section("Offices", table(["office", "holder", "answer", "from", "to", "sources"], b.offices.map((o) => [o.office, o.holder.name.text, ...held(o.held), numbers(o.cites)]))),
    section("Members", table(["member", "code", "answer", "joined", "left", "sources"], b.members.map((s) => [s.member.name.text, s.member.code, ...held(s.held), numbers(s.cites)]))),
    section("Undertakings", table(["due", "state", "by", "what", "sources"], b.undertakings.map((u) => [proved(u.due), standing(u), proved(u.byMembers, names) || proved(u.by), proved(u.what), numbers(u.cites)]))),
    section("Where sources disagree", table(["record", "field", "sides"], b.disagreements.map((d) => [d.record.name.text, d.field, d.sides.map((s) => `${s.text} ${numbers(s.cites)}`).join(" | ")]))),
    section("Sources", table(["", "title", "published", "address"], b.sources.map((s, i) => [numbers([i + 1]), s.title, s.published, s.url]))),
  ].join("");
}
