import { phrase, type PublicLanguage, publicLocale } from "../../locales/public-words.ts";

/** A date with precision, as words of the language; what is of no shape known here stands as it was stated. */
export function edtfIn(edtf: string, language: PublicLanguage): string {
  const set = /^\[([^.,\]]*)\.\.([^.,\]]*)\]$/.exec(edtf);
  if (set) {
    const [from, to] = [set[1] ?? "", set[2] ?? ""];
    if (from === "") return phrase(language, "noLaterThan", { day: one(to, language) });
    if (to === "") return phrase(language, "noEarlierThan", { day: one(from, language) });
    return phrase(language, "between", { from: one(from, language), to: one(to, language) });
  }
  const [from, to] = edtf.split("/", 2);
  if (from !== undefined && to !== undefined && /^\d/.test(from) && /^\d/.test(to)) return phrase(language, "fromTo", { from: one(from, language), to: one(to, language) });
  return one(edtf, language);
}

function one(part: string, language: PublicLanguage): string {
  const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$/.exec(part);
  if (!shape) return part;
  const [, year = "", month, day, doubt] = shape;
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return part;
  const options: Intl.DateTimeFormatOptions = { calendar: "gregory", timeZone: "UTC", year: "numeric", ...(month === undefined ? {} : { month: "long" }), ...(day === undefined ? {} : { day: "numeric" }) };
  const words = new Intl.DateTimeFormat(publicLocale[language], options).format(new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1))));
  return doubt === "" ? words : phrase(language, "about", { day: words });
}
