import "./states.css";
import { Trans, useLingui } from "@lingui/react/macro";
import type { Problem } from "../api/types.ts";
import { problemWords } from "../words/problem-words.ts";

/** What went wrong in the reader's words, with the code that a colleague can look up. Says what was kept and what to do. */
export function Fault({ problem, retry }: { readonly problem: Problem; readonly retry?: () => void }) {
  const { i18n } = useLingui();
  const words = problemWords(problem, i18n);
  return (
    <div className="fault" role="alert">
      <p className="fault-said">{words.said}</p>
      {words.todo && <p className="quiet">{words.todo}</p>}
      {problem.errors?.map((one) => <p key={one.path} className="small"><Trans><bdi className="fault-code">{one.path}</bdi>: found <bdi>{one.found}</bdi>, expected <bdi>{one.expected}</bdi></Trans></p>)}
      <p className="fault-foot small quiet">
        {retry && <button type="button" className="link" onClick={retry}><Trans>Try again</Trans></button>}
        <bdi className="fault-code" dir="ltr">{problem.code}</bdi>
      </p>
    </div>
  );
}
