import { useLingui } from "@lingui/react/macro";
import type { Held } from "../api/record-types.ts";
import { edtfWords } from "../words/edtf-words.ts";
import { useLanguage } from "../words/use-language.ts";

/** One end of a stretch of time, in words: at its own precision, or between what bounds it. Null where nothing is known. */
export function useEndWords(): (end: Held["from"] | Held["to"]) => string | null {
  const language = useLanguage();
  return (end) => (end.edtf === null ? null : edtfWords(end.edtf, language));
}

/** "2 December 2021 – between 8 June 2023 and 15 November 2023". */
export function useStretchWords(): (held: Held) => string {
  const { t } = useLingui();
  const words = useEndWords();
  return ({ from, to }) => {
    const begins = words(from) ?? t`not known`;
    return to.open ? t`since ${begins}` : t`${begins} – ${words(to) ?? t`not known`}`;
  };
}
