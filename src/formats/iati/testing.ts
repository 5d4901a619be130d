import { collect, inPieces, type Collected } from "../testing.ts";
import { readIati } from "./read.ts";

/** For tests: everything that the reader makes of these bytes. */
export const read = (bytes: Uint8Array | string, sizes?: number | readonly number[]): Promise<Collected> =>
  collect(readIati(inPieces(bytes, sizes), { file: "ministry.xml" }));

/** For tests: the least that an activity must have, and more. */
export const activity = (id: string, more = ""): string =>
  `<iati-activity default-currency="EUR" xml:lang="fr"><iati-identifier>${id}</iati-identifier><reporting-org ref="XX-1" type="10"><narrative>M</narrative></reporting-org><title><narrative>T ${id}</narrative></title>${more}</iati-activity>`;

export const file = (...parts: readonly string[]): string =>
  `<iati-activities version="2.03">\n${parts.join("\n")}\n</iati-activities>`;

export const ids = (of: Collected): readonly string[] => of.reports.map((r) => r.identifier);
