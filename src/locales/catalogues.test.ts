import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Catalogue = ReadonlyMap<string, string>;

/** Message and translation, as PO writes them: strings in quotes, over one line or several. */
function read(language: string): Catalogue {
  const text = readFileSync(new URL(`${language}.po`, import.meta.url), "utf8");
  const words = (quoted: string) => Array.from(quoted.matchAll(/"((?:[^"\\]|\\.)*)"/g), ([, part]) => part).join("");
  const pairs = text.matchAll(/^msgid ((?:".*"\n)+)msgstr ((?:".*"(?:\n|$))+)/gm);
  return new Map(Array.from(pairs, ([, id = "", string = ""]): [string, string] => [words(id), words(string)]).filter(([id]) => id !== ""));
}

const english = read("en");
const tags = (message: string) => [...new Set(message.match(/<\/?\d+\/?>/g))].toSorted();
const placeholders = (message: string) => [...new Set(Array.from(message.matchAll(/(?<!(?:zero|one|two|few|many|other|=\d+) )\{(\w+)(?=[,}])/g), ([, name]) => name ?? ""))].toSorted((a, b) => (a < b ? -1 : 1));
const forms = (message: string) => [...new Set(Array.from(message.matchAll(/\b(zero|one|two|few|many|other) \{/g), ([, form]) => form))];

test("there are words to check", () => {
  expect(english.size).toBeGreaterThan(400);
});

test.each(["fr", "ar"])("%s says everything that English says, with the same links and facts in it", (language) => {
  const catalogue = read(language);
  expect([...catalogue.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  for (const [id, said] of catalogue) {
    expect(said, id).not.toBe("");
    expect(tags(said), id).toEqual(tags(id));
    expect(placeholders(said), id).toEqual(placeholders(id));
  }
});

test("Arabic has its own forms of number: one, two, few, many and the rest", () => {
  // a message that spells numbers out ("=1 {…}") has nothing left to inflect
  const counted = [...read("ar")].filter(([id]) => id.includes(", plural,") && !id.includes("=1"));
  const poor = counted.filter(([, said]) => !["one", "two", "few", "many", "other"].every((form) => forms(said).includes(form)));
  expect(counted.length).toBeGreaterThan(20);
  expect(poor).toEqual([]);
});
