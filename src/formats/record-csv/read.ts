import type { FieldType, RecordKind } from "../../record/field-catalogue.ts";
import type { ClaimRow, EntityRow, RecordFault, SourceRow } from "../../record/rows.ts";
import { claimValue } from "./claim-value.ts";
import { entityRow } from "./entity-row.ts";
import { isLanguage } from "./language.ts";
import { parentsFirst } from "./parents-first.ts";
import { readTable } from "./read-table.ts";
import type { Line } from "./read-table.ts";
import { sourceColumns, sourceRow } from "./source-row.ts";
import { entityTables, nameTables, provenance } from "./tables.ts";
import type { Table } from "./tables.ts";

export type RecordRow = SourceRow | EntityRow | ClaimRow | RecordFault;

/** Which fields a record of each kind has, and of which type: the record's field catalogue. */
export type Fields = Readonly<Record<RecordKind, Readonly<Record<string, FieldType>>>>;

export type RecordOptions = {
  readonly fields: Fields;
  /** The language of names in tables that have no language column or cell. */
  readonly language?: string;
  /** The lines of effort; any code is taken where this is absent. */
  readonly lines?: readonly string[];
};

/** Keys seen so far. They and the claims' fingerprints are all that grows with the record. */
type State = {
  readonly sources: Set<string>;
  readonly records: Map<string, RecordKind>;
  /** Which line made a record: of two rows with one key the first counts. */
  readonly madeAt: Map<string, number>;
  readonly claims: Set<string>;
  readonly fields: Fields;
  readonly language: string;
  readonly lines: readonly string[] | null;
};

type Say = (line: Line, column: string, found: string, expected: string, lost: RecordFault["lost"]) => RecordFault;
const say: Say = (line, column, found, expected, lost) => ({
  kind: "fault",
  file: line.file,
  line: line.line,
  column,
  found,
  expected,
  lost,
});

const keyShape = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/**
 * Streams a coalition's record from a folder of CSV files: all sources, then all records (each after those that it
 * hangs on, bodies after their parents), then all claims, in the order of the files.
 *
 * A bad cell, row or file is given out as a fault in its place, and reading goes on. Only sources.csv, members.csv and
 * bodies.csv must be there. Entity tables are read twice (records, then claims), so nothing but keys is held.
 *
 * @throws what the file system throws, other than that a file does not exist
 */
export async function* readRecordFolder(folder: string, options: RecordOptions): AsyncGenerator<RecordRow> {
  const { fields, language = "en", lines = null } = options;
  const state: State = {
    sources: new Set(),
    records: new Map(),
    madeAt: new Map(),
    claims: new Set(),
    fields,
    language,
    lines,
  };
  yield* readSources(folder, state);
  for (const table of entityTables) yield* readEntities(folder, table, state);
  for (const table of entityTables) yield* readOwnClaims(folder, table, state);
  for (const table of nameTables) {
    const fieldColumn = typeof table.field === "string" ? [] : [table.field.column];
    const needed = [table.record, ...fieldColumn, "language", "name", "source"];
    for await (const line of readTable(folder, table.file, { allowed: [...needed, ...provenance], needed }, true)) {
      if (line.kind === "fault") yield line;
      else {
        const field = typeof table.field === "string" ? table.field : (line.cells.get(table.field.column) ?? "");
        yield* claim(
          line,
          { record: table.record, field: fieldColumn[0] ?? "", value: "name" },
          table.of,
          line.cells.get(table.record) ?? "",
          field,
          line.cells.get("name") ?? "",
          state,
          true,
        );
      }
    }
  }
  yield* readClaims(folder, state);
}

async function* readSources(folder: string, state: State): AsyncGenerator<RecordRow> {
  for await (const line of readTable(folder, "sources.csv", sourceColumns, false)) {
    if (line.kind === "fault") {
      yield line;
      continue;
    }
    const { row, faults } = sourceRow(line);
    yield* faults;
    if (row === null) continue;
    if (!keyShape.test(row.key)) yield say(line, "key", row.key, "letters, digits, . _ and -", "row");
    else if (state.sources.has(row.key)) yield say(line, "key", row.key, "a key that no earlier row has", "row");
    else {
      state.sources.add(row.key);
      yield row;
    }
  }
}

/** Columns of an entity table: those it may have and those it must have. */
function columnsOf(table: Table): { readonly allowed: readonly string[]; readonly needed: readonly string[] } {
  const needed = [...new Set([...table.key, ...table.needs, "source"])];
  return {
    allowed: [...new Set([...needed, ...Object.keys(table.refs), ...table.fields, ...table.others, ...provenance])],
    needed,
  };
}

async function* readEntities(folder: string, table: Table, state: State): AsyncGenerator<EntityRow | RecordFault> {
  const bodies: { readonly line: Line; readonly row: EntityRow & { readonly kind: "body" } }[] = [];
  for await (const line of readTable(
    folder,
    table.file,
    columnsOf(table),
    table.of !== "member" && table.of !== "body",
  )) {
    if (line.kind === "fault") {
      yield line;
      continue;
    }
    const bad = keyFault(table, line, state);
    if (bad !== null) {
      yield bad;
      continue;
    }
    const key = keyOf(table, line);
    const row = entityRow(table, key, line.cells);
    if (!("kind" in row)) {
      yield say(line, row.column, row.found, row.expected, "row");
      continue;
    }
    state.records.set(key, table.of);
    state.madeAt.set(key, line.line);
    if (row.kind === "body") bodies.push({ line, row });
    else yield row;
  }
  const { ordered, circular } = parentsFirst(bodies.map(({ row }) => row));
  for (const { line, row } of bodies) {
    if (!circular.includes(row)) continue;
    state.records.delete(row.key);
    state.madeAt.delete(row.key);
    const known = bodies.some((other) => other.row.key === row.parent);
    yield say(
      line,
      "parent",
      row.parent ?? "",
      known ? "a parent that does not lead back here" : "the key of a body",
      "row",
    );
  }
  yield* ordered;
}

function keyOf(table: Table, line: Line): string {
  return table.key.map((column) => line.cells.get(column) ?? "").join(".");
}

/** What makes a row's key, or what it hangs on, unusable. Parents of bodies are checked when all bodies are known. */
function keyFault(table: Table, line: Line, state: State): RecordFault | null {
  for (const column of [...table.key, ...table.needs])
    if (!line.cells.has(column)) return say(line, column, "", `a value: ${table.file} needs ${column}`, "row");
  for (const [column, kinds] of Object.entries(table.refs)) {
    const cell = line.cells.get(column);
    if (cell === undefined || column === "parent") continue;
    const kind = state.records.get(cell);
    if (kind === undefined || !kinds.includes(kind))
      return say(line, column, cell, `the key of a ${kinds.join(" or a ")}`, "row");
  }
  const key = keyOf(table, line);
  const column = table.key.at(-1) ?? "key";
  if (!keyShape.test(key)) return say(line, column, key, "letters, digits, . _ and -", "row");
  return state.records.has(key) ? say(line, column, key, "a key that no earlier row has", "row") : null;
}

async function* readOwnClaims(folder: string, table: Table, state: State): AsyncGenerator<ClaimRow | RecordFault> {
  for await (const line of readTable(folder, table.file, columnsOf(table), true)) {
    if (line.kind === "fault") continue; // given out when the records were read
    const key = keyOf(table, line);
    if (state.madeAt.get(key) !== line.line || state.records.get(key) !== table.of) continue;
    const [amount, currency] = [line.cells.get("amount"), line.cells.get("currency")];
    if (currency !== undefined && amount === undefined)
      yield say(line, "currency", currency, "an amount beside the currency", "cell");
    let stated = 0;
    for (const field of table.fields) {
      const cell = line.cells.get(field);
      if (cell === undefined) continue;
      const value = field === "amount" ? `${cell} ${currency ?? ""}`.trim() : cell;
      stated += 1;
      yield* claim(line, { record: "key", field, value: field }, table.of, key, field, value, state, stated === 1);
    }
    if (stated === 0) yield* sourceFault(line, state);
  }
}

async function* readClaims(folder: string, state: State): AsyncGenerator<ClaimRow | RecordFault> {
  const needed = ["record", "kind", "field", "value", "source"];
  for await (const line of readTable(
    folder,
    "claims.csv",
    { allowed: [...needed, "language", ...provenance], needed },
    true,
  )) {
    if (line.kind === "fault") {
      yield line;
      continue;
    }
    const cell = (column: string) => line.cells.get(column) ?? "";
    const kind = cell("kind");
    if (!isRecordKind(kind, state.fields))
      yield say(line, "kind", kind, `one of ${Object.keys(state.fields).join(", ")}`, "row");
    else
      yield* claim(
        line,
        { record: "record", field: "field", value: "value" },
        kind,
        cell("record"),
        cell("field"),
        cell("value"),
        state,
        true,
      );
  }
}

function isRecordKind(kind: string, fields: Fields): kind is RecordKind {
  return Object.hasOwn(fields, kind);
}

function* sourceFault(line: Line, state: State): Generator<RecordFault> {
  const source = line.cells.get("source");
  if (source === undefined || !state.sources.has(source))
    yield say(line, "source", source ?? "", "the key of a row in sources.csv", "claims");
}

/**
 * One claim of a row, or what is wrong with it. `columns` are where a person finds the record, the field and the value;
 * `first` says whether faults of the whole row (its source, its confidence) are still to be told.
 */
function* claim(
  line: Line,
  columns: { readonly record: string; readonly field: string; readonly value: string },
  kind: RecordKind,
  record: string,
  field: string,
  value: string,
  state: State,
  first: boolean,
): Generator<ClaimRow | RecordFault> {
  const source = line.cells.get("source");
  if (source === undefined || !state.sources.has(source)) {
    if (first) yield* sourceFault(line, state);
    return;
  }
  const confidence = line.cells.get("confidence") ?? "verified";
  if (confidence !== "verified" && confidence !== "reported" && confidence !== "uncertain") {
    if (first) yield say(line, "confidence", confidence, "one of verified, reported, uncertain", "claims");
    return;
  }
  if (state.records.get(record) !== kind) {
    yield say(line, columns.record, record, `the key of a ${kind}`, "row");
    return;
  }
  const type = Object.hasOwn(state.fields[kind], field) ? state.fields[kind][field] : undefined;
  if (type === undefined) {
    yield say(line, columns.field, field, `a field of a ${kind}`, "row");
    return;
  }
  if (value === "") {
    yield say(line, columns.value, "", "a value", "cell");
    return;
  }
  const named = type === "name" || type === "alias";
  const language = named ? (line.cells.get("language") ?? state.language) : undefined;
  if (language !== undefined && !isLanguage(language)) {
    yield say(line, "language", language, "a language (BCP 47), e.g. en, fr, ar", "cell");
    return;
  }
  if (!named && columns.value === "value" && line.cells.has("language")) {
    yield say(line, "language", line.cells.get("language") ?? "", `no language: ${field} holds no name`, "cell");
    return;
  }
  const read = claimValue(kind, field, type, value, state);
  if (!read.ok) {
    yield say(line, columns.value, value, read.expected, "cell");
    return;
  }
  const locator = line.cells.get("locator");
  const fingerprint = JSON.stringify([record, field, language ?? "", read.value, source, locator ?? ""]);
  if (state.claims.has(fingerprint)) {
    yield say(line, columns.value, value, "a claim that no earlier row makes by the same source", "cell");
    return;
  }
  state.claims.add(fingerprint);
  const note = line.cells.get("note");
  yield {
    kind: "claim",
    record,
    recordKind: kind,
    field,
    ...(language === undefined ? {} : { language }),
    value: read.value,
    source,
    ...(locator === undefined ? {} : { locator }),
    ...(note === undefined ? {} : { note }),
    confidence,
  };
}
