/** Whether a text is a well-formed BCP 47 language tag, written as the standard recommends ("fr", "zh-Hant"). */
export function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text)[0] === text;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
