import type { Held } from "../api/record-types.ts";
import { edtfWords } from "../words/edtf-words.ts";
import { useLanguage } from "../words/use-language.ts";

/** One end of a stretch of time, in words: at its own precision, or between what bounds it. Null where nothing is known. */
export function useEndWords(): (end: Held["from"] | Held["to"]) => string | null {
  const language = useLanguage();
  return (end) => (end.edtf === null ? null : edtfWords(end.edtf, language));
}
