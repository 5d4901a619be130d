import fc from "fast-check";
import { expect, test } from "vitest";
import { linkInitiatives, type LinkDecision } from "../../coordination/link-initiatives.ts";
import type { CurrentReport } from "../../store/queries/current-reports.ts";
import type { Atlas } from "./atlas.ts";
import { apartGround } from "./apart-ground.ts";
import { figuresOf } from "./figures.ts";
import { type Ground, makeGround } from "./ground.ts";
import { keptReports } from "./kept/kept-reports.ts";
import { pairsOf } from "./overlap-item.ts";
import { pictureQuestion } from "./question.ts";
import { pictureFigures } from "./read-picture.ts";

const atlas: Atlas = { areas: { title: "made up", topology: null, byCode: new Map([["XX", { code: "XX", level: 0, parent: null, country: "XX", names: { en: "Land" } }], ["XX-1", { code: "XX-1", level: 1, parent: "XX", country: "XX", names: { en: "Part" } }]]) } } as unknown as Atlas;
const nothing = { needs: [], threat: [], none: [] };

const ids = ["a", "b", "c", "d", "e"] as const;
const report = (initiative: string, usd: number, funder: string): CurrentReport => ({
  id: `report of ${initiative}`, owner_id: "o", class_id: 1, initiative_id: initiative, identifier: initiative, reporter_key: `reporter ${initiative}`, reporter_ref: null, reporter_name: initiative, reporter_type: null, secondary: false, is_party: true,
  version_at: null, received_at: new Date(0), title: initiative, titles: { en: initiative }, status: "2", dates: { actualStart: "2024-01-01", actualEnd: "2024-12-31" }, countries: ["XX"], areas: ["XX-1"], area_shares: [1], area_how: ["code"],
  lines: ["capacity"], line_shares: [1], groups: ["women"], implementers: [`reporter ${initiative}`], funders: [funder], money: [{ kind: "commitment", amountUsd: usd, funder }], related: [],
});
const world = fc.record({
  usd: fc.tuple(...ids.map(() => fc.integer({ min: 1, max: 9 }))),
  funders: fc.tuple(...ids.map(() => fc.constantFrom("first", "second"))),
  decisions: fc.array(fc.record({ id: fc.uuid(), a: fc.constantFrom(...ids), b: fc.constantFrom(...ids), one: fc.boolean(), classId: fc.constant(2) }), { maxLength: 6 }),
});
type Drawn = { readonly usd: readonly number[]; readonly funders: readonly string[] };

function grounds({ usd, funders }: Drawn) {
  const kept = keptReports();
  const stamps = new Map(ids.map((id) => [`report of ${id}`, 1]));
  kept.put(stamps, ids.map((id, k) => report(id, usd[k] as number, funders[k] as string)));
  return (decisions: readonly LinkDecision[], before?: Ground): Ground => {
    const { initiatives, links } = kept.compose(stamps, decisions);
    return makeGround(atlas, initiatives, nothing, links, before);
  };
}

const askedOf = (ground: Ground) => figuresOf(ground, pictureQuestion(ground, { from: "2024-01", to: "2024-12", basis: "commitment" }, "2024-06-15"));
const told = (ground: Ground) => {
  const figures = askedOf(ground);
  return { pairs: pairsOf(figures), totals: pictureFigures(atlas, figures, null, ["en"]).totals, ids: [...ground.initiatives.keys()] };
};

test("from what changed by a decision come the same figures as from nothing, and with it taken back the same as before", () => {
  fc.assert(
    fc.property(world, ({ decisions, ...drawn }) => {
      const make = grounds(drawn);
      let ground = make([]);
      const unlinked = told(ground);
      for (let n = 1; n <= decisions.length; n++) {
        ground = make(decisions.slice(0, n), ground);
        expect(told(ground)).toEqual(told(make(decisions.slice(0, n))));
      }
      expect(told(make([], ground))).toEqual(unlinked);
    }),
  );
});

test("linking leaves what is reported, never adds to what is unique, and what is one overlaps with itself nowhere", () => {
  fc.assert(
    fc.property(world, ({ decisions, ...drawn }) => {
      const make = grounds(drawn);
      const [apart, linked] = [told(make([])), told(make(decisions))];
      expect(linked.totals.reported).toBe(apart.totals.reported);
      expect(linked.totals.unique).toBeLessThanOrEqual(apart.totals.unique);
      const { of, disputed } = linkInitiatives(decisions, () => true);
      const kept = apart.pairs.filter((p) => !(of.has(p.a) && of.get(p.a) === of.get(p.b)));
      expect(new Set(linked.pairs.map((p) => `${p.a} ${p.b}`))).toEqual(new Set(kept.map((p) => [of.get(p.a) ?? p.a, of.get(p.b) ?? p.b].sort().join(" "))));
      if (disputed.length === 0) expect(linked.totals.uncertain).toBe(0);
    }),
  );
});

test("two reports of one funder's money that are linked count its best report; where decisions contradict each other the difference is uncertain", () => {
  const make = grounds({ usd: [5, 5, 7, 9, 3], funders: ["first", "first", "second", "first", "second"] });
  const say = (a: string, b: string, one: boolean): LinkDecision => ({ id: `${a}${b}${one}`, a, b, one, classId: 2 });
  const totals = (...decisions: readonly LinkDecision[]) => {
    const { reported, unique, uncertain } = told(make(decisions)).totals;
    return { reported, unique, uncertain };
  };
  expect(totals()).toEqual({ reported: 29, unique: 29, uncertain: 0 });
  expect(totals(say("a", "b", true))).toEqual({ reported: 29, unique: 24, uncertain: 0 });
  expect(totals(say("a", "c", true))).toEqual({ reported: 29, unique: 29, uncertain: 0 });
  expect(totals(say("a", "b", true), say("a", "b", false))).toEqual({ reported: 29, unique: 29, uncertain: 5 });
});

test("seen apart, the parts of one are what they were before", () => {
  const make = grounds({ usd: [5, 5, 7, 9, 3], funders: ["first", "first", "second", "first", "second"] });
  const [before, linked] = [make([]), make([{ id: "x", a: "b", b: "a", one: true, classId: 2 }])];
  const whole = linked.initiatives.get("a");
  expect(whole?.parts).toEqual(["a", "b"]);
  if (whole !== undefined) expect(told(apartGround(atlas, linked, whole))).toEqual(told(before));
});
