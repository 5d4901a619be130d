import { useQueryClient } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { asProblem } from "../api/problem.ts";
import type { Problem } from "../api/types.ts";
import { useWrite } from "../api/use-write.ts";
import { Fault } from "../parts/fault.tsx";
import { isTyping, touchedByDecision } from "./decide-keys.ts";
import { outcomeWords } from "./decision-said.tsx";
import { decidedLast, useLastDecided } from "./last-decided.ts";

/** How long it is offered. Afterwards it is taken back where it stands, among the decided. */
const offered = 20_000;

/** What was decided just now has left the list; for a while one key brings it back. */
export function UndoBar() {
  const { i18n, t } = useLingui();
  const last = useLastDecided();
  const write = useWrite();
  const queryClient = useQueryClient();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    setProblem(null);
    if (last === null) return;
    const over = setTimeout(() => decidedLast(null), offered);
    return () => clearTimeout(over);
  }, [last]);
  // another scene begins with nothing to undo
  useEffect(() => () => decidedLast(null), []);
  const undo = async () => {
    if (last === null || sending) return;
    setSending(true);
    try {
      await write("POST", `${last.path}/withdraw`, { decision: last.decision });
      decidedLast(null);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setSending(false);
      await queryClient.invalidateQueries({ predicate: ({ queryKey: [at] }) => typeof at === "string" && touchedByDecision.test(at) });
    }
  };
  useEffect(() => {
    if (last === null) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "u" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      void undo();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
  return (
    <div className="undo" role="status" aria-label={t`Decided just now`} hidden={last === null}>
      {last !== null && <><b>{i18n._(outcomeWords[last.outcome])}</b> <button type="button" className="button" disabled={sending} onClick={() => void undo()}><Trans>Undo</Trans> <kbd className="key">U</kbd></button></>}
      {problem !== null && <Fault problem={problem} />}
    </div>
  );
}
