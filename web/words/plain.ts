/** Lower case without accents, Arabic without its vowel marks and with one kind of alif: for finding among words of the page itself. */
export const plain = (text: string): string => text.normalize("NFKD").replaceAll(/[\p{M}\u0640]/gu, "").replaceAll(/[أإآٱ]/g, "ا").toLowerCase().trim();
