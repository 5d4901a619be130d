import fc from "fast-check";
import { expect, test } from "vitest";
import { shippedAreas, shippedPlaces } from "./places.fixture.ts";
import type { StatedPlace } from "./places.ts";

const g1 = (code: string) => ({ vocabulary: "G1", code });
const point = (latitude: number, longitude: number) => ({ latitude, longitude });

type Case = readonly [
  what: string,
  place: StatedPlace,
  countries: readonly string[],
  area: string,
  how: string,
  note?: string,
];

/** Places as publishers really wrote them (AidData's Nigeria, Somalia and Senegal exports, US, UN and EC publications). */
const cases: readonly Case[] = [
  [
    "a state by its GeoNames code",
    { name: "Borno State", ...point(11.5, 13), exactness: "exact", locationClass: "1", gazetteer: g1("2346794") },
    ["NG"],
    "NG-BO",
    "code",
  ],
  [
    "the same by 1.x's name for GeoNames",
    { gazetteer: { vocabulary: "GEO", code: "2346794" } },
    ["NG"],
    "NG-BO",
    "code",
  ],
  ["a district's code leads to the region drawn", { gazetteer: g1("2421272") }, ["GN"], "GN-F", "code"],
  ["an ISO code", { administrative: [{ vocabulary: "iso3166-2", code: "NE-2" }] }, ["NE"], "NE-2", "code"],
  [
    "an ISO code of a part drawn as one",
    { administrative: [{ vocabulary: "iso3166-2", code: "SO-WO" }] },
    ["SO"],
    "SO-X11",
    "code",
  ],
  [
    "an unknown p-code beside a point",
    { administrative: [{ vocabulary: "A4", code: "NG008001" }], ...point(11.83, 13.15) },
    ["NG"],
    "NG-BO",
    "point",
  ],
  [
    "the country's middle under its name",
    { name: "Nigeria", ...point(10, 8), exactness: "exact", locationClass: "1", gazetteer: g1("2328926") },
    ["NG"],
    "NG",
    "name",
    "whole-country",
  ],
  [
    "the same called approximate",
    { name: "Somalia", ...point(6, 48), exactness: "approximate", locationClass: "1", gazetteer: g1("51537") },
    ["SO"],
    "SO",
    "name",
    "whole-country",
  ],
  [
    "the country's middle without a name",
    { ...point(14.5, -14.25), locationClass: "1" },
    ["SN"],
    "SN",
    "point",
    "whole-country",
  ],
  [
    "GeoNames' designation of a state",
    {
      name: "TANZANIA, UNITED REPUBLIC OF",
      ...point(-6.266415, 34.81448),
      exactness: "approximate",
      locationClass: "1",
      precision: "PCL",
    },
    ["TZ"],
    "TZ",
    "name",
    "wider-than-area",
  ],
  [
    "AidData's precision 6",
    { name: "Accra?", ...point(5.6, -0.2), precision: "6" },
    ["GH"],
    "GH",
    "code",
    "whole-country",
  ],
  [
    "a federal state wider than an area",
    { name: "Puntland", ...point(9, 49), exactness: "exact", locationClass: "1", gazetteer: g1("8220543") },
    ["SO"],
    "SO",
    "name",
    "wider-than-area",
  ],
  [
    "a region nobody lists, called approximate",
    { name: "Upper Something", ...point(9, 49), exactness: "approximate", locationClass: "1" },
    ["SO"],
    "SO",
    "point",
    "wider-than-area",
  ],
  [
    "Somaliland, one area of the map",
    { name: "Somaliland", ...point(9, 46), exactness: "approximate", locationClass: "1", gazetteer: g1("8220542") },
    ["SO"],
    "SO-X11",
    "point",
  ],
  [
    "a district by its point",
    {
      name: "Galkayo District",
      ...point(6.93523, 47.68801),
      exactness: "exact",
      locationClass: "1",
      gazetteer: g1("9179661"),
    },
    ["SO"],
    "SO-MU",
    "point",
  ],
  [
    "a town by its point",
    { name: "Zaria", ...point(11.11128, 7.7227), exactness: "exact", locationClass: "2", gazetteer: g1("2317765") },
    ["NG"],
    "NG-KD",
    "point",
  ],
  [
    "Niger the state is not Niger the country",
    { name: "Niger State", ...point(10, 6), locationClass: "1" },
    ["NG"],
    "NG-NI",
    "point",
  ],
  [
    "a harbour on the edge of the land",
    { name: "Baie de Hann", ...point(14.71998, -17.4161), exactness: "approximate", locationClass: "4" },
    ["SN"],
    "SN-DK",
    "point",
  ],
  [
    "an island quarter off the coast",
    { name: "Port of Monrovia", ...point(6.345, -10.87), locationClass: "3" },
    ["LR"],
    "LR-MO",
    "point",
    "nearest-edge",
  ],
  ["a region by name", { name: "Région de Thiès" }, ["SN"], "SN-TH", "name"],
  ["a state by name, without accents, capitals", { name: "NASARAWA STATE" }, ["NG"], "NG-NA", "name"],
  ["a wilaya", { name: "Wilaya de Tamanrasset" }, ["DZ"], "DZ-11", "name"],
  ["an Arabic name", { name: "منطقة طاوة" }, ["NE"], "NE-5", "name"],
  ["a province in Portuguese", { name: "Província de Cabo Delgado" }, ["MZ"], "MZ-P", "name"],
  ["a county", { name: "Grand Gedeh County" }, ["LR"], "LR-GG", "name"],
  ["a county as EC writes it", { name: "Nimba county, Liberia" }, ["LR"], "LR", "country", "country-of-report"],
  [
    "a whole country in words only",
    { name: "Congo (Brazzaville)", exactness: "exact", locationClass: "4" },
    ["CG"],
    "CG",
    "name",
    "wider-than-area",
  ],
  [
    "a template's point left in Kandahar",
    {
      name: "Location name",
      ...point(31.616944, 65.716944),
      exactness: "exact",
      locationClass: "2",
      gazetteer: g1("1453782"),
    },
    ["SS"],
    "SS",
    "country",
    "point-elsewhere",
  ],
  ["nothing but the report's country", {}, ["ML"], "ML", "country", "country-of-report"],
];

for (const [what, place, countries, area, how, note] of cases) {
  test(`${what} is in ${area}`, () => {
    const level = area.length === 2 ? 0 : 1;
    const expected = { kind: "located", area, level, how, ...(note === undefined ? {} : { note }) };
    expect(shippedPlaces.locate(place, countries)).toEqual(expected);
  });
}

test.each([
  ["nothing stated", {}, [], "nothing-stated"],
  ["a name in one of several countries, unknown there", { name: "Somewhere" }, ["ML", "NE"], "name-unknown"],
  ["a name that means one area in each of two countries", { name: "Central" }, ["KE", "ZM"], "name-ambiguous"],
  ["a point at sea", point(0, -30), [], "point-nowhere"],
  ["a point in a third country", point(12.6, 8.5), ["ML", "TD"], "point-elsewhere"],
] as const)("unknown: %s", (_what, place, countries, why) => {
  expect(shippedPlaces.locate(place, countries)).toEqual({ kind: "unknown", why });
});

test.each([
  ["Rehabilitation Services for Former Boko Haram Associates in Gombe Transition Centre", "NG", ["NG-GO"]],
  ["Appui aux régions de Diffa et Tillabéri", "NE", ["NE-6", "NE-2"]],
  ["Prévention des conflits dans les régions du Chari-Baguirmi et du Mandoul", "TD", ["TD-CB", "TD-MA"]],
  ["Plateau State peace agency", "NG", ["NG-PL"]],
  ["Plateau and rivers: peace on the Niger", "NG", []],
  ["Community Stabilization Initiatives in Northern Niger", "NE", []],
  ["La paix dans le bassin du Lac Tchad", "TD", []],
  ["Niger Delta amnesty programme", "NG", []],
  ["Appui à la région de Diffa", "ML", []],
])("areas that a title names: %s", (title, country, areas) => {
  expect(shippedPlaces.mentioned(title, country)).toEqual(areas);
});

test("any vertex-near point of an area's inside is found again in that area or reported as another of the same spot", () => {
  const rings = shippedAreas.ringArea.length;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: rings - 1 }), (ring) => {
      const [from, to] = [shippedAreas.ringStart[ring] as number, shippedAreas.ringStart[ring + 1] as number];
      let [x, y] = [0, 0];
      for (let index = from; index < to - 1; index++) {
        x += (shippedAreas.points[2 * index] as number) / (to - from - 1);
        y += (shippedAreas.points[2 * index + 1] as number) / (to - from - 1);
      }
      const first = shippedPlaces.locate({ latitude: y, longitude: x }, []);
      const again = shippedPlaces.locate({ latitude: y, longitude: x }, []);
      expect(again).toEqual(first);
      // said with its own country, the answer is the same; said with a far one, it is never believed
      if (first.kind !== "located" || first.note !== undefined) return;
      const own = first.area.slice(0, 2);
      expect(shippedPlaces.locate({ latitude: y, longitude: x }, [own])).toEqual(first);
      const far = own === "ZA" ? "TN" : "ZA";
      if (!["LS", "SZ", "BW", "MZ", "ZW", "NA"].includes(own))
        expect(shippedPlaces.locate({ latitude: y, longitude: x }, [far, "EH"])).toEqual({
          kind: "unknown",
          why: "point-elsewhere",
        });
    }),
    { numRuns: 300, seed: 7 },
  );
});

test("never spreads down: a country code or mark stays at country level whatever else is said", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -35, max: 37, noNaN: true }),
      fc.double({ min: -17, max: 50, noNaN: true }),
      fc.constantFrom("PCLI", "PCL", "6", "8"),
      fc.constantFrom("NG", "SO", "ML"),
      (latitude, longitude, precision, country) => {
        const found = shippedPlaces.locate({ latitude, longitude, precision }, [country]);
        expect(found).toMatchObject({ kind: "located", area: country, level: 0 });
      },
    ),
    { seed: 3 },
  );
});
