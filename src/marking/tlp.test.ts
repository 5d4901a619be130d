import { expect, test } from "vitest";
import { compareTlp, highestTlp, parseTlp, printTlp, tlps } from "./tlp.ts";

test("the labels in their order, as the standard writes them", () => {
  expect([...tlps].toReversed().sort(compareTlp).map(printTlp)).toEqual(["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"]);
});

test.each([
  ["TLP:AMBER+STRICT", "AMBER+STRICT"],
  ["tlp: amber + strict", "AMBER+STRICT"],
  ["Green", "GREEN"],
  ["TLP:WHITE", "CLEAR"],
])("%s is read as %s", (text, tlp) => {
  expect(parseTlp(text)).toBe(tlp);
});

test.each(["", "TLP", "TLP:PURPLE", "AMBER STRICT", "secret"])("%j is refused with the labels there are", (text) => {
  expect(() => parseTlp(text)).toThrow(expect.objectContaining({ code: "marking-invalid", params: expect.objectContaining({ found: text }) }));
});

test("the highest of several; of none, CLEAR", () => {
  expect(highestTlp(["GREEN", "AMBER+STRICT", "AMBER"])).toBe("AMBER+STRICT");
  expect(highestTlp([])).toBe("CLEAR");
});
