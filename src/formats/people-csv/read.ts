import { csvReader, nextRecord } from "../bytes/csv-records.ts";
import { textWindow } from "../bytes/text-window.ts";

/** What a row of the file is about. */
export const peopleKinds = ["member", "membership", "office", "focal-point"] as const;
export type PeopleKind = (typeof peopleKinds)[number];

/** The columns, in the order of the example; `kind` and `member` have to be there. */
export const peopleColumns = ["kind", "member", "name", "language", "member_kind", "iso2", "iso3", "body", "office", "from", "to", "position"] as const;
export type PeopleColumn = (typeof peopleColumns)[number];

/** One row: its cells by column without surrounding spaces; empty cells are left out. `line` counts from 1, the header's. */
export type PeopleRow = { readonly kind: "row"; readonly line: number; readonly of: PeopleKind; readonly cells: ReadonlyMap<PeopleColumn, string> };

/** A row, or the whole file where `column` is of the header, that cannot be read. `column` is empty where it is about the whole row. */
export type PeopleFault = { readonly kind: "fault"; readonly line: number; readonly column: string; readonly found: string; readonly expected: string };

/** Which columns a row of each kind may fill beside kind and member, and which it has to. */
export const columnsOf: Readonly<Record<PeopleKind, { readonly may: readonly PeopleColumn[]; readonly needs: readonly PeopleColumn[] }>> = {
  member: { may: ["name", "language", "member_kind", "iso2", "iso3"], needs: [] },
  membership: { may: ["body", "from", "to"], needs: ["body"] },
  office: { may: ["body", "office", "from", "to"], needs: ["body", "office"] },
  "focal-point": { may: ["name", "language", "position", "to"], needs: ["name"] },
};

const needed: readonly PeopleColumn[] = ["kind", "member"];
const isColumn = (name: string): name is PeopleColumn => (peopleColumns as readonly string[]).includes(name);

/**
 * Members, memberships, offices and focal points from one CSV (RFC 4180 with a header; comma or, as spreadsheets write it in some countries,
 * semicolon). Every row is given out, as a row or as the first thing in it that is wrong; a header that cannot be read ends it.
 */
export async function* readPeople(text: string): AsyncGenerator<PeopleRow | PeopleFault> {
  const told = (line: number, column: string, found: string, expected: string): PeopleFault => ({ kind: "fault", line, column, found: found.slice(0, 200), expected });
  const bare = text.replace(/^\u{FEFF}/u, "");
  const first = bare.slice(0, bare.search(/[\r\n]|$/));
  const reader = csvReader(textWindow((async function* () { yield bare; })()), first.includes(";") && !first.includes(",") ? ";" : ",");
  let header: readonly string[] | null = null;
  for (let record = await nextRecord(reader); record !== undefined; record = await nextRecord(reader)) {
    if (record.kind === "broken") {
      yield told(record.line, "", record.found, record.code === "cell-count" ? `${header?.length ?? 0} cells, as in the header` : "cells as RFC 4180 quotes them");
      if (header === null) return;
      continue;
    }
    const cells = record.cells.map((cell) => cell.trim());
    if (cells.every((cell) => cell === "")) continue;
    if (header === null) {
      header = cells.map((name) => name.toLowerCase());
      reader.cells = header.length;
      const strange = header.find((name, i) => !isColumn(name) || header?.indexOf(name) !== i);
      const absent = needed.find((name) => header?.includes(name) !== true);
      if (strange !== undefined) yield told(record.line, strange, strange, `each of these columns at most once: ${peopleColumns.join(", ")}`);
      else if (absent !== undefined) yield told(record.line, absent, "no such column", `the column ${absent}`);
      if (strange !== undefined || absent !== undefined) return;
      continue;
    }
    yield rowOf(header, cells, record.line, told);
  }
  if (header === null) yield told(1, "", "an empty file", `the columns ${needed.join(", ")}`);
}

function rowOf(header: readonly string[], record: readonly string[], line: number, told: (line: number, column: string, found: string, expected: string) => PeopleFault): PeopleRow | PeopleFault {
  const cells = new Map<PeopleColumn, string>();
  for (const [i, name] of header.entries()) {
    const cell = record[i] ?? "";
    if (cell === "" || !isColumn(name)) continue;
    if (cell.includes("\u{FFFD}")) return told(line, name, cell, "text in UTF-8");
    if (cell.length > 1000) return told(line, name, cell, "at most 1000 characters");
    cells.set(name, cell);
  }
  const written = cells.get("kind") ?? "";
  const of = peopleKinds.find((kind) => kind === written);
  if (of === undefined) return told(line, "kind", written, `one of ${peopleKinds.join(", ")}`);
  const { may, needs } = columnsOf[of];
  const absent = (["member", ...needs] as const).find((column) => !cells.has(column));
  if (absent !== undefined) return told(line, absent, "", `a value: a row of the kind ${of} needs it`);
  for (const [column, cell] of cells)
    if (!needed.includes(column) && !may.includes(column)) return told(line, column, cell, `nothing: a row of the kind ${of} has no such value`);
  return { kind: "row", line, of, cells };
}
