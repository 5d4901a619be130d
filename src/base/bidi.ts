// Controls of the Unicode bidirectional algorithm (UAX 9), written as escapes: as themselves they cannot be seen in a diff.
const isolates = { auto: "\u2068", ltr: "\u2066", rtl: "\u2067" } as const;
const popIsolate = "\u2069";

/**
 * A date, identifier, name or figure made safe to stand inside a sentence of the other direction: without it
 * "2026-12-31" after Arabic words displays as 31-12-2026.
 *
 * Plain text only (mail, CLI, alt texts, message parameters); in HTML use `<bdi>`. Controls inside the text that would
 * reach out of it (unclosed embeddings, stray closers) are closed or dropped. An isolate ends with its line, so each line gets its own.
 */
export function isolate(text: string, direction: keyof typeof isolates = "auto"): string {
  return text
    .split(/(\r\n|[\n\r\u2029])/)
    .map((piece, i) => (i % 2 === 1 || piece === "" ? piece : isolates[direction] + balance(piece) + popIsolate))
    .join("");
}

/** The text without any direction control: for comparing and searching. */
export function stripBidi(text: string): string {
  return text.replaceAll(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "");
}

/** The direction of the first letter that has one, as a browser's `dir="auto"` finds it; null for digits and signs alone. */
export function directionOf(text: string): "ltr" | "rtl" | null {
  const letter = /\p{L}/u.exec(text)?.[0];
  if (letter === undefined) return null;
  return /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u.test(letter) ? "rtl" : "ltr";
}

function balance(text: string): string {
  const open: string[] = [];
  let out = "";
  for (const char of text) {
    if (/[\u202A\u202B\u202D\u202E]/.test(char)) open.push("\u202C");
    else if (/[\u2066\u2067\u2068]/.test(char)) open.push(popIsolate);
    else if (char === "\u202C" || char === popIsolate) {
      if (open.at(-1) !== char) continue;
      open.pop();
    }
    out += char;
  }
  return out + open.toReversed().join("");
}
