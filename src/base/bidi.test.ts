import fc from "fast-check";
import { expect, test } from "vitest";
import { directionOf, isolate, stripBidi } from "./bidi.ts";

fc.configureGlobal({ seed: 20_261_124 });

test("a date stands isolated in any sentence", () => {
  expect(isolate("2026-12-31", "ltr")).toBe("\u20662026-12-31\u2069");
  expect(isolate("النيجر")).toBe("\u2068النيجر\u2069");
});

test("controls inside cannot reach out: what is open is closed, what closes nothing is dropped", () => {
  expect(isolate("a\u2069b")).toBe("\u2068ab\u2069");
  expect(isolate("a\u202Eb")).toBe("\u2068a\u202Eb\u202C\u2069");
  expect(isolate("one\ntwo")).toBe("\u2068one\u2069\n\u2068two\u2069");
  expect(isolate("")).toBe("");
});

test("isolating any text leaves every line balanced and its letters as they were", () => {
  const text = fc.array(fc.constantFrom("a", "م", "1", "\n", "\u202A", "\u202E", "\u202C", "\u2066", "\u2068", "\u2069"), { maxLength: 30 }).map((all) => all.join(""));
  fc.assert(
    fc.property(text, (t) => {
      expect(stripBidi(isolate(t))).toBe(stripBidi(t));
      for (const line of isolate(t).split("\n")) {
        const open: string[] = [];
        for (const c of line) {
          if (/[\u202A\u202B\u202D\u202E]/.test(c)) open.push("\u202C");
          if (/[\u2066-\u2068]/.test(c)) open.push("\u2069");
          if (c === "\u202C" || c === "\u2069") expect(open.pop()).toBe(c);
        }
        expect(open).toEqual([]);
      }
    }),
  );
});

test.each([
  ["Niamey", "ltr"],
  ["النيجر 2023", "rtl"],
  ["2023: Niamey", "ltr"],
  ["12/10", null],
  ["Нигер", "ltr"],
  ["שלום", "rtl"],
])("%s runs %s", (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});
