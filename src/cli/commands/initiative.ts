import { readInitiative } from "../../app/picture/read-initiative.ts";
import type { AddCommand } from "../command.ts";
import { type PictureOptions, pictureOptions } from "../options.ts";
import { proved, usd, words } from "../print/shown.ts";
import { facts, section, table } from "../print/table.ts";
import { say } from "../speak.ts";

export const addInitiative: AddCommand = (program, session) => {
  pictureOptions(program.command("initiative").description("one initiative: its reports side by side, its money, its older versions").argument("<id>")).action((id: string, options: PictureOptions) =>
    session.run(async ({ app, secret, languages, answer }) => {
      answer(await readInitiative(app, secret, id, { asOf: options.asOf, basis: options.basis }, languages), human);
    }),
  );
};

function human(i: Awaited<ReturnType<typeof readInitiative>>): string {
  return [
    facts([
      ["title", proved(i.title, words)], ["status", proved(i.status)], ["start", proved(i.start)], ["end", proved(i.end)], ["lines", i.lines.map((l) => `${l.line} ${Math.round(l.share * 100)} %`).join(", ")],
      ["areas", i.places.map((p) => p.area?.name.text ?? p.name ?? "").join(", ")], ["USD", usd(i.money.usd)], ["money", i.money.basis], ["overlaps", i.overlaps.total], ["may be read because", i.why.rule], ["id", i.id], ["marking", i.marking.tlp],
    ]),
    section("Reports", table(["reporter", "identifier", "file", "line", "id"], i.reports.map(({ report: r }) => [r.reporter.name.text, r.identifier, r.read.file, r.read.line, r.id]))),
    section("Parties", table(["role", "party"], i.parties.map((p) => [p.role, p.party.name.text]))),
    section("Money", table(["kind", "stated", "USD", "date", "counts", "why not"], i.money.statements.map((m) => [m.kind, `${m.stated.amount} ${m.stated.currency ?? ""}`, usd(m.usd), m.date ?? m.from, m.counts ? say("yes") : "", m.whyNot]))),
    section("Earlier versions", table(["superseded", "identifier", "changed"], i.history.map((h) => [h.supersededAt, h.report.identifier, h.changed.join(" ")]))),
  ].join("");
}
