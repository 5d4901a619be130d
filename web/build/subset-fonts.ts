import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import subsetFont from "subset-font";

const require = createRequire(import.meta.url);

/** The letters of Arabic itself, its vowel signs, punctuation and digits: what a page in Arabic shows before anyone opens a name in Urdu or Persian. Keep in step with style/fonts.css. */
const arabic = "20-22,28-29,2e,3a,ab,bb,60c,61b,61f,621-63a,640-652,660-66c,670-671,200c-200f,2013-2014,2026";

/**
 * Writes the fonts that a first view in Arabic needs, of those letters alone: 44 kB become 15 for each weight.
 * The whole fonts stay beside them, behind a unicode-range, for the other languages of the script.
 */
export async function writeSubsetFonts(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const weight of [400, 600]) {
    const whole = await readFile(require.resolve(`@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-${weight}-normal.woff2`));
    await writeFile(join(folder, `ibm-plex-sans-arabic-letters-${weight}.woff2`), await subsetFont(whole, charactersOf(arabic), { targetFormat: "woff2" }));
  }
}

function charactersOf(ranges: string): string {
  return ranges
    .split(",")
    .flatMap((range) => {
      const [first = 0, last = first] = range.split("-").map((code) => Number.parseInt(code, 16));
      return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));
    })
    .join("");
}
