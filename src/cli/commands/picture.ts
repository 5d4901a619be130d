import { readPicture } from "../../app/picture/read-picture.ts";
import type { AddCommand } from "../command.ts";
import { type PictureOptions, pictureOptions } from "../options.ts";
import { usd } from "../print/shown.ts";
import { facts, section, table } from "../print/table.ts";
import { gapRows } from "./gaps.ts";
import { overlapRows } from "./overlaps.ts";
import { counted, say } from "../speak.ts";

export const addPicture: AddCommand = (program, session) => {
  pictureOptions(program.command("picture").description("who works where, where efforts meet and where none are told of, from what you may see")).action((options: PictureOptions) =>
    session.run(async ({ app, secret, languages, answer }) => {
      answer(await readPicture(app, secret, options, languages), human);
    }),
  );
};

function human(p: Awaited<ReturnType<typeof readPicture>>): string {
  const { sentence: s } = p;
  return [
    facts([
      ["as of", p.asOf], ["period", `${say("{from} to {to}", { from: p.period.from, to: p.period.to })} (${p.period.why})`], ["money", `${p.basis.basis} (${p.basis.why})`], ["initiatives", s.initiatives], ["reporters", s.reporters], ["members among them", s.members],
      ["overlaps", s.overlaps], ["areas", s.areas], ["areas, none reported", s.areasNoneReported], ["areas, not known", s.areasNotKnown], ["areas under-served", s.areasUnderServed],
      ["reported USD", usd(p.totals.reported)], ["unique USD", usd(p.totals.unique)], ["uncertain USD", usd(p.totals.uncertain)], ["of unknown budget", p.totals.unknownBudget], ["marking", p.marking.tlp],
    ]),
    section("Areas", table(["area", "country", "initiatives", "USD", "unknown", "state", "overlaps", "events", "deaths"], p.cells.map((c) => [c.area.name.text, c.area.country.code, c.initiatives, usd(c.supplyUsd), c.unknownBudget, c.state, c.overlaps, c.threat?.events, c.threat?.deaths]))),
    section({ said: counted("firstGaps", p.gaps.total) }, gapRows(p.gaps.items)),
    section({ said: counted("firstOverlaps", p.overlaps.total) }, overlapRows(p.overlaps.items)),
  ].join("");
}
