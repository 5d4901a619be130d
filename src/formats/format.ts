import type { Fault, Report } from "../initiatives/report.ts";

/**
 * What a reader hands over, in the order of the file. The warnings of a record come before its report; a record
 * that is set aside is one fault of severity "error" and no report. `progress` counts the bytes taken from the
 * input so far, as they came (compressed, if the file is): it only grows, and the last one is the whole file.
 */
export type FormatItem =
  | { readonly kind: "report"; readonly report: Report }
  | { readonly kind: "fault"; readonly fault: Fault }
  | { readonly kind: "progress"; readonly bytes: number };

/**
 * A format of initiatives: one folder, one line in all-formats.ts.
 *
 * `sniff` looks at the first bytes (64 KiB are plenty) and the file's name, and says how sure it is, 0 to 1. `read`
 * never throws because of what the bytes are: everything wrong with them is a fault. It does throw what the input
 * itself throws (a broken upload). Nothing that it keeps in memory grows with the file.
 */
export type Format = {
  readonly name: string;
  readonly sniff: (head: Uint8Array, fileName: string) => number;
  readonly read: (bytes: AsyncIterable<Uint8Array>, options: ReadOptions) => AsyncIterable<FormatItem>;
};

export type ReadOptions = {
  /** The name that people know the file by; it stands in every fault and in every report's `at`. */
  readonly file: string;
};
