import { xmlHeadText } from "../bytes/decode-xml.ts";
import { plainHead } from "../bytes/gunzip.ts";
import type { Format } from "../format.ts";
import { readIati } from "./read.ts";

/** IATI activities as XML. */
export const iati: Format = {
  name: "iati",
  sniff: (head, fileName) => {
    const text = xmlHeadText(plainHead(head));
    if (/<iati-activities[\s>]/.test(text)) return 1;
    if (/<iati-(?:activity|organisations)[\s>]/.test(text)) return 0.9;
    const named = /\.xml(?:\.gz)?$/i.test(fileName);
    if (named) return 0.5;
    return /^\s*<(?:\?xml|!DOCTYPE|[a-z])/i.test(text) ? 0.2 : 0;
  },
  read: readIati,
};
