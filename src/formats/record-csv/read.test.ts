import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fieldCatalogue } from "../../record/field-catalogue.ts";
import { readRecordFolder, type RecordRow } from "./read.ts";

const coalitionB = join(import.meta.dirname, "../../../test/fixtures/coalition-b/record");

let root = "";
let n = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "entente-record-csv-"));
});
afterAll(() => rm(root, { recursive: true }));

async function readFiles(files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly RecordRow[]> {
  n += 1;
  const folder = await mkdtemp(join(root, `${n}-`));
  const all = {
    "sources.csv": "key,title\ns,Register\n",
    "members.csv": "key,code,kind,source\na,A,state,s\nb,B,organisation,s\n",
    "bodies.csv": "key,parent,kind,source\nroot,,coalition,s\n",
    ...files,
  };
  for (const [name, text] of Object.entries(all)) await writeFile(join(folder, name), text);
  return Array.fromAsync(readRecordFolder(folder, { fields: fieldCatalogue }));
}

const faults = (rows: readonly RecordRow[]) => rows.filter((row) => row.kind === "fault");
const claims = (rows: readonly RecordRow[]) => rows.filter((row) => row.kind === "claim");

test("a coalition of three members and two bodies is read without a fault: nothing here knows the one that is shipped", async () => {
  const rows = await Array.fromAsync(
    readRecordFolder(coalitionB, { fields: fieldCatalogue, language: "en", lines: ["capacity", "resilience"] }),
  );
  expect(faults(rows)).toEqual([]);
  expect(rows.filter((row) => row.kind === "member").map(({ key }) => key)).toEqual([
    "orvelle",
    "tamsund",
    "warden-union",
  ]);
  expect(
    claims(rows)
      .filter(({ field }) => field === "founded")
      .map(({ value, source }) => [value, source]),
  ).toEqual([
    ["2019-05-04", "charter"],
    ["2019-05-05", "gazette"],
  ]);
});

test("sources come first, then records, then claims", async () => {
  const rows = await Array.fromAsync(readRecordFolder(coalitionB, { fields: fieldCatalogue }));
  const rank = (row: RecordRow) => (row.kind === "source" ? 0 : row.kind === "claim" ? 2 : 1);
  expect(rows.map(rank)).toEqual(rows.map(rank).toSorted((a, b) => a - b));
});

test("a body comes after its parent, in whatever order the file has them", async () => {
  const rows = await readFiles({
    "bodies.csv": "key,parent,kind,source\nc,b,group,s\nb,a,group,s\na,,coalition,s\n".replaceAll(
      /\b([abc])\b(?=,)/g,
      "body-$1",
    ),
  });
  expect(faults(rows)).toEqual([]);
  expect(rows.filter((row) => row.kind === "body").map(({ key }) => key)).toEqual(["body-a", "body-b", "body-c"]);
});

test("bodies that are each other's parents are set aside, each with its line", async () => {
  const rows = await readFiles({
    "bodies.csv": "key,parent,kind,source\nroot,,coalition,s\nx,y,group,s\ny,x,group,s\nz,nobody,group,s\n",
  });
  expect(faults(rows)).toMatchObject([
    { line: 3, column: "parent", found: "y", expected: "a parent that does not lead back here", lost: "row" },
    { line: 4, column: "parent", found: "x", lost: "row" },
    { line: 5, column: "parent", found: "nobody", expected: "the key of a body", lost: "row" },
  ]);
});

test("a byte order mark, CRLF, quoted cells over several lines and blank lines are read, and lines are counted as an editor does", async () => {
  const rows = await readFiles({
    "bodies.csv":
      '\u{FEFF}key,parent,kind,source,note\r\nroot,,coalition,s,"one\r\ntwo, three"\r\n\r\nother,,group,nobody,\r\n',
  });
  expect(faults(rows)).toMatchObject([
    { file: "bodies.csv", line: 5, column: "source", found: "nobody", lost: "claims" },
  ]);
  expect(claims(rows).find(({ record }) => record === "root")?.note).toBe("one\r\ntwo, three");
});

test("a row with too many cells is a fault of that row alone", async () => {
  const rows = await readFiles({
    "bodies.csv": "key,parent,kind,source\nroot,,coalition,s\nbad,,group,s,more\ngood,,group,s\n",
  });
  expect(faults(rows)).toMatchObject([
    { line: 3, column: "", found: "5 cells", expected: "4 cells, as in the header", lost: "row" },
  ]);
  expect(rows.filter((row) => row.kind === "body").map(({ key }) => key)).toEqual(["root", "good"]);
});

test("a quote in the wrong place is a fault, and later files are read", async () => {
  const rows = await readFiles({
    "bodies.csv": 'key,parent,kind,source\nroot,,coalition,s\nb"ad,,gr"oup,s\ngood,,group,s\n',
    "counts.csv": "key,body,as_of,members,source\nk,root,2020,3,s\n",
  });
  expect(faults(rows)).toMatchObject([{ file: "bodies.csv", line: 3, lost: "row" }]);
  expect(rows.some((row) => row.kind === "count")).toBe(true);
});

test("a file saved in another encoding is told cell by cell", async () => {
  const latin1 = Buffer.from("member,language,name,source\na,fr,Ca\u00e9n,s\n", "latin1");
  const rows = await readFiles({ "member-names.csv": latin1 });
  expect(faults(rows)).toMatchObject([
    { file: "member-names.csv", line: 2, column: "name", expected: "text in UTF-8", lost: "cell" },
    { line: 2, column: "name" },
  ]);
});

test("an unknown column is named, and so is one that is missing", async () => {
  const rows = await readFiles({
    "counts.csv": "key,body,as_of,member,source\nk,root,2020,3,s\n",
    "claims.csv": "record,kind,field,source\nroot,body,founded,s\n",
  });
  expect(faults(rows)).toMatchObject([
    { file: "counts.csv", line: 1, column: "member", lost: "cell" },
    { file: "claims.csv", line: 1, column: "value", found: "no such column", lost: "file" },
  ]);
});

test("without its members there is no record", async () => {
  const folder = await mkdtemp(join(root, "none-"));
  const rows = await Array.fromAsync(readRecordFolder(folder, { fields: fieldCatalogue }));
  expect(faults(rows).map(({ file, lost }) => [file, lost])).toEqual([
    ["sources.csv", "file"],
    ["members.csv", "file"],
    ["bodies.csv", "file"],
  ]);
});

test.each([
  ["money", "undertaking", "u", "amount", "2,5 USD", "an amount and a currency, e.g. 2100000000 USD"],
  ["a set of keys", "meeting", "m", "co_chairs", "a;nobody", 'the key of a member or a person, which "nobody" is not'],
  ["a key twice", "meeting", "m", "co_chairs", "a;a", "each key once"],
  ["a key of another kind", "meeting", "m", "follows", "root", "the key of a meeting"],
  [
    "an interval where one date is meant",
    "body",
    "root",
    "founded",
    "2014/2015",
    "one date, not an interval: for one of several days write [2023-06-08..2023-11-15]",
  ],
  ["a code in words", "meeting", "m", "level", "Senior officials", "a code in small letters, words joined by -"],
  ["a country in words", "meeting", "m", "country", "Niger", "two capital letters (ISO 3166-1)"],
])("a claim's value is held to its field: %s", async (_, kind, record, field, value, expected) => {
  const rows = await readFiles({
    "meetings.csv": "key,body,source\nm,root,s\n",
    "undertakings.csv": "key,body,source\nu,root,s\n",
    "claims.csv": `record,kind,field,value,source\n${record},${kind},${field},"${value}",s\n`,
  });
  expect(faults(rows)).toMatchObject([
    { file: "claims.csv", line: 2, column: "value", found: value, expected, lost: "cell" },
  ]);
});

test("the same claim twice by one source is a fault; by another source, or from elsewhere in it, it is not", async () => {
  const rows = await readFiles({
    "sources.csv": "key,title\ns,Register\nt,Gazette\n",
    "claims.csv":
      "record,kind,field,value,source,locator\nroot,body,founded,2014,s,\nroot,body,founded,2014,s,\nroot,body,founded,2014,t,\nroot,body,founded,2014,s,caption\n",
  });
  expect(faults(rows)).toMatchObject([{ line: 3, column: "value", found: "2014" }]);
  expect(claims(rows).filter(({ field }) => field === "founded")).toHaveLength(3);
});

test("an amount keeps its digits and comes with its currency", async () => {
  const rows = await readFiles({
    "undertakings.csv": "key,body,amount,currency,source\nu,root,148700000.50,USD,s\nv,root,1,,s\nw,root,,USD,s\n",
  });
  expect(
    claims(rows)
      .filter(({ field }) => field === "amount")
      .map(({ value }) => value),
  ).toEqual([{ amount: "148700000.50", currency: "USD" }]);
  expect(faults(rows)).toMatchObject([
    { line: 3, column: "amount", found: "1" },
    { line: 4, column: "currency", found: "USD", expected: "an amount beside the currency" },
  ]);
});

test("a language where no name is, and one that is none", async () => {
  const rows = await readFiles({
    "claims.csv":
      "record,kind,field,language,value,source\nroot,body,founded,en,2014,s\na,member,name,not_a_tag,Anneland,s\n",
  });
  expect(faults(rows)).toMatchObject([
    { line: 2, column: "language", found: "en", expected: "no language: founded holds no name" },
    { line: 3, column: "language", found: "not_a_tag" },
  ]);
});

test("whatever bytes a table holds, reading ends, and every fault names its file and a line of it", async () => {
  const cell = fc.oneof(
    fc.constantFrom("root", "body", "founded", "2014", "s", '"', ",", "\n", "\r\n", "a", "[..2016]", ";"),
    fc.string({ maxLength: 4, unit: "binary" }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { maxLength: 40 }), async (cells) => {
      const text = `record,kind,field,value,source\n${cells.join("")}`;
      const rows = await readFiles({ "claims.csv": text });
      const lines = text.split(/\r\n|\r|\n/).length;
      for (const fault of faults(rows)) {
        expect(fault.file).toBe("claims.csv");
        expect(fault.line).toBeGreaterThanOrEqual(1);
        expect(fault.line).toBeLessThanOrEqual(lines);
      }
    }),
    { numRuns: 60 },
  );
});
