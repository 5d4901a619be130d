import { expect, test } from "vitest";
import { keptAnswers } from "./kept-answers.ts";

const bytes = (n: number) => new Uint8Array(n);
const state = (classes: string, writes: string) => ({ classes, writes });

test("an answer is kept for the classes and the writes that it is of, and for no others", () => {
  const kept = keptAnswers(1_000);
  kept.put(state("1,2", "5.5"), "q", bytes(10));
  expect(kept.get(state("1,2", "5.5"), "q")?.byteLength).toBe(10);
  expect(kept.get(state("1", "5.5"), "q")).toBeUndefined();
  expect(kept.get(state("1,2", "6.6"), "q")).toBeUndefined();
  expect(kept.get(state("1,2", "5.5"), "other")).toBeUndefined();
});

test("with the first answer after a write, those before it go; those of other classes stay until they are asked again", () => {
  const kept = keptAnswers(1_000);
  kept.put(state("1", "5.5"), "q", bytes(10));
  kept.put(state("2", "5.5"), "q", bytes(10));
  kept.put(state("1", "6.6"), "r", bytes(10));
  expect(kept.get(state("1", "5.5"), "q")).toBeUndefined();
  expect(kept.get(state("2", "5.5"), "q")).toBeDefined();
});

test("the room is bounded: answers used longest ago go first, and the newest always stays", () => {
  const kept = keptAnswers(250);
  kept.put(state("1", "1"), "a", bytes(100));
  kept.put(state("1", "1"), "b", bytes(100));
  kept.get(state("1", "1"), "a");
  kept.put(state("1", "1"), "c", bytes(100));
  expect(["a", "b", "c"].filter((q) => kept.get(state("1", "1"), q) !== undefined)).toEqual(["a", "c"]);
  kept.put(state("1", "1"), "large", bytes(900));
  expect(["a", "b", "c", "large"].filter((q) => kept.get(state("1", "1"), q) !== undefined)).toEqual(["large"]);
});
