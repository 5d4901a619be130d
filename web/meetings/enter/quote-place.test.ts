import { expect, test } from "vitest";
import { placeOf, pointsBefore, sentenceAround } from "./quote-place.ts";

const text = "The Group met in Lagos on 3 and 4 May. It was chaired by A and B.\nThey adopted a plan. It has four parts.";

test("words that stand there are found, the marked place before the first", () => {
  expect(placeOf(text, "It ", null)).toEqual({ stands: true, from: 39, to: 42 });
  const second = text.lastIndexOf("It ");
  expect(placeOf(text, "It ", second)).toEqual({ stands: true, from: second, to: second + 3 });
});

test("a mark that no longer fits falls back to where the words stand", () => {
  expect(placeOf(text, "four parts", 3)).toMatchObject({ stands: true, from: text.indexOf("four parts") });
});

test("words with a slip say how the text really goes on", () => {
  expect(placeOf(text, "It was chaired by A and C", null)).toEqual({ stands: false, near: expect.stringContaining("It was chaired by A and B.") });
  expect(placeOf(text, "nothing of this", null)).toEqual({ stands: false, near: null });
});

test("places are told in code points: a letter outside the first plane is one", () => {
  expect(pointsBefore("😀 Lagos", 3)).toBe(2);
});

test.each([
  ["Lagos", "The Group met in Lagos on 3 and 4 May."],
  ["chaired", "It was chaired by A and B."],
  ["plan", "They adopted a plan."],
  ["parts", "It has four parts."],
])("the sentence around %s", (word, sentence) => {
  const from = text.indexOf(word);
  const around = sentenceAround(text, from, from + word.length);
  expect(text.slice(around.from, around.to)).toBe(sentence);
});
