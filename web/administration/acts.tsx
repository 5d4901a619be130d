import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { request } from "../api/client.ts";
import { asProblem } from "../api/problem.ts";
import { useWrite } from "../api/use-write.ts";
import { Fault } from "../parts/fault.tsx";
import { Named } from "../parts/named.tsx";
import { TlpLabel } from "../parts/tlp.tsx";
import { instant } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";
import type { Act, ActList } from "./admin-types.ts";

/** What one person alone may not do: whoever did not propose it seconds it, or refuses it with a reason. */
export function Acts() {
  const lang = useLanguage();
  const acts = useQuery({ queryKey: ["/api/acts", lang], queryFn: ({ signal }) => request<ActList>("/api/acts", { language: lang, signal }), retry: false });
  if (acts.isError) return asProblem(acts.error).code === "not-allowed" ? null : <Fault problem={asProblem(acts.error)} />;
  return (
    <section className="people-part" aria-labelledby="acts-head">
      <div className="people-said"><h2 id="acts-head"><Trans>What needs two persons</Trans></h2><p className="small quiet"><Trans>Opening something further than its marking and deleting a source happen when another person of the same side agrees. What nobody answers within a week does not happen.</Trans></p></div>
      {acts.data?.items.length === 0 && <p className="quiet"><Trans>Nothing waits, and nothing was settled in the last month.</Trans></p>}
      <ul className="own-list">{acts.data?.items.map((act) => <One key={act.id} act={act} />)}</ul>
    </section>
  );
}

function One({ act }: { readonly act: Act }) {
  const lang = useLanguage();
  const write = useWrite();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState("");
  const settle = useMutation({
    mutationFn: (how: "second" | "refuse" | "withdraw") => write<unknown>("POST", `/api/acts/${act.id}/${how}`, how === "refuse" ? { reason: reason.trim() } : {}),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  return (
    <li className="act">
      <div>
        <p><b>{act.kind === "widen-marking" ? <Trans>Open further</Trans> : <Trans>Delete the source</Trans>}</b> {act.subject !== null && <Named name={act.subject.name} />} {act.to !== null && <TlpLabel tlp={act.to.tlp} />}</p>
        <p dir="auto">{act.reason}</p>
        <p className="small quiet">{act.proposedBy !== null && <Named name={act.proposedBy} />} · {instant(act.proposed, lang)} · <State act={act} />{act.settledReason !== null && <> · <bdi>{act.settledReason}</bdi></>}</p>
        {act.mayDecide && (
          <div className="people-form">
            <div className="field"><label htmlFor={`why-${act.id}`}><Trans>Why not, if you refuse</Trans></label><input id={`why-${act.id}`} className="input" dir="auto" maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} /></div>
            <p className="form-acts"><button type="button" className="button first" disabled={settle.isPending} onClick={() => settle.mutate("second")}><Trans>Agree: it happens now</Trans></button> <button type="button" className="button" disabled={settle.isPending || reason.trim() === ""} onClick={() => settle.mutate("refuse")}><Trans>Refuse</Trans></button></p>
          </div>
        )}
        {act.mine && act.state === "waiting" && <p className="form-acts"><button type="button" className="button" disabled={settle.isPending} onClick={() => settle.mutate("withdraw")}><Trans>Take it back</Trans></button></p>}
        {settle.isError && <Fault problem={asProblem(settle.error)} />}
      </div>
    </li>
  );
}

function State({ act }: { readonly act: Act }) {
  const lang = useLanguage();
  switch (act.state) {
    case "waiting": return <Trans>waits until {instant(act.expires, lang)}</Trans>;
    case "expired": return <Trans>nobody answered in time</Trans>;
    case "done": return <Trans>done</Trans>;
    case "refused": return <Trans>refused</Trans>;
    case "withdrawn": return <Trans>taken back</Trans>;
  }
}
