import { Option } from "commander";
import { compareInitiative } from "../../app/picture/compare-initiative.ts";
import { initiativeHistory } from "../../app/picture/initiative-history.ts";
import { compareDays, type ComparedTime, comparedTimes } from "../../app/record/compare-days.ts";
import { recordHistory } from "../../app/record/record-history.ts";
import type { AddCommand } from "../command.ts";
import { day, type PageOptions, pageOptions } from "../options.ts";
import { code, section, table } from "../print/table.ts";
import { say } from "../speak.ts";

type Days = { readonly time: ComparedTime; readonly initiative: boolean };
type Said = readonly { readonly text: string }[];
const said = (values: Said): string => values.map((v) => v.text).join("; ");

/** What happened to a record, and how it stood on two days. */
export const addHistory: AddCommand = (program, session) => {
  pageOptions(program.command("history").description("who stated, withdrew and decided what about a record, newest first").argument("<record>", "the record's id"))
    .option("--field <field>", "only of this field")
    .option("--initiative", "the id is an initiative's: the versions of its reports", false)
    .action((id: string, options: PageOptions & { field?: string; initiative: boolean }) =>
      session.run(async ({ app, secret, languages, answer }) => {
        const wish = { ...options, languages };
        if (options.initiative) return answer(await initiativeHistory(app, secret, id, wish), (h) => table(["when", "report", "by", "field", "before", "after"], h.items.flatMap((v) => (v.changes.length === 0 ? [[v.at, v.report.identifier, v.by?.text, v.first ? say("first version") : "", "", ""]] : v.changes.map((c) => [v.at, v.report.identifier, v.by?.text, c.field, said(c.before), said(c.after)])))));
        answer(await recordHistory(app, secret, id, wish), (h) => table(["when", "what", "field", "by", "value", "source", "reason"], h.items.map((i) => [i.at, i.what, i.field, i.by?.text, i.value?.text, i.source?.title, i.reason])));
      }),
    );
  program
    .command("compare")
    .description("a record on two days: how things stood (--time world), or what was known here by the end of each (--time known)")
    .argument("<id>", "the record's id")
    .argument("<from>", "the first day, YYYY-MM-DD", day)
    .argument("<to>", "the other day, YYYY-MM-DD", day)
    .addOption(new Option("--time <which>", "which time the days are of").choices(comparedTimes).default("world"))
    .option("--initiative", "the id is an initiative's", false)
    .action((id: string, from: string, to: string, { time, initiative }: Days) =>
      session.run(async ({ app, secret, languages, answer }) => {
        const wish = { from, to, time, languages };
        const mark = (differs: boolean) => (differs ? "*" : "");
        if (initiative) return answer(await compareInitiative(app, secret, id, wish), (c) => [section("Reports", table(["", "report", code(from), code(to)], c.reports.map((r) => [mark(r.from !== r.to), r.report.identifier, r.from, r.to]))), section("Fields", table(["", "report", "field", code(from), code(to)], c.reports.flatMap((r) => r.fields.map((f) => [mark(f.differs), r.report.identifier, f.field, said(f.from), said(f.to)]))))].join(""));
        answer(await compareDays(app, secret, id, wish), (c) => [section("How things stood", table(["", "what", "", code(from), code(to)], c.states.map((s) => [mark(s.differs), s.about.kind, s.about.name.text, s.from, s.to]))), section("Fields", table(["", "what", "field", code(from), code(to)], c.fields.map((f) => [mark(f.differs), f.about.name.text, f.language === null ? f.field : `${f.field} (${f.language})`, said(f.from.values), said(f.to.values)])))].join(""));
      }),
    );
};
