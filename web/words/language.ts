/** The languages of the workspace, as they stand in its addresses. */
export const languages = ["en", "fr", "ar"] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text);
export const directionOf = (language: Language): "rtl" | "ltr" => (language === "ar" ? "rtl" : "ltr");

/**
 * The locale that numbers and dates are written in. European digits in Arabic too, as the Maghreb and the
 * coalition's own Arabic texts write them; days before months in English, as its texts do.
 */
export const localeOf: Readonly<Record<Language, string>> = { en: "en-GB", fr: "fr-FR", ar: "ar-u-nu-latn" };

/** For the component library, which knows fewer. */
export const ariaLocaleOf: Readonly<Record<Language, string>> = { en: "en-GB", fr: "fr-FR", ar: "ar-AE-u-nu-latn" };

/** The language to begin with: the reader's first that we speak, else English. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.split("-", 1)[0] ?? "";
    if (isLanguage(primary)) return primary;
  }
  return "en";
}
