import { findRecord } from "../../app/find-record.ts";
import { type UndertakingInList, undertakingList } from "../../app/record/undertaking-list.ts";
import { undertakingPage } from "../../app/record/undertaking-page.ts";
import type { AddCommand } from "../command.ts";
import { asOfOption } from "../options.ts";
import { names, proved, standing } from "../print/shown.ts";
import { facts, section, table } from "../print/table.ts";
import { toldTable } from "../print/told.ts";

export const addUndertakings: AddCommand = (program, session) => {
  asOfOption(program.command("undertakings").description("what was promised, by whom, by when, and how it stands; what is due first comes first")).action((options: { asOf?: string }) =>
    session.run(async ({ app, secret, languages, answer }) => {
      answer(await undertakingList(app, secret, { asOf: options.asOf, languages }), (list) => `${undertakingTable(list.items)}\n${facts([["as of", list.asOf], ["undertakings", list.items.length], ["marking", list.marking.tlp]])}`);
    }),
  );
  asOfOption(program.command("undertaking").description("one undertaking, with what sources tell of its progress").argument("<key-or-id>")).action((handle: string, options: { asOf?: string }) =>
    session.run(async ({ app, secret, languages, answer }) => {
      const id = await findRecord(app, secret, "undertaking", handle);
      answer(await undertakingPage(app, secret, id, { asOf: options.asOf, languages }), human);
    }),
  );
};

export function undertakingTable(items: readonly UndertakingInList[]): string {
  return table(
    ["due", "state", "by", "what", "body", "meeting", "id"],
    items.map((u) => [proved(u.due), standing(u), proved(u.byMembers, names) || proved(u.by), proved(u.what), u.body?.name.text, u.meeting?.title.text, u.id]),
  );
}

function human(u: Awaited<ReturnType<typeof undertakingPage>>): string {
  return [
    facts([
      ["what", proved(u.what)], ["by", proved(u.byMembers, names) || proved(u.by)], ["as of", u.asOf], ["state", standing(u)], ["due", proved(u.due)], ["done", proved(u.done)], ["dropped", proved(u.dropped)],
      ["amount", proved(u.amount, (m) => `${m.amount} ${m.currency ?? ""}`.trim())], ["line of effort", proved(u.line)], ["text", proved(u.text, names)], ["body", u.body?.name.text], ["meeting", u.meeting?.title.text], ["id", u.id], ["marking", u.marking.tlp],
    ]),
    section("Progress", toldTable(u.progress)),
  ].join("");
}
