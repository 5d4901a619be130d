import type { EntityRow, OfficeKind } from "../../record/rows.ts";
import type { Table } from "./tables.ts";

type Cells = ReadonlyMap<string, string>;

/** What a cell says that makes its row unusable. */
export type Unusable = { readonly column: string; readonly found: string; readonly expected: string };

const offices: readonly OfficeKind[] = ["chair", "co-chair", "lead", "co-lead", "rapporteur"];

/** The record that a row makes. Its references are checked by the caller, who knows the other records. */
export function entityRow(table: Table, key: string, cells: Cells): EntityRow | Unusable {
  const cell = (column: string) => cells.get(column) ?? "";
  const maybe = <Name extends string>(...names: readonly Name[]): { readonly [N in Name]?: string } => {
    const given: { [N in Name]?: string } = {};
    for (const name of names) {
      const value = cells.get(name);
      if (value !== undefined) given[name] = value;
    }
    return given;
  };
  switch (table.of) {
    case "member": {
      const memberKind = cell("kind");
      if (memberKind !== "state" && memberKind !== "organisation")
        return { column: "kind", found: memberKind, expected: "one of state, organisation" };
      if (cells.has("iso2") && !/^[A-Z]{2}$/.test(cell("iso2")))
        return { column: "iso2", found: cell("iso2"), expected: "two capital letters (ISO 3166-1)" };
      if (cells.has("iso3") && !/^[A-Z]{3}$/.test(cell("iso3")))
        return { column: "iso3", found: cell("iso3"), expected: "three capital letters (ISO 3166-1)" };
      return { kind: "member", key, memberKind, code: cell("code"), ...maybe("iso2", "iso3") };
    }
    case "body":
      return { kind: "body", key, ...maybe("parent") };
    case "person":
      return { kind: "person", key };
    case "membership":
      return { kind: "membership", key, member: cell("member"), body: cell("body") };
    case "office": {
      const office = offices.find((known) => known === cell("office"));
      if (office === undefined)
        return { column: "office", found: cell("office"), expected: `one of ${offices.join(", ")}` };
      return { kind: "office", key, body: cell("body"), holder: cell("holder"), office };
    }
    case "meeting":
      return { kind: "meeting", key, body: cell("body") };
    case "delegation":
      return { kind: "delegation", key, meeting: cell("meeting"), member: cell("member") };
    case "text":
      return { kind: "text", key, ...maybe("meeting", "body") };
    case "undertaking":
      return { kind: "undertaking", key, ...maybe("meeting", "body") };
    case "count":
      return { kind: "count", key, body: cell("body") };
  }
}
