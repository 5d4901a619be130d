import { useLingui } from "@lingui/react";
import type { Language } from "./language.ts";

/** The language the page is in now. */
export const useLanguage = (): Language => useLingui().i18n.locale as Language;
