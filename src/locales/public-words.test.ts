import { expect, test } from "vitest";
import { counted, phrase, publicCounts, publicLanguages, publicLocale, publicWords } from "./public-words.ts";

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").toSorted();

test.each(publicLanguages)("%s says everything, with the same facts in it", (language) => {
  for (const [word, said] of Object.entries(publicWords)) {
    expect(said[language].trim(), word).not.toBe("");
    expect(holes(said[language]), word).toEqual(holes(said.en));
  }
});

test("no sentence of French or Arabic is the English one, but for words that the languages share", () => {
  const shared = ["Date", "Initiatives", "Initiative", "Organisation", "Rapporteur", "Sources", "{office}: {holder}", "budgets"];
  for (const language of ["fr", "ar"] as const) expect(Object.values(publicWords).filter((said) => said[language] === said.en && !shared.includes(said.en)).map((said) => said.en)).toEqual([]);
});

test.each(publicLanguages)("%s has every form of number that its rules tell apart", (language) => {
  const categories = new Intl.PluralRules(publicLocale[language]).resolvedOptions().pluralCategories;
  const needed = language === "ar" ? categories : (["one", "other"] as const);
  for (const [what, forms] of Object.entries(publicCounts)) for (const category of needed) expect(Object.keys(forms[language]), what).toContain(category);
});

test("facts are filled in and numbers are written as the language writes them", () => {
  expect(phrase("en", "fromTo", { from: "March", to: "May" })).toBe("March to May");
  expect(counted("en", "work", 1)).toBe("1 initiative");
  expect(counted("en", "work", 1234)).toBe("1,234 initiatives");
  expect(counted("ar", "work", 2)).toBe("مبادرتين");
  expect(counted("ar", "work", 3)).toBe("3 مبادرات");
});
