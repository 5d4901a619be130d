const mostBytes = 65_536;

/** The text, cut at a whole character so that it takes at most 64 KiB in UTF-8; characters of code zero, which no database keeps, as U+FFFD. */
export function rawExcerpt(text: string): string {
  const storable = withoutZero(text.slice(0, mostBytes));
  if (storable.length * 3 <= mostBytes) return storable;
  const { read } = new TextEncoder().encodeInto(storable, new Uint8Array(mostBytes));
  return storable.slice(0, read);
}

function withoutZero(text: string): string {
  return text.replaceAll("\u0000", "\ufffd");
}

/** The first words of something found, on one line, for a fault's `found`. */
export function shortly(text: string, most = 120): string {
  const line = withoutZero(text.slice(0, most * 4))
    .replaceAll(/\s+/g, " ")
    .trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
