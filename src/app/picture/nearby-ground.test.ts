import fc from "fast-check";
import { expect, test } from "vitest";
import type { CurrentReport } from "../../store/queries/current-reports.ts";
import type { Atlas } from "./atlas.ts";
import { figuresOf } from "./figures.ts";
import { type Ground, makeGround } from "./ground.ts";
import { nearestGround } from "./kept/nearest-ground.ts";
import { keptReports } from "./kept/kept-reports.ts";
import { listFigures } from "./list-initiatives.ts";
import { pairsOf } from "./overlap-item.ts";
import { pictureQuestion } from "./question.ts";
import { pictureFigures } from "./read-picture.ts";

// One viewer's ground is made from another's, who reads more, less or other reports of the same initiatives: it has to be what it is from nothing.

const atlas: Atlas = { areas: { title: "made up", topology: null, byCode: new Map([["XX", { code: "XX", level: 0, parent: null, country: "XX", names: { en: "Land" } }], ["XX-1", { code: "XX-1", level: 1, parent: "XX", country: "XX", names: { en: "Part" } }]]) } } as unknown as Atlas;
const ids = ["a", "b", "c", "d", "e", "f"] as const;

const drawn = fc.record({
  initiative: fc.constantFrom(...ids), reporter: fc.constantFrom("first", "second"), usd: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }), title: fc.constantFrom("well", "school", "road"),
  area: fc.constantFrom("XX", "XX-1", "YY"), group: fc.constantFrom("women", "youth"), from: fc.constantFrom("2023-05-01", "2024-01-01"), classId: fc.constantFrom(1, 2, 3),
  related: fc.array(fc.record({ type: fc.constantFrom("parent", "child", "sibling"), identifier: fc.constantFrom(...ids) }), { maxLength: 2 }),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer D> ? D : never;

const report = (d: Drawn, n: number): CurrentReport => ({
  id: `report ${n}`, owner_id: "o", class_id: d.classId, initiative_id: d.initiative, identifier: d.initiative, reporter_key: d.reporter, reporter_ref: null, reporter_name: d.reporter, reporter_type: null, secondary: false, is_party: true,
  version_at: null, received_at: new Date(0), title: d.title, titles: { en: d.title }, status: "2", dates: { actualStart: d.from, actualEnd: "2024-12-31" }, countries: [], areas: [d.area], area_shares: [1], area_how: ["code"],
  lines: ["capacity"], line_shares: [1], groups: [d.group], implementers: [d.reporter], funders: [], money: d.usd === null ? [] : [{ kind: "commitment", amountUsd: d.usd, funder: d.reporter }], related: d.related,
});

function told(ground: Ground) {
  const figures = figuresOf(ground, pictureQuestion(ground, { from: "2024-01", to: "2024-12", basis: "commitment" }, "2024-06-15"));
  const rows = listFigures(atlas, figures, { sort: "title", limit: 10, tlpOf: [["1", 0], ["2", 1], ["3", 2]] }, ["en"]);
  return { rows, pairs: pairsOf(figures), picture: pictureFigures(atlas, figures, null, ["en"]), families: ground.families, beside: ground.beside, supply: ground.supply };
}

test("from another viewer's ground comes what comes from nothing, and so after what either reads changed", () => {
  fc.assert(
    fc.property(
      fc.array(drawn, { minLength: 1, maxLength: 12 }),
      fc.array(fc.array(fc.constantFrom<number>(1, 2, 3), { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
      fc.array(fc.tuple(fc.nat(11), drawn), { maxLength: 3 }),
      (first, viewers, changes) => {
        const kept = keptReports();
        let states = first.map((d, n) => ({ report: report(d, n), stamp: 1 }));
        const grounds: Ground[] = [];
        const look = () => {
          for (const classes of viewers) {
            const read = states.filter((s) => classes.includes(s.report.class_id)).sort((a, b) => (a.report.id < b.report.id ? -1 : 1));
            const stamps = new Map(read.map((s) => [s.report.id, s.stamp]));
            kept.put(stamps, read.map((s) => s.report));
            const { initiatives, links } = kept.compose(stamps);
            const around = { needs: [], threat: [], none: [] };
            const nothing = told(makeGround(atlas, initiatives, around, links));
            for (const before of [nearestGround(grounds, initiatives), ...grounds]) {
              const ground = makeGround(atlas, initiatives, around, links, before);
              expect(told(ground)).toEqual(nothing);
              told(ground);
            }
            const ground = makeGround(atlas, initiatives, around, links, grounds.at(-1));
            told(ground);
            grounds.push(ground);
          }
        };
        look();
        for (const [at, d] of changes) {
          states = states.map((s, n) => (n === at % states.length ? { report: report({ ...d, initiative: s.report.initiative_id as Drawn["initiative"] }, n), stamp: s.stamp + 1 } : s));
          look();
        }
      },
    ),
    { numRuns: 60 },
  );
});
