import { findRecord } from "../../app/find-record.ts";
import { textList } from "../../app/record/text-list.ts";
import { textPage } from "../../app/record/text-page.ts";
import type { AddCommand } from "../command.ts";
import { asOfOption } from "../options.ts";
import { proved, words } from "../print/shown.ts";
import { facts, section, table } from "../print/table.ts";
import { toldTable } from "../print/told.ts";
import { undertakingTable } from "./undertakings.ts";

export const addTexts: AddCommand = (program, session) => {
  asOfOption(program.command("texts").description("statements, decisions and other texts, the latest first")).action((options: { asOf?: string }) =>
    session.run(async ({ app, secret, languages, answer }) => {
      answer(await textList(app, secret, { asOf: options.asOf, languages }), (list) =>
        `${table(
          ["issued", "adopted", "state", "title", "kind", "languages", "body", "id"],
          list.items.map((t) => [proved(t.issued), proved(t.adopted), t.state, proved(t.title, words), proved(t.kind), t.languages.join(" "), t.body?.name.text, t.id]),
        )}\n${facts([["as of", list.asOf], ["texts", list.items.length], ["marking", list.marking.tlp]])}`);
    }),
  );
  asOfOption(program.command("text").description("one text: its titles, the versions that sources hold, the undertakings in it").argument("<key-or-id>")).action((handle: string, options: { asOf?: string }) =>
    session.run(async ({ app, secret, languages, answer }) => {
      const id = await findRecord(app, secret, "text", handle);
      answer(await textPage(app, secret, id, { asOf: options.asOf, languages }), human);
    }),
  );
};

function human(t: Awaited<ReturnType<typeof textPage>>): string {
  return [
    facts([
      ["title", proved(t.title, words)], ["as of", t.asOf], ["state", t.state], ["kind", proved(t.kind)], ["issued", proved(t.issued)], ["adopted", proved(t.adopted)], ["ended", proved(t.ended)],
      ["address", proved(t.url)], ["body", t.body?.name.text], ["meeting", t.meeting?.title.text], ["id", t.id], ["marking", t.marking.tlp],
    ]),
    section("Titles", table(["language", "title"], t.titles.map((n) => [n.value?.language, proved(n, words)]))),
    section("Versions", toldTable(t.versions)),
    section("Undertakings", undertakingTable(t.undertakings)),
    section("Undertakings of its meeting, in no text that a source names", undertakingTable(t.ofItsMeeting)),
  ].join("");
}
