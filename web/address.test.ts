import fc from "fast-check";
import { expect, test } from "vitest";
import { filterSearch, parseSearch, pictureSearch, stringifySearch } from "./address.ts";

test("a filter is plain words in the address, and comes back as it was", () => {
  const text = stringifySearch({ line: ["capacity", "resilience"], from: "2024-01", view: "both", asOf: undefined });
  expect(text).toBe("?line=capacity,resilience&from=2024-01&view=both");
  expect(pictureSearch(parseSearch(text))).toEqual({ line: ["capacity", "resilience"], from: "2024-01", view: "both" });
});

test("what makes no sense is dropped, the rest holds", () => {
  expect(pictureSearch({ line: "capacity,nonsense", from: "January", basis: "gold", view: "chart", asOf: "2023-11-15", country: "ML,,NE" })).toEqual({ line: ["capacity"], asOf: "2023-11-15", country: ["ML", "NE"] });
});

test("any text survives the way into an address and back, except commas inside a value of a list", () => {
  fc.assert(fc.property(fc.string({ minLength: 1, unit: "grapheme" }), (q) => { expect(parseSearch(stringifySearch({ q }))).toEqual({ q }); }));
});

test("no address makes the filters fail", () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()), fc.integer(), fc.constant(null))), (raw) => { filterSearch(raw); return true; }));
});
