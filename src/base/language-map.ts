/** BCP 47 language (or "und") to words. */
export type LanguageMap = Readonly<Record<string, string>>;

/** The words found, in which language, and how near that is to what was wanted, so that a page can say so and set `lang`. */
export type PickedWords = { readonly text: string; readonly language: string; readonly match: "exact" | "related" | "other" };

/**
 * The words a reader gets, by RFC 4647 "lookup" and then what is near.
 *
 * For each wanted language in turn: itself, itself with its subtags cut from the end (fr-CA finds fr), then another
 * variety of the same language (fr finds fr-BE). After these English, then "und", then the first by name. Blank
 * words count as absent. null when there are none.
 */
export function pickWords(map: LanguageMap, wanted: readonly string[]): PickedWords | null {
  const byTag = new Map<string, readonly [string, string]>();
  for (const language of Object.keys(map).toSorted()) {
    const text = map[language];
    if (text !== undefined && text.trim() !== "" && !byTag.has(language.toLowerCase())) byTag.set(language.toLowerCase(), [language, text]);
  }
  const found = (tag: string, match: PickedWords["match"]): PickedWords | null => {
    const entry = byTag.get(tag);
    return entry === undefined ? null : { language: entry[0], text: entry[1], match };
  };
  for (const [i, want] of wanted.entries()) {
    const nearest = i === 0 ? ("exact" as const) : ("other" as const);
    const tag = want.toLowerCase();
    const exact = found(tag, nearest);
    if (exact !== null) return exact;
    const related = i === 0 ? ("related" as const) : ("other" as const);
    for (let cut = tag.lastIndexOf("-"); cut > 0; cut = tag.lastIndexOf("-", cut - 1)) {
      const shorter = found(tag.slice(0, cut), related);
      if (shorter !== null) return shorter;
    }
    const primary = tag.split("-")[0] ?? tag;
    for (const other of byTag.keys()) {
      if (other.startsWith(`${primary}-`)) return found(other, related);
    }
  }
  for (const tag of ["en", "und", ...byTag.keys()]) {
    const last = found(tag, "other");
    if (last !== null) return last;
  }
  return null;
}
