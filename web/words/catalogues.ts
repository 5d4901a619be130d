import { i18n, type Messages } from "@lingui/core";
import { directionOf, type Language, localeOf } from "./language.ts";

/** One chunk per language: a reader loads one. */
const load: Readonly<Record<Language, () => Promise<{ messages: Messages }>>> = {
  en: () => import("../../src/locales/en.po"),
  fr: () => import("../../src/locales/fr.po"),
  ar: () => import("../../src/locales/ar.po"),
};

/** Turns the whole page to a language: words, direction, the way numbers are written. */
export async function speak(language: Language): Promise<void> {
  if (i18n.locale !== language) {
    const { messages } = await load[language]();
    i18n.loadAndActivate({ locale: language, locales: [localeOf[language]], messages });
  }
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}
