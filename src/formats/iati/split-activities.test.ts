import fc from "fast-check";
import { expect, test } from "vitest";
import { textWindow } from "../bytes/text-window.ts";
import { nextPiece, type Piece } from "./split-activities.ts";

async function pieces(text: string, size = 65_536, longest?: number): Promise<readonly Piece[]> {
  async function* chunks() {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  const window = textWindow(chunks());
  const all: Piece[] = [];
  for (let piece = await nextPiece(window, longest); piece !== undefined; piece = await nextPiece(window, longest))
    all.push(piece);
  return all;
}

const marks = fc.constantFrom(
  "<iati-activity>",
  "<iati-activity a='>'/>",
  "</iati-activity>",
  "</iati-activity >",
  "<iati-activities>",
  "<!--",
  "-->",
  "--",
  "<![CDATA[",
  "]]>",
  "<?x",
  "?>",
  "<!DOCTYPE a [",
  "]>",
  "<",
  ">",
  "\n",
  "\r\n",
  "words",
);

test("every character of a file is in exactly one piece, with its line and column", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(marks, { maxLength: 30 }), fc.integer({ min: 1, max: 40 }), async (parts, size) => {
      const text = parts.join("");
      const found = await pieces(text, size);
      expect(found.map((piece) => piece.text).join("")).toBe(text);
      let before = "";
      for (const piece of found) {
        const lines = before.split(/\r\n|\n|\r/);
        expect([piece.line, piece.column]).toEqual([lines.length, (lines.at(-1) ?? "").length + 1]);
        before += piece.text;
      }
    }),
    { numRuns: 500, seed: 1 },
  );
});

test("how the text comes in does not change the activities", async () => {
  const activities = (found: readonly Piece[]) => found.filter((piece) => piece.kind === "activity");
  await fc.assert(
    fc.asyncProperty(fc.array(marks, { maxLength: 30 }), fc.integer({ min: 1, max: 40 }), async (parts, size) => {
      expect(activities(await pieces(parts.join(""), size))).toEqual(activities(await pieces(parts.join(""))));
    }),
    { numRuns: 500, seed: 2 },
  );
});

test("an activity that is too long is given up, and those around it are not", async () => {
  const long = `<iati-activity>${"<x/>".repeat(50_000)}</iati-activity>`;
  const found = await pieces(
    `<iati-activity>1</iati-activity>${long}<iati-activity>3</iati-activity>`,
    10_000,
    100_000,
  );
  expect(found.map((piece) => [piece.kind, piece.kind === "activity" ? piece.ending : "", piece.text.length])).toEqual([
    ["activity", "whole", 32],
    ["activity", "too-long", 65_536],
    ["activity", "whole", 32],
  ]);
});
