import { Option } from "commander";
import type { PairDecision } from "../../app/coordination/on-pairs.ts";
import type { OverlapItem } from "../../app/picture/overlap-item.ts";
import { readOverlapPair } from "../../app/picture/read-overlap-pair.ts";
import { readOverlaps } from "../../app/picture/read-overlaps.ts";
import type { AddCommand } from "../command.ts";
import { csvOption, decidedOption, type PageOptions, pageOptions, type PictureOptions, pictureOptions } from "../options.ts";
import { csv, everyPage } from "../print/csv.ts";
import { percent, usd } from "../print/shown.ts";
import { facts, section, table } from "../print/table.ts";
import { say } from "../speak.ts";

export const addOverlaps: AddCommand = (program, session) => {
  pageOptions(pictureOptions(program.command("overlaps").description("initiatives that meet, best first")))
    .option("--area <code>", "only those that meet in this area")
    .addOption(new Option("--kind <kind>").choices(["possible-double-report", "money", "presence"]))
    .addOption(decidedOption())
    .addOption(csvOption())
    .action((options: PictureOptions & PageOptions & { area?: string; kind?: string; decided?: "yes" | "no"; csv?: boolean }) =>
      session.run(async ({ app, secret, languages, answer, io }) => {
        if (options.csv === true) {
          const pages = await everyPage((page) => readOverlaps(app, secret, { ...options, cursor: undefined, ...page }, languages));
          io.stdout.write(overlapCsv(pages));
          return;
        }
        answer(await readOverlaps(app, secret, options, languages), (list) => `${overlapRows(list.items)}\n${facts([["overlaps", list.total], ["money", list.basis], ["next", list.next], ["marking", list.marking.tlp]])}`);
      }),
    );
  pictureOptions(program.command("overlap").description("one overlap opened: both initiatives side by side, by month and by area").argument("<a>", "an initiative's id").argument("<b>", "another's")).action((a: string, b: string, options: PictureOptions) =>
    session.run(async ({ app, secret, languages, answer }) => {
      answer(await readOverlapPair(app, secret, { a, b }, options, languages), (pair) =>
        [
          overlapRows([pair]),
          facts([["money", pair.basis], ["all of the first, USD", usd(pair.totals.a)], ["all of the second, USD", usd(pair.totals.b)], ["reports behind both", pair.reports], ["marking", pair.marking.tlp]]),
          section("Side by side", table(["", "first", "second", "shared"], pair.rows.map((r) => [r.field, (r.a.value ?? []).map((n) => n.text).join("; "), (r.b.value ?? []).map((n) => n.text).join("; "), r.shared ? say("shared") : ""]))),
          section("By area", table(["area", "contested USD"], pair.byArea.map((r) => [r.area.name.text, usd(r.contestedUsd)]))),
          section("By month", table(["month", "first USD", "second USD", "contested USD"], pair.byMonth.map((r) => [r.month, usd(r.a), usd(r.b), usd(r.contested)]))),
        ].join(""));
    }),
  );
};

type Decided = Omit<OverlapItem, "decision"> & { readonly decision: PairDecision | null };

export function overlapRows(items: readonly Decided[]): string {
  return table(
    ["first", "second", "kind", "areas", "from", "to", "contested USD", "score", "decision", "first's id", "second's id"],
    items.map((o) => [o.a.title.text.slice(0, 48), o.b.title.text.slice(0, 48), o.kind, o.areaCount, o.months.from, o.months.to, usd(o.contestedUsd), percent(o.score), decisionWord(o.decision), o.a.id, o.b.id]),
  );
}

/** The same columns with whole titles and figures, and each row's marking: that of the list it was read in. */
function overlapCsv(pages: readonly { readonly items: readonly Decided[]; readonly basis: string; readonly marking: { readonly tlp: string } }[]): string {
  return csv(
    ["first", "second", "kind", "lines", "areas", "area count", "from", "to", "contested USD", "score", "duplication USD", "presence", "money", "decision", "decision holds", "first's id", "second's id", "marking"],
    pages.flatMap((page) => page.items.map((o) => [
      o.a.title.text, o.b.title.text, o.kind, o.lines.join("; "), o.areas.map((a) => a.code).join("; "), o.areaCount, o.months.from, o.months.to, o.contestedUsd, o.score, o.duplicationUsd, o.presence, page.basis,
      o.decision?.outcome, o.decision === null ? "" : say(o.decision.holds ? "yes" : "no"), o.a.id, o.b.id, page.marking.tlp,
    ])),
  );
}

/** A decision in a table: its outcome, and whether it still holds. */
export function decisionWord(d: { readonly outcome: string; readonly holds: boolean } | null): string {
  return d === null ? "" : d.holds ? d.outcome : say("{value} (changed since)", { value: d.outcome });
}
