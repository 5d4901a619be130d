import { decodedHead } from "../bytes/decode-lines.ts";
import { plainHead } from "../bytes/gunzip.ts";
import type { Format } from "../format.ts";
import { detectDelimiter } from "./header.ts";
import { isBinary, readInitiativesCsv } from "./read.ts";

/** Initiatives as CSV, one a row. */
export const initiativesCsv: Format = {
  name: "initiatives-csv",
  sniff: (head, fileName) => {
    const text = decodedHead(plainHead(head));
    if (text.startsWith("<")) return 0;
    const { known } = detectDelimiter(text.replaceAll("\u0000", ""));
    // A few characters of code zero are damage in a table; many, or a head without columns, are another kind of file.
    if (isBinary(text) || (text.includes("\u0000") && known < 3)) return 0;
    if (known >= 3) return 0.95;
    return /\.(?:csv|tsv|tab)(?:\.gz)?$/i.test(fileName) ? 0.5 : known > 0 ? 0.3 : 0;
  },
  read: readInitiativesCsv,
};
