import type { Random } from "./random.ts";

export type Names = { readonly en: string; readonly fr: string; readonly ar: string };

/** Countries of the invented coast. Codes are of ISO 3166-1's user-assigned space: no state has or will have them. */
export const countries = [
  { code: "QO", names: { en: "Orvessa", fr: "Orvesse", ar: "أورفيسا" } },
  { code: "QT", names: { en: "Talmeria", fr: "Talmérie", ar: "تالميريا" } },
  { code: "QR", names: { en: "Belkaru", fr: "Belkarou", ar: "بلكارو" } },
  { code: "QS", names: { en: "Nemrath", fr: "Nemrath", ar: "نمراث" } },
  { code: "QV", names: { en: "Zuvelle", fr: "Zuvelle", ar: "زوفيل" } },
] as const;

/** Members from beyond the map, and organisations. */
export const others = [
  { code: "XV", kind: "state", names: { en: "Valdrenne", fr: "Valdrenne", ar: "فالدرين" } },
  { code: "XE", kind: "state", names: { en: "Estrimar", fr: "Estrimar", ar: "إستريمار" } },
  { code: "XT", kind: "state", names: { en: "Tarquesia", fr: "Tarquésie", ar: "تاركيسيا" } },
  { code: "XO", kind: "state", names: { en: "Ombrava", fr: "Ombravie", ar: "أومبرافا" } },
  { code: "XI", kind: "state", names: { en: "Ilmarsund", fr: "Ilmarsund", ar: "إلمارسوند" } },
  { code: "XH", kind: "state", names: { en: "Havrennia", fr: "Havrennie", ar: "هافرينيا" } },
  { code: "OSR", kind: "organisation", names: { en: "Office for Shared Relief", fr: "Bureau des secours partagés", ar: "مكتب الإغاثة المشتركة" } },
  { code: "BFS", kind: "organisation", names: { en: "Bank of the Five Shores", fr: "Banque des Cinq Rivages", ar: "مصرف الشواطئ الخمسة" } },
  { code: "LIR", kind: "organisation", names: { en: "League of Inland Rivers", fr: "Ligue des rivières de l’intérieur", ar: "رابطة الأنهار الداخلية" } },
] as const;

/** Syllables as they sound in a country, each with its Arabic letters: how places are called there. */
const sounds: Readonly<Record<string, { readonly first: readonly string[]; readonly middle: readonly string[]; readonly last: readonly string[] }>> = {
  QO: { first: ["mar مار", "tes تيس", "bel بيل", "dor دور", "sar سار", "vel فيل", "kol كول", "ist إيست"], middle: ["ou و", "i ي", "a ا", "ende يندي"], last: ["vé في", "ssane سان", "lune لون", "mond موند", "raque راك", "vaine فين"] },
  QT: { first: ["sef سف", "tam تم", "zar زر", "oul أول", "khed خد", "nor نور", "imb إمب", "djen جن"], middle: ["a ا", "u و", "ema يما", "i ي"], last: ["rrow رو", "zmar زمار", "vhel فيل", "dris دريس", "nouth نوث", "brel بريل"] },
  QR: { first: ["da دا", "wou وو", "kel كل", "tir تير", "go غو", "sum سم", "ban بن", "mok موك"], middle: ["ka كا", "ma ما", "ri ري", "ndo ندو"], last: ["leshu ليشو", "rou رو", "bale بالي", "kka كّا", "lunde لوندي", "wema ويما"] },
  QS: { first: ["ar أر", "hel هل", "ush أش", "nim نم", "qad قد", "ser سر", "ib إب", "zol زل"], middle: ["d د", "th ث", "m م", "v ف"], last: ["eth يث", "emun يمون", "arqa ارقا", "ilath يلاث", "urim وريم", "avesh افيش"] },
  QV: { first: ["ros روس", "ver فير", "quil كيل", "lam لام", "fen فين", "aub أوب", "cas كاس", "pel بيل"], middle: ["i ي", "e ي", "a ا", "o و"], last: ["mbelle مبيل", "ttrin ترين", "vraque فراك", "ndre ندر", "zonne زون", "ldery لدري"] },
};

/** A place's name in three scripts, as places are called in that country. */
export function placeName(country: string, random: Random): Names {
  const of = sounds[country];
  if (of === undefined) throw new Error(`no sounds of ${country}`);
  const parts = [random.pick(of.first), random.pick(of.middle), random.pick(of.last)].map((part) => part.split(" ") as [string, string]);
  const latin = parts.map(([l]) => l).join("");
  const en = latin.charAt(0).toUpperCase() + latin.slice(1);
  return { en, fr: en.replaceAll("sh", "ch").replace(/(?<![oaqAQ])u/g, "ou").replace(/^Ush/, "Ouch").replace(/^U/, "Ou"), ar: parts.map(([, a]) => a).join("") };
}
