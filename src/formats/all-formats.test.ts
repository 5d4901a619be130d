import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { allFormats, chooseFormat, formatNamed } from "./all-formats.ts";
import { collect, inPieces } from "./testing.ts";

const iati = `<?xml version="1.0"?>\n<iati-activities version="2.03"><iati-activity/></iati-activities>`;
const csv = "Title;Reporter name;Identifier\nT;M;A\n";

test.each([
  ["an IATI file", iati, "x.xml", "iati"],
  ["one with another name", iati, "download", "iati"],
  ["one in gzip", gzipSync(iati), "x.xml.gz", "iati"],
  ["one in UTF-16", Buffer.from(`\ufeff${iati}`, "utf16le"), "x", "iati"],
  ["a CSV of initiatives", csv, "x.csv", "initiatives-csv"],
  ["one with another name", csv, "plans.txt", "initiatives-csv"],
  ["one in gzip", gzipSync(csv), "x.csv.gz", "initiatives-csv"],
  ["one from a spreadsheet", Buffer.from(`\ufeff${csv}`, "utf16le"), "x.txt", "initiatives-csv"],
  ["an error page that was saved as XML", "<!doctype html><html></html>", "x.xml", "iati"],
  ["JSON that was saved as XML", "{}", "x.xml", "iati"],
  ["a spreadsheet that was saved as CSV", "PK\u0003\u0004", "x.csv", "initiatives-csv"],
  ["words", "Dear colleague", "letter.txt", undefined],
  ["nothing", "", "nothing", undefined],
])("%s is for the reader that can say most about it", (_, bytes, name, format) => {
  expect(chooseFormat(typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes, name)?.name).toBe(format);
});

test("a format is found by its name, and every name is one format's", () => {
  for (const format of allFormats) expect(formatNamed(format.name)).toBe(format);
  expect(formatNamed("none")).toBeUndefined();
});

test("whatever a file begins with, choosing and reading it end", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom("a.xml", "a.csv", "a.gz", "a"),
      async (bytes, name) => {
        chooseFormat(bytes, name);
        for (const format of allFormats) {
          const { reports, faults } = await collect(format.read(inPieces(bytes), { file: name }));
          expect(reports).toEqual([]);
          expect(faults.length).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 200, seed: 1 },
  );
});
