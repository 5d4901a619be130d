/**
 * A sliding view on a stream of text: what has been read and not yet been passed, and where in the file it begins.
 * Lines and columns count from 1, columns in UTF-16 units, as editors do.
 */
export type TextWindow = {
  text: string;
  line: number;
  column: number;
  ended: boolean;
  readonly source: AsyncIterator<string>;
};

export function textWindow(chunks: AsyncIterable<string>): TextWindow {
  return { text: "", line: 1, column: 1, ended: false, source: chunks[Symbol.asyncIterator]() };
}

/**
 * Reads on until the window has doubled. Whoever looks again from its beginning after this has looked at every
 * character twice at most, however long the thing is that they look for.
 */
export async function readOn(window: TextWindow): Promise<void> {
  const wanted = Math.max(65_536, window.text.length * 2);
  const parts = [window.text];
  for (let length = window.text.length; length < wanted && !window.ended;) {
    const next = await window.source.next();
    if (next.done === true) window.ended = true;
    else {
      parts.push(next.value);
      length += next.value.length;
    }
  }
  window.text = parts.join("");
}

/** Passes over the first characters; they are given back. */
export function pass(window: TextWindow, length: number): string {
  const passed = window.text.slice(0, length);
  const end = positionAfter(passed, window.line, window.column);
  window.line = end.line;
  window.column = end.column;
  window.text = window.text.slice(length);
  return passed;
}

/** Where one stands after reading a text from a given place. A line ends with LF, CR LF or CR. */
export function positionAfter(
  text: string,
  line: number,
  column: number,
): { readonly line: number; readonly column: number } {
  let lines = line;
  let start = -1;
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) {
    lines += 1;
    start = i;
  }
  if (text.includes("\r")) {
    for (let i = text.indexOf("\r"); i >= 0; i = text.indexOf("\r", i + 1)) {
      if (text.charCodeAt(i + 1) === 10) continue;
      lines += 1;
      start = Math.max(start, i);
    }
  }
  return { line: lines, column: start < 0 ? column + text.length : text.length - start };
}
