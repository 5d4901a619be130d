const months: readonly (readonly string[])[] = [
  ["january", "janvier", "يناير", "كانون الثاني", "جانفي"],
  ["february", "février", "fevrier", "فبراير", "شباط", "فيفري"],
  ["march", "mars", "مارس", "آذار"],
  ["april", "avril", "أبريل", "إبريل", "نيسان", "أفريل"],
  ["may", "mai", "مايو", "أيار", "ماي"],
  ["june", "juin", "يونيو", "حزيران", "جوان"],
  ["july", "juillet", "يوليو", "تموز", "جويلية"],
  ["august", "août", "aout", "أغسطس", "آب", "غشت", "أوت"],
  ["september", "septembre", "سبتمبر", "أيلول", "شتنبر"],
  ["october", "octobre", "أكتوبر", "تشرين الأول"],
  ["november", "novembre", "نوفمبر", "تشرين الثاني", "نونبر"],
  ["december", "décembre", "decembre", "ديسمبر", "كانون الأول", "دجنبر"],
];
const numberOf = new Map(months.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));
const name = [...numberOf.keys()].toSorted((a, b) => b.length - a.length).join("|");
const day = "(\\d{1,2})(?:st|nd|rd|th|er)?";
const range = `${day}(?:\\s*(?:-|–|—|and|et|au|to|و|إلى)\\s*(?:le\\s+)?${day})?`;
const dayFirst = new RegExp(`(?<!\\d)${range}\\s+(?:of\\s+)?(${name})\\.?,?\\s+(\\d{4})`, "iu");
const monthFirst = new RegExp(`(${name})\\.?\\s+${range},?\\s+(\\d{4})`, "iu");
const monthOnly = new RegExp(`(?<!\\p{L})(${name})\\.?,?\\s+(\\d{4})`, "iu");

const two = (number: number | string) => String(number).padStart(2, "0");
const latin = (text: string) => text.replaceAll(/[٠-٩]/g, (digit) => String("٠١٢٣٤٥٦٧٨٩".indexOf(digit)));

/** A day, days or month written out in English, French or Arabic, as EDTF: "1-2 March 2023" is 2023-03-01/2023-03-02. Null when there is none. */
export function dateInWords(words: string): string | null {
  const text = latin(words);
  const iso = /(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/.exec(text)?.[1];
  if (iso !== undefined) return iso;
  const first = dayFirst.exec(text);
  if (first !== null) return days(first[4], first[3], first[1], first[2]);
  const american = monthFirst.exec(text);
  if (american !== null) return days(american[4], american[1], american[2], american[3]);
  const month = monthOnly.exec(text);
  const number = numberOf.get(month?.[1]?.toLowerCase() ?? "");
  return month === null || number === undefined ? null : `${month[2]}-${two(number)}`;
}

function days(year: string | undefined, monthName: string | undefined, from: string | undefined, to: string | undefined): string | null {
  const month = numberOf.get(monthName?.toLowerCase() ?? "");
  if (year === undefined || month === undefined || from === undefined) return null;
  const start = `${year}-${two(month)}-${two(from)}`;
  return to === undefined ? start : `${start}/${year}-${two(month)}-${two(to)}`;
}
