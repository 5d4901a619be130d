import { headAndRest, type Input } from "./input.ts";

/**
 * Bytes to text by the byte order mark, else by the XML declaration, else UTF-8 (XML 1.0, appendix F).
 *
 * A declaration is not believed against the bytes: programs write `encoding="utf-16"` on what they then save as
 * UTF-8, and that is told as a warning. Bytes that the encoding does not know become U+FFFD, which the record's
 * reader reports where they stand.
 */
export async function* decodedXml(bytes: AsyncIterable<Uint8Array>, input: Input): AsyncGenerator<string> {
  const { head, all } = await headAndRest(bytes, 1024);
  const decoder = decoderFor(head, input);
  for await (const chunk of all) {
    if (decoder === undefined) return;
    const text = decoder.decode(chunk, { stream: true });
    if (text !== "") yield text;
  }
  const last = decoder?.decode() ?? "";
  if (last !== "") yield last;
}

/** The text of a file's first bytes, whatever they are. */
export function xmlHeadText(head: Uint8Array): string {
  const decoder = decoderFor(head, { taken: 0, notices: [] });
  return decoder === undefined ? "" : decoder.decode(head, { stream: true });
}

function decoderFor(head: Uint8Array, input: Input): TextDecoder | undefined {
  const wide = wideEncoding(head);
  if (wide === "utf-32") {
    input.notices.push({
      code: "encoding-unknown",
      found: "UTF-32",
      expected: "UTF-8, UTF-16, ISO-8859-1 or windows-1252",
      severity: "error",
    });
    return undefined;
  }
  if (wide !== undefined) return new TextDecoder(wide);
  const ascii = new TextDecoder("latin1").decode(head.subarray(0, 1024));
  const declared = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']\s*([^"'>]*?)\s*["']/i.exec(ascii)?.[1];
  if (declared === undefined) return new TextDecoder("utf-8");
  if (/^(?:utf-?16|ucs-?2|iso-10646-ucs-2|unicode)/i.test(declared)) {
    input.notices.push({
      code: "encoding-misdeclared",
      found: `${declared} declared, bytes of UTF-8`,
      expected: "the encoding that the file is in",
      severity: "warning",
    });
    return new TextDecoder("utf-8");
  }
  if (ascii.startsWith("\u00ef\u00bb\u00bf")) return new TextDecoder("utf-8");
  try {
    return new TextDecoder(declared);
  } catch (e) {
    if (!(e instanceof RangeError)) throw e;
    input.notices.push({
      code: "encoding-unknown",
      found: declared,
      expected: "UTF-8, UTF-16, ISO-8859-1 or windows-1252",
      severity: "error",
    });
    return undefined;
  }
}

function wideEncoding(head: Uint8Array): "utf-16le" | "utf-16be" | "utf-32" | undefined {
  const [a, b, c, d] = head;
  if ((a === 0 && b === 0 && (c === 0xfe || c === 0)) || (a === 0xff && b === 0xfe && c === 0 && d === 0))
    return "utf-32";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0x3c && b === 0 && d === 0) return "utf-16le";
  if (a === 0 && b === 0x3c && c === 0) return "utf-16be";
  return undefined;
}
