import "./save-list.css";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { type Query, queryString } from "../api/client.ts";
import { asProblem, ProblemError, problemOf, unreachable } from "../api/problem.ts";
import type { Problem } from "../api/types.ts";
import { useLanguage } from "../words/use-language.ts";
import { Fault } from "./fault.tsx";

/** The list that is shown, as a file in the language of the page, with its marking first and in its name. `path`: …/export */
export function SaveList({ path, query }: { readonly path: string; readonly query: Query }) {
  const language = useLanguage();
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async (as: "csv" | "json") => {
    setSaving(true);
    setProblem(null);
    try {
      await saveFile(path + queryString({ ...query, as }), language);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setSaving(false);
    }
  };
  return (
    <span className="save-list small">
      <button type="button" className="link" disabled={saving} onClick={() => void save("csv")}><Trans>Save as CSV</Trans></button> <button type="button" className="link" disabled={saving} onClick={() => void save("json")}><Trans>Save as JSON</Trans></button>
      {problem !== null && <Fault problem={problem} />}
    </span>
  );
}

async function saveFile(address: string, language: string): Promise<void> {
  const answer = await fetch(address, { headers: { "accept-language": language }, credentials: "same-origin" }).catch(() => { throw new ProblemError(unreachable); });
  if (!answer.ok) throw new ProblemError(problemOf(answer.status, await answer.json().catch(() => undefined)));
  const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "list";
  const held = URL.createObjectURL(await answer.blob());
  const link = Object.assign(document.createElement("a"), { href: held, download: name });
  link.click();
  // the browser has taken it once the task after the click runs
  setTimeout(() => URL.revokeObjectURL(held), 1_000);
}
