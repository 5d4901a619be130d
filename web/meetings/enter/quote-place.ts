export type QuoteCheck = { readonly stands: false; readonly near: string | null } | { readonly stands: true; readonly from: number; readonly to: number };

/** Whether words stand in a text to the letter, where (UTF-16 units), and, where they do not, how the text goes on from as far as they agree. */
export function placeOf(text: string, quote: string, start: number | null): QuoteCheck {
  if (start !== null && text.startsWith(quote, start)) return { stands: true, from: start, to: start + quote.length };
  const at = text.indexOf(quote);
  if (at >= 0) return { stands: true, from: at, to: at + quote.length };
  let length = quote.length - 1;
  while (length >= 8 && !text.includes(quote.slice(0, length))) length -= 1;
  if (length < 8) return { stands: false, near: null };
  const near = text.indexOf(quote.slice(0, length));
  return { stands: false, near: text.slice(near, near + Math.max(quote.length, length + 12)) };
}

/** A place in UTF-16 units as the API counts it, in code points. */
export const pointsBefore = (text: string, units: number): number => Array.from(text.slice(0, units)).length;

/** The sentence around a piece of a text: from after the full stop before it to the next one. */
export function sentenceAround(text: string, from: number, to: number): { readonly from: number; readonly to: number } {
  const stops = /[.!?؟۔](?=["”»)\]]?(?:\s|$))|\n/g;
  let begin = 0;
  let end = text.length;
  for (const stop of text.matchAll(stops)) {
    const after = stop.index + stop[0].length;
    if (after <= from) begin = after;
    else if (stop.index >= to - 1) { end = stop[0] === "\n" ? stop.index : after; break; }
  }
  while (begin < from && /["”»)\]\s]/.test(text[begin] ?? "")) begin += 1;
  while (end > to && /\s/.test(text[end - 1] ?? "")) end -= 1;
  return { from: begin, to: end };
}
