import { fault } from "../../base/errors.ts";

/** Where a quote stands in a text, in Unicode code points: `end` is the first that no longer belongs to it. */
export type QuotePlace = { readonly start: number; readonly end: number };

/** Line ends as a text and its quotes are kept: a form may send either kind. */
export function keptText(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n");
}

/**
 * Finds a quote in the text it is taken from. It must stand there to the letter.
 *
 * @param start where the person marked it, when the same words stand there more than once; the first place otherwise
 * @throws bad-input, which says how far the text agrees and how it goes on
 */
export function findQuote(text: string, quote: string, path: string, start?: number): QuotePlace {
  const length = [...quote].length;
  if (start !== undefined) {
    const from = unitsOf(text, start);
    if (text.startsWith(quote, from)) return { start, end: start + length };
    throw fault("bad-input", {
      path,
      found: short(quote),
      expected: `the source's words at ${start}: ${short(text.slice(from, from + quote.length))}`,
    });
  }
  const at = text.indexOf(quote);
  if (at >= 0) {
    const first = Array.from(text.slice(0, at)).length;
    return { start: first, end: first + length };
  }
  throw fault("bad-input", { path, found: short(quote), expected: nearest(text, quote) });
}

/** Long enough not to be a chance meeting. */
const telling = 8;

function nearest(text: string, quote: string): string {
  let [low, high] = [0, quote.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (text.includes(quote.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  if (low < Math.min(telling, quote.length)) return "an exact piece of the source's text";
  const at = text.indexOf(quote.slice(0, low));
  return `an exact piece of the source's text, which reads ${short(text.slice(at, at + quote.length), low)}`;
}

/** The index in UTF-16 units of a place told in code points. */
function unitsOf(text: string, points: number): number {
  let units = 0;
  for (let n = 0; n < points && units < text.length; n++) units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  return units;
}

/** A long piece around the place where it matters. */
function short(text: string, around = 0): string {
  const from = Math.max(0, around - 40);
  const piece = Array.from(text.slice(from, from + 120)).join("");
  return `${from > 0 ? "…" : ""}${piece}${from + 120 < text.length ? "…" : ""}`;
}
