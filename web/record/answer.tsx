import { useLingui } from "@lingui/react/macro";
import type { AsOfAnswer } from "../api/record-types.ts";

/** Yes, no, or between two dates, as a mark and a word. */
export function Answer({ answer }: { readonly answer: AsOfAnswer }) {
  const words = useAnswerWords();
  return (
    <span className="answer" data-answer={answer}>
      <svg className="answer-mark" width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
        {answer === "yes" ? <circle className="disc" cx="5" cy="5" r="4.4" /> : <circle className="ring" cx="5" cy="5" r="3.9" />}
        {answer === "between" && <path className="disc" d="M5 1.1a3.9 3.9 0 0 0 0 7.8z" />}
      </svg>
      {words[answer]}
    </span>
  );
}

export function useAnswerWords(): Readonly<Record<AsOfAnswer, string>> {
  const { t } = useLingui();
  return { yes: t`yes`, between: t`between two dates`, no: t`no` };
}
