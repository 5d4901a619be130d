const mostBytes = 65_536;

/** The text, cut at a whole character so that it takes at most 64 KiB in UTF-8. */
export function rawExcerpt(text: string): string {
  if (text.length * 3 <= mostBytes) return text;
  const { read } = new TextEncoder().encodeInto(text.slice(0, mostBytes), new Uint8Array(mostBytes));
  return text.slice(0, read);
}

/** The first words of something found, on one line, for a fault's `found`. */
export function shortly(text: string, most = 120): string {
  const line = text.slice(0, most * 4).replaceAll(/\s+/g, " ").trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
