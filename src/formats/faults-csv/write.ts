import type { Fault } from "../../initiatives/report.ts";
import { csvLine } from "../bytes/csv-line.ts";
import { guarded } from "../bytes/formula-guard.ts";

const columns = ["severity", "file", "line", "column", "path", "code", "found", "expected", "identifier"];

/**
 * The summary of an import as a person downloads it: one row for everything that was wrong, those of one record that was set aside
 * side by side (all its mistakes are "error" rows: none of it came in). UTF-8 with a byte order mark; formulas disarmed as in
 * initiatives-csv, because what was found in a foreign file stands in these cells. The raw record is not in it: a cell of a
 * spreadsheet holds half of what a record may be.
 */
export async function* writeFaultsCsv(faults: AsyncIterable<Fault> | Iterable<Fault>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`\ufeff${csvLine(columns)}`);
  for await (const fault of faults) {
    for (const one of [fault, ...(fault.also ?? [])]) {
      const cells = [
        fault.severity,
        fault.file,
        String(one.line),
        one.column === undefined ? "" : String(one.column),
        one.path,
        one.code,
        one.found,
        one.expected,
        fault.identifier ?? "",
      ];
      yield encoder.encode(csvLine(cells.map(guarded)));
    }
  }
}
