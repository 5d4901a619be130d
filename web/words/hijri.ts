const key = "entente.hijri";

/** Whether this browser shows the Hijri day beside the Gregorian one. Kept on this machine alone; read once, as a page is drawn with one calendar throughout. */
export const hijriShown: boolean = kept();

function kept(): boolean {
  try {
    return localStorage.getItem(key) === "yes";
  } catch {
    // no storage (a test, or a browser that refuses it): the dates stand alone
    return false;
  }
}

/** Chooses, and draws the page anew with it. What is typed is kept by the forms. */
export function chooseHijri(shown: boolean): void {
  try {
    if (shown) localStorage.setItem(key, "yes");
    else localStorage.removeItem(key);
    location.reload();
  } catch (refused) {
    console.info("The choice of calendar cannot be kept: storage is off.", refused);
  }
}

/**
 * The same days in the calendar of Umm al-Qura: "1 Jumada I 1445 AH". Months of the two calendars do not meet: a month is told as those that it touches.
 * @param locale as dates are written; @param own a moment, told in the reader's own zone; a day is of none
 */
export function inHijri(locale: string, from: Date, to: Date = from, monthOnly = false, own = false): string {
  const format = new Intl.DateTimeFormat(locale, { calendar: "islamic-umalqura", ...(monthOnly ? {} : { day: "numeric" }), month: "long", year: "numeric", ...(own ? {} : { timeZone: "UTC" }) });
  return to === from ? format.format(from) : format.formatRange(from, to);
}
