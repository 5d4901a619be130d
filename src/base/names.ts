/**
 * A name brought to a form in which two ways of writing the same letters are equal: for search and for comparing
 * names, never for display.
 *
 * Case, accents, width and ligatures go; Latin letters that no accent makes (ø, ł, ß) become their plain ones. Arabic: vowel
 * signs and tatweel go, the forms of alef become one, likewise yeh and alef maqsura, teh marbuta and heh, Persian kaf and
 * yeh; a word's article goes where three letters or more remain. Cyrillic: ё and е, й and и become one. Digits
 * become ASCII. Signs become spaces; an apostrophe joins (Sana'a, sanaa) except after an elided French article (d'Ivoire).
 *
 * It does not transliterate: الشقوري and Chekkori stay apart, which a person or the linkage engine decides.
 */
export function normaliseName(text: string): string {
  return /^[\u0000-\u007F]*$/.test(text) ? normaliseAscii(text) : normaliseAny(text);
}

/** What normaliseAny makes of a text of ASCII alone, in a third of the time: most names are such. */
function normaliseAscii(text: string): string {
  const lower = text.toLowerCase();
  const joined = /['`]/.test(lower) ? lower.replaceAll(/(^|[^a-z0-9])([cdjlmnst]|qu)'(?=[a-z])/g, "$1$2 ").replaceAll(/['`]/g, "") : lower;
  return joined.replaceAll(/[^a-z0-9]+/g, " ").trim();
}

/** The same for any text; exported to be compared. */
export function normaliseAny(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/[\p{M}\p{Cf}\u0640]/gu, "")
    .replaceAll(/[^\u0000-\u007F]/gu, (letter) => plain.get(letter) ?? digit(letter))
    .replaceAll(/(^|[^\p{L}\p{N}])([cdjlmnst]|qu)['’‘ʼ](?=\p{L})/gu, "$1$2 ")
    .replaceAll(/['’‘ʼʻʿʾ`´]/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ")
    .map((word) => word.replace(/^و?ال(?=\p{Script=Arabic}{3})/u, ""))
    .join(" ")
    .normalize("NFC");
}

const plain: ReadonlyMap<string, string> = new Map([
  ["ß", "ss"], ["æ", "ae"], ["œ", "oe"], ["ø", "o"], ["đ", "d"], ["ð", "d"], ["þ", "th"], ["ł", "l"], ["ħ", "h"], ["ı", "i"], ["ŋ", "n"], ["ɛ", "e"], ["ɔ", "o"], ["ɓ", "b"], ["ɗ", "d"], ["ƙ", "k"], ["ƴ", "y"],
  ["ٱ", "ا"], ["ى", "ي"], ["ی", "ي"], ["ې", "ي"], ["ک", "ك"], ["ة", "ه"], ["ہ", "ه"], ["ھ", "ه"],
  ["ґ", "г"],
]);

const zeros = [0x660, 0x6f0, 0x7c0, 0x966] as const;

function digit(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  const zero = zeros.find((z) => code >= z && code <= z + 9);
  return zero === undefined ? letter : String(code - zero);
}
