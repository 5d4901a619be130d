import { headAndRest, joined, type Input } from "./input.ts";

/** A line longer than this is decoded in parts. */
const longestLine = 2 ** 20;

/**
 * Bytes of a text file to text: UTF-16 with a byte order mark (a spreadsheet's "Unicode text"), else UTF-8 with or without
 * one, and each line that is no UTF-8 as windows-1252 (what a spreadsheet on Windows saves as "CSV"), told once. Line by line,
 * because one pasted cell is no reason to misread the whole file, nor the other way round.
 */
export async function* decodedLines(bytes: AsyncIterable<Uint8Array>, input: Input): AsyncGenerator<string> {
  const { head, all } = await headAndRest(bytes, 4);
  const wide =
    head[0] === 0xff && head[1] === 0xfe ? "utf-16le" : head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : undefined;
  if (wide !== undefined) {
    yield* decodedWide(all, wide);
    return;
  }
  let kept: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  let line = 1;
  let told = false;
  let first = true;
  const decode = (part: Uint8Array): string => {
    const text = readUtf8(part) ?? mixed(part);
    const bare = first && text.startsWith("\ufeff") ? text.slice(1) : text;
    first = false;
    for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) line += 1;
    return bare;
  };
  const mixed = (part: Uint8Array): string => {
    const texts: string[] = [];
    for (let from = 0; from < part.length;) {
      const newline = part.indexOf(10, from);
      const to = newline < 0 ? part.length : newline + 1;
      const one = part.subarray(from, to);
      const utf8 = readUtf8(one);
      if (utf8 === undefined && !told) {
        told = true;
        input.notices.push({
          code: "encoding-guessed",
          found: `bytes that are no UTF-8 in line ${line + texts.length}`,
          expected: "UTF-8; such lines were read as windows-1252",
          severity: "warning",
        });
      }
      texts.push(utf8 ?? new TextDecoder("windows-1252").decode(one));
      from = to;
    }
    return texts.join("");
  };
  for await (const chunk of all) {
    const together = kept.length === 0 ? chunk : joined(kept, chunk);
    const newline = together.lastIndexOf(10);
    const cut = newline >= 0 ? newline + 1 : together.length > longestLine ? wholeCharacters(together) : 0;
    if (cut > 0) yield decode(together.subarray(0, cut));
    kept = together.slice(cut);
  }
  if (kept.length > 0) yield decode(kept);
}

async function* decodedWide(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function readUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch (e) {
    if (e instanceof TypeError) return undefined;
    throw e;
  }
}

/** How many bytes can be taken without cutting a character of UTF-8. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let i = bytes.length - 1; i > bytes.length - 4 && i > 0; i -= 1) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return i;
  }
  return bytes.length;
}

/** The text of a file's first bytes, whatever they are. */
export function decodedHead(head: Uint8Array): string {
  const encoding =
    head[0] === 0xff && head[1] === 0xfe ? "utf-16le" : head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(head);
}
