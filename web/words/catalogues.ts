import { i18n, type Messages } from "@lingui/core";
import { directionOf, type Language, localeOf } from "./language.ts";

type Load = () => Promise<{ messages: Messages }>;

/** A reader loads one language, and of it first what a first view says; see web/build/words-by-scene.ts. */
const first: Readonly<Record<Language, Load>> = {
  en: () => import("../../src/locales/en.po?first"),
  fr: () => import("../../src/locales/fr.po?first"),
  ar: () => import("../../src/locales/ar.po?first"),
};
const rest: Readonly<Record<Language, Load>> = {
  en: () => import("../../src/locales/en.po?rest"),
  fr: () => import("../../src/locales/fr.po?rest"),
  ar: () => import("../../src/locales/ar.po?rest"),
};

/** Whether a scene was opened that needs the rest of the words; then a change of language brings both. */
let restWanted = false;

/** Turns the whole page to a language: words, direction, the way numbers are written. */
export async function speak(language: Language): Promise<void> {
  if (i18n.locale !== language) {
    const parts = await Promise.all([first[language](), ...(restWanted ? [rest[language]()] : [])]);
    i18n.loadAndActivate({ locale: language, locales: [localeOf[language]], messages: Object.assign({}, ...parts.map(({ messages }) => messages)) });
  }
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}

async function speakTheRest(): Promise<void> {
  if (restWanted) return;
  restWanted = true;
  const language = i18n.locale as Language;
  const { messages } = await rest[language]();
  // a language that was chosen meanwhile has brought its own rest
  if (i18n.locale === language) i18n.load(language, messages);
}
// a part that came late and brought no words: they follow it
i18n.on("missing", () => void speakTheRest());

/** Loads a scene together with the words it says. */
export const withWords = <Scene>(load: () => Promise<Scene>) => async (): Promise<Scene> => {
  const [scene] = await Promise.all([load(), speakTheRest()]);
  return scene;
};
