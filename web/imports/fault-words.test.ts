import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { faultCodes } from "../../src/formats/fault-codes.ts";

test("everything that a reader can complain of has words", () => {
  // Read as text: the words are made by the pages' build.
  const source = readFileSync(new URL("fault-words.ts", import.meta.url), "utf8");
  expect(faultCodes.filter((code) => !source.includes(`"${code}": msg`))).toEqual([]);
});
