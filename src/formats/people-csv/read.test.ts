import fc from "fast-check";
import { expect, test } from "vitest";
import { type PeopleFault, type PeopleRow, readPeople } from "./read.ts";

const all = async (text: string) => Array.fromAsync(readPeople(text));
const one = async (text: string): Promise<PeopleRow | PeopleFault | undefined> => (await all(text))[0];

test("rows of every kind, with the line on which each stands", async () => {
  const rows = await all('kind,member,name,body,office,from,to\nmember,XA,"Aland, the isles",,,,\n\nmembership,XA,,core,,2024-01,\noffice,XA,,core,chair,2024-01-05,\nfocal-point,XA,Ana Li,,,,2027-01-01\n');
  expect(rows.map((r) => [r.line, r.kind === "row" ? r.of : r.column])).toEqual([[2, "member"], [4, "membership"], [5, "office"], [6, "focal-point"]]);
  expect(rows[0]).toMatchObject({ cells: new Map([["kind", "member"], ["member", "XA"], ["name", "Aland, the isles"]]) });
});

test("a file as a spreadsheet writes it, with semicolons and a byte order mark, is read", async () => {
  expect(await one("\u{FEFF}Kind;Member;Name\r\nmember;XA;Åland\r\n")).toMatchObject({ kind: "row", line: 2, of: "member" });
});

test.each([
  ["", 1, "", "an empty file"],
  ["member,name\nXA,Aland", 1, "kind", "no such column"],
  ["kind,member,colour\nmember,XA,red", 1, "colour", "colour"],
  ["kind,member,member\nmember,XA,XB", 1, "member", "member"],
  ["kind,member\nstate,XA", 2, "kind", "state"],
  ["kind,member\nmembership,XA", 2, "body", ""],
  ["kind,member,office\nmember,XA,chair", 2, "office", "chair"],
  ["kind,member,name\nmember,XA,\u{FFFD}land", 2, "name", "\u{FFFD}land"],
  ["kind,member\nmember,XA,more", 2, "", "3 cells"],
])("what is wrong is told with line, column and what was found: %j", async (text, line, column, found) => {
  expect(await one(text)).toMatchObject({ kind: "fault", line, column, found });
});

test("any text is read to its end, and no row is passed over in silence", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom("member", "office", "", "x", '"a', "ü"), { maxLength: 8 }), async (kinds) => {
      const lines = kinds.map((kind) => `${kind},XA`);
      const told = await all(["kind,member", ...lines].join("\n"));
      if (!kinds.includes('"a')) expect(told.map((r) => r.line)).toEqual(lines.map((_, i) => i + 2));
      else expect(told.length).toBeGreaterThan(0);
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), async (text) => {
      expect((await all(text)).length).toBeGreaterThan(0);
    }),
  );
});
