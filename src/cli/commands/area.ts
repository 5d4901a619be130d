import { readArea } from "../../app/picture/read-area.ts";
import type { AddCommand } from "../command.ts";
import { type PictureOptions, pictureOptions } from "../options.ts";
import { usd } from "../print/shown.ts";
import { facts, section, table } from "../print/table.ts";
import { gapRows } from "./gaps.ts";
import { overlapRows } from "./overlaps.ts";
import { counted, say } from "../speak.ts";

export const addArea: AddCommand = (program, session) => {
  pictureOptions(program.command("area").description("one area: who works there, what meets, what is missing").argument("<code>", "ISO 3166-2, e.g. NE-2")).action((code: string, options: PictureOptions) =>
    session.run(async ({ app, secret, languages, answer }) => {
      answer(await readArea(app, secret, code.toUpperCase(), options, languages), areaText);
    }),
  );
};

function areaText(a: Awaited<ReturnType<typeof readArea>>): string {
  return [
    facts([["area", a.area.name.text], ["country", a.area.country.name.text], ["boundaries", a.boundaries.title], ["period", say("{from} to {to}", a.period)], ["money", a.basis], ["initiatives", a.cell.initiatives], ["USD", usd(a.cell.supplyUsd)], ["marking", a.marking.tlp]]),
    section("By line", gapRows(a.lines)),
    section("At work", table(["initiative", "USD"], a.contributions.map((c) => [c.initiative.title.text, usd(c.usd)]))),
    section({ said: counted("firstOverlaps", a.overlaps.total) }, overlapRows(a.overlaps.items)),
    section("By month", table(["month", "USD", "events", "deaths"], a.byMonth.filter((m) => m.supplyUsd !== null || m.events !== null).map((m) => [m.month, usd(m.supplyUsd), m.events, m.deaths]))),
  ].join("");
}
