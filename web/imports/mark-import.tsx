import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { asProblem } from "../api/problem.ts";
import { sessionQuery } from "../api/queries.ts";
import type { ImportJob } from "../api/record-types.ts";
import { useWrite } from "../api/use-write.ts";
import { Fault } from "../parts/fault.tsx";
import { TlpLabel } from "../parts/tlp.tsx";
import { useLanguage } from "../words/use-language.ts";

const labels = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER"] as const;
type Label = (typeof labels)[number];
/** From the most open on; what is stricter than AMBER is here only to be compared. */
const order = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"];

/**
 * Who sees what an import brought: its own side closes it further at once; opening it further, as publishing what was one's own does, is proposed and happens when
 * a second person of the side agrees.
 */
export function MarkImport({ job }: { readonly job: ImportJob }) {
  const language = useLanguage();
  const { t } = useLingui();
  const id = useId();
  const write = useWrite();
  const queryClient = useQueryClient();
  const viewer = useQuery(sessionQuery(language)).data?.viewer;
  const [label, setLabel] = useState<Label | null>(null);
  const [reason, setReason] = useState("");
  const now = job.marking.tlp;
  const widens = label !== null && order.indexOf(label) < order.indexOf(now);
  const send = useMutation({
    mutationFn: () =>
      widens
        ? write<unknown>("POST", "/api/acts", { kind: "widen-marking", subject: { kind: "import", id: job.id }, tlp: label, circle: null, reason: reason.trim() })
        : write<unknown>("PUT", `/api/imports/${job.id}/marking`, { tlp: label, circle: null }),
    onSuccess: async () => { if (!widens) setLabel(null); await queryClient.invalidateQueries(); },
  });
  if (viewer?.kind !== "account" || !viewer.may.includes("edit-record") || viewer.lookingAs !== null) return null;
  const choose = (next: Label | null) => { setLabel(next); setReason(""); send.reset(); };
  const brought = job.counts.added + job.counts.superseded;
  const open: Readonly<Record<Label, string>> = { "TLP:CLEAR": t`TLP:CLEAR · everyone`, "TLP:GREEN": t`TLP:GREEN · the coalition’s members`, "TLP:AMBER": t`TLP:AMBER · your own side alone` };
  const proposed = send.isSuccess && widens;
  return (
    <section className="import-marking" aria-labelledby={`${id}h`}>
      <h2 id={`${id}h`}><Trans>Who sees what it brought</Trans></h2>
      <div className="field"><label htmlFor={`${id}m`}><Trans>Mark it anew</Trans></label><select id={`${id}m`} className="input" value={label ?? ""} onChange={(event) => choose(labels.find((one) => one === event.target.value) ?? null)}><option value="">{t`as it is`}</option>{labels.filter((one) => one !== now).map((one) => <option key={one} value={one}>{open[one]}</option>)}</select></div>
      {label !== null && !proposed && (
        <form onSubmit={(event) => { event.preventDefault(); if (!send.isPending && (!widens || reason.trim() !== "")) send.mutate(); }}>
          <p><Plural value={brought} one="# report" other="# reports" /> <TlpLabel tlp={now} /> <span aria-hidden="true">→</span> <TlpLabel tlp={label} />. {widens ? <Trans>Opening further happens when another person of your side agrees; until then everything stays as it is. What was opened cannot be unseen.</Trans> : <Trans>Whoever could see it until now and may not any more finds it nowhere from here on: not in lists, pictures or search.</Trans>}</p>
          {widens && <div className="field"><label htmlFor={`${id}r`}><Trans>Why, for the second person and the audit</Trans></label><input id={`${id}r`} className="input" dir="auto" maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} /></div>}
          {send.isError && <Fault problem={asProblem(send.error)} />}
          <p><button type="submit" className="button first" disabled={send.isPending || (widens && reason.trim() === "")}>{widens ? <Trans>Propose it to a second person</Trans> : <Trans>Mark it so now</Trans>}</button> <button type="button" className="button" onClick={() => choose(null)}><Trans>Leave it</Trans></button></p>
        </form>
      )}
      {proposed && <p role="status"><b><Trans>Proposed.</Trans></b> <Link className="link" to="/$lang/administration" params={{ lang: language }}><Trans>It waits for a second person for seven days.</Trans></Link></p>}
    </section>
  );
}
