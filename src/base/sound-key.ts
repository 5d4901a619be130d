/**
 * How a name sounds, roughly, in whichever of two scripts it is written: its consonants, those taken as one that Latin spellings of
 * Arabic names do not tell apart. الشقوري and Chekkori are both "skr". For finding, never for judging that two are the same.
 *
 * @param word one normalised word (see names.ts)
 * @returns null for a word of another script, or with fewer than two such consonants
 */
export function soundKey(word: string): { readonly script: "arabic" | "latin"; readonly key: string } | null {
  const script = /^\p{Script=Arabic}+$/u.test(word) ? "arabic" : /^[a-z]+$/.test(word) ? "latin" : null;
  if (script === null) return null;
  const heard = script === "arabic" ? [...word.replace(/ه$/u, "")].map((letter) => arabic[letter] ?? "").join("") : latin(word);
  const single = (text: string) => text.replaceAll(/(.)\1+/g, "$1");
  const key = single(single(heard).replaceAll("dj", "j"));
  return key.length < 2 ? null : { script, key };
}

const arabic: Readonly<Record<string, string>> = {
  ب: "b", پ: "b", ت: "t", ط: "t", ث: "t", ج: "j", ح: "h", ه: "h", خ: "k", د: "d", ذ: "d", ض: "d", ر: "r", ز: "z", ظ: "z",
  س: "s", ش: "s", ص: "s", غ: "g", ف: "f", ق: "k", ك: "k", ل: "l", م: "m", ن: "n",
};

function latin(word: string): string {
  return word
    .replace(/h$/, "")
    .replaceAll(/sch|sh|ch/g, "s")
    .replaceAll("kh", "k")
    .replaceAll(/([dgt])h/g, "$1")
    .replaceAll("ph", "f")
    .replaceAll(/c(?=[eiy])/g, "s")
    .replaceAll(/g(?=[eiy])/g, "j")
    .replaceAll("x", "ks")
    .replaceAll(/[cq]/g, "k")
    .replaceAll("v", "f")
    .replaceAll("p", "b")
    .replaceAll(/[aeiouyw]/g, "");
}
