import { Option } from "commander";
import type { CellDecision } from "../../app/coordination/on-cells.ts";
import type { GapItem } from "../../app/picture/gap-item.ts";
import { readGapCell } from "../../app/picture/read-gap-cell.ts";
import { readGaps } from "../../app/picture/read-gaps.ts";
import type { AddCommand } from "../command.ts";
import { csvOption, decidedOption, type PageOptions, pageOptions, type PictureOptions, pictureOptions } from "../options.ts";
import { csv, everyPage } from "../print/csv.ts";
import { usd } from "../print/shown.ts";
import { facts, section, table } from "../print/table.ts";
import { decisionWord } from "./overlaps.ts";
import { say } from "../speak.ts";

export const addGaps: AddCommand = (program, session) => {
  pageOptions(pictureOptions(program.command("gaps").description("need without supply, most pressing first")))
    .option("--area <code>", "only this area")
    .addOption(new Option("--state <state>").choices(["reported", "none-reported", "not-known"]))
    .addOption(decidedOption())
    .addOption(csvOption())
    .action((options: PictureOptions & PageOptions & { area?: string; state?: string; decided?: "yes" | "no"; csv?: boolean }) =>
      session.run(async ({ app, secret, languages, answer, io }) => {
        if (options.csv === true) {
          const pages = await everyPage((page) => readGaps(app, secret, { ...options, cursor: undefined, ...page }, languages));
          io.stdout.write(gapCsv(pages));
          return;
        }
        answer(await readGaps(app, secret, options, languages), (list) => `${gapRows(list.items)}\n${facts([["gaps", list.total], ["money", list.basis], ["next", list.next], ["marking", list.marking.tlp]])}`);
      }),
    );
  pictureOptions(program.command("gap").description("one cell opened: need and supply by month, and who contributes").argument("<area>", "an area's code").argument("[cell-line]", "a line of effort; all lines without it")).action((area: string, line: string | undefined, options: PictureOptions) =>
    session.run(async ({ app, secret, languages, answer }) => {
      answer(await readGapCell(app, secret, { area, line: line === undefined || line === "all" ? null : line }, options, languages), (cell) =>
        [
          gapRows([cell]),
          facts([["period", say("{from} to {to}", cell.period)], ["money", cell.basis], ["marking", cell.marking.tlp]]),
          section("By month", table(["month", "need USD", "supply USD", "events"], cell.byMonth.map((m) => [m.month, usd(m.needUsd), usd(m.supplyUsd), m.events]))),
        ].join(""));
    }),
  );
};

export function gapRows(items: readonly (GapItem & { readonly decision: CellDecision | null })[]): string {
  return table(
    ["area", "country", "line of effort", "state", "supply USD", "initiatives", "events", "deaths", "gap USD", "label", "decision", "code"],
    items.map((g) => [g.area.name.text, g.area.country.code, g.line ?? "all", g.state, usd(g.supplyUsd), g.initiatives, g.threat?.events, g.threat?.deaths, usd(g.gapUsd), g.label, decisionWord(g.decision), g.area.code]),
  );
}

/** The same columns with whole figures, and each row's marking: that of the list it was read in. */
function gapCsv(pages: readonly Awaited<ReturnType<typeof readGaps>>[]): string {
  return csv(
    ["area", "code", "country", "line of effort", "state", "need USD", "people in need", "supply USD", "initiatives", "of unknown budget", "events", "deaths", "gap USD", "gap in people", "label", "money", "decision", "decision holds", "marking"],
    pages.flatMap((page) => page.items.map((g) => [
      g.area.name.text, g.area.code, g.area.country.code, g.line ?? "all", g.state, g.need?.usd, g.need?.people, g.supplyUsd, g.initiatives, g.unknownBudget, g.threat?.events, g.threat?.deaths, g.gapUsd, g.gapPeople, g.label,
      page.basis, g.decision?.outcome, g.decision === null ? "" : say(g.decision.holds ? "yes" : "no"), page.marking.tlp,
    ])),
  );
}
