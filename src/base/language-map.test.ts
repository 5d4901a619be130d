import { expect, test } from "vitest";
import { pickWords } from "./language-map.ts";

const niger = { en: "Niger", fr: "le Niger", ar: "النيجر" };

test.each([
  [niger, ["fr"], "le Niger", "fr", "exact"],
  [niger, ["fr-CA"], "le Niger", "fr", "related"],
  [niger, ["FR"], "le Niger", "fr", "exact"],
  [{ "fr-BE": "septante" }, ["fr"], "septante", "fr-BE", "related"],
  [{ "zh-Hant-TW": "尼日" }, ["zh-Hant"], "尼日", "zh-Hant-TW", "related"],
  [niger, ["ha", "ar"], "النيجر", "ar", "other"],
  [niger, ["ha"], "Niger", "en", "other"],
  [{ und: "MNJTF", fr: " " }, ["fr"], "MNJTF", "und", "other"],
  [{ ha: "Nijar", es: "Níger" }, ["ar"], "Níger", "es", "other"],
] as const)("from %j a reader of %j gets %s (%s, %s)", (map, wanted, text, language, match) => {
  expect(pickWords(map, wanted)).toEqual({ text, language, match });
});

test("no words, none picked", () => {
  expect(pickWords({}, ["en"])).toBeNull();
  expect(pickWords({ en: "  " }, ["en"])).toBeNull();
});

test("a language that only begins alike is another one", () => {
  expect(pickWords({ fro: "Old French", en: "English" }, ["fr"])?.language).toBe("en");
});
