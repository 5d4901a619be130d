import { createReadStream } from "node:fs";
import { fault } from "../../base/errors.ts";
import { formatNamed } from "../../formats/all-formats.ts";
import type { EncodedReport } from "../../store/queries/report-batch.ts";
import type { Reference } from "../reference.ts";
import { encodeFault, encodeReport } from "./encode-rows.ts";

/** The kept file of an import: where it lies, the name that people know it by, and its format. */
export type ImportSource = { readonly path: string; readonly file: string; readonly format: string };

/** A stretch of a file, read and derived: what goes to the store in one transaction. */
export type ImportBatch = {
  readonly reports: readonly EncodedReport[];
  /** JSON of rows of import_fault, without their numbers */
  readonly faults: readonly string[];
  readonly setAside: number;
  readonly warnings: number;
  /** of the file, read by the end of this batch */
  readonly bytes: number;
};

/** Rows in a batch. A file cut off after any batch is read again from its start, so its size is only a matter of speed and memory. */
const batchRows = 500;

/**
 * Reads a file from its start, in batches; the last one may be empty.
 * @throws unsupported-format; what reading the file throws
 */
export async function* readBatches(against: Pick<Reference, "places" | "rates">, source: ImportSource): AsyncGenerator<ImportBatch> {
  const format = formatNamed(source.format);
  if (!format) throw fault("unsupported-format", { found: source.format, expected: "a format that this version reads" });
  let reports: EncodedReport[] = [];
  let faults: string[] = [];
  let [setAside, warnings, bytes] = [0, 0, 0];
  const taken = (): ImportBatch => {
    const batch = { reports, faults, setAside, warnings, bytes };
    reports = [];
    faults = [];
    setAside = 0;
    warnings = 0;
    return batch;
  };
  for await (const item of format.read(createReadStream(source.path), { file: source.file })) {
    if (item.kind === "progress") bytes = item.bytes;
    else if (item.kind === "report") reports.push(encodeReport(against, item.report));
    else {
      faults.push(encodeFault(item.fault));
      if (item.fault.severity === "error") setAside++;
      else warnings++;
    }
    if (reports.length >= batchRows || faults.length >= batchRows) yield taken();
  }
  yield taken();
}
