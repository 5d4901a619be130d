import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useState } from "react";
import { request } from "../api/client.ts";
import { asProblem } from "../api/problem.ts";
import { sessionQuery } from "../api/queries.ts";
import { useWrite } from "../api/use-write.ts";
import type { components } from "../generated/api.d.ts";
import { Fault } from "../parts/fault.tsx";
import { LineName, lineWords } from "../parts/line-mark.tsx";
import { Named } from "../parts/named.tsx";
import { TlpLabel } from "../parts/tlp.tsx";
import { monthRange } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";

type Stated = components["schemas"]["StatedNone"];
type StatedList = components["schemas"]["StatedNoneList"];
const path = "/api/stated-none";
const lines = ["counter-finance", "capacity", "stabilisation", "resilience"] as const;
const month = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Where members say that they have no work in this area, and, for whoever speaks for a member, a form to say so. It is never a word that nobody works here. */
export function NoneStated({ area, period }: { readonly area: string; readonly period: { readonly from: string; readonly to: string } }) {
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const viewer = useQuery(sessionQuery(language)).data?.viewer;
  const answer = useQuery({ queryKey: [path, {}, language], queryFn: ({ signal }) => request<StatedList>(path, { language, signal }), staleTime: 0 });
  const mayState = viewer?.kind === "account" && viewer.actsFor.kind === "member" && viewer.may.includes("edit-record") && viewer.lookingAs === null;
  const here = (answer.data?.items ?? []).filter((one) => one.area.code === area);
  if (here.length === 0 && !mayState) return null;
  const standing = here.filter((one) => one.withdrawn === null);
  const gone = here.filter((one) => one.withdrawn !== null);
  return (
    <section className="area-part none-stated">
      <h3><Trans>Stated: no work of their own here</Trans></h3>
      {standing.length === 0 ? <p className="quiet small"><Trans>No member states that it has none here. Silence says nothing.</Trans></p> : <ul>{standing.map((one) => <One key={one.id} one={one} mayTakeBack={mayState && one.mine} />)}</ul>}
      {gone.length > 0 && <details className="small"><summary><Plural value={gone.length} one="# statement taken back" other="# statements taken back" /></summary><ul>{gone.map((one) => <One key={one.id} one={one} mayTakeBack={false} />)}</ul></details>}
      {mayState && (open ? <StateNone area={area} period={period} done={() => setOpen(false)} /> : <p><button type="button" className="button" onClick={() => setOpen(true)}><Trans>State that my member has no work here…</Trans></button></p>)}
    </section>
  );
}

/** Everything that a statement changes is asked again. */
function useStated() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ predicate: ({ queryKey: [at] }) => typeof at === "string" && /^\/api\/(stated-none|areas\/|gaps|picture|worklist|home)/.test(at) });
}

function One({ one, mayTakeBack }: { readonly one: Stated; readonly mayTakeBack: boolean }) {
  const language = useLanguage();
  const { t } = useLingui();
  const write = useWrite();
  const changed = useStated();
  const [reason, setReason] = useState<string | null>(null);
  const takeBack = useMutation({ mutationFn: (why: string) => write<StatedList>("POST", `${path}/${one.id}/withdraw`, { reason: why }), onSuccess: changed });
  return (
    <li>
      {one.by === null ? "—" : <b><Named name={one.by.name} /></b>} · {one.line === null ? <Trans>on no line of effort</Trans> : <LineName line={one.line} />} · {monthRange(one.from, one.to, language)} {one.marking !== null && <TlpLabel tlp={one.marking.tlp} />}
      {one.note !== null && <p className="small" dir="auto">{one.note}</p>}
      {one.withdrawn !== null && <p className="small quiet"><Trans>taken back: <bdi>{one.withdrawn.reason}</bdi></Trans></p>}
      {mayTakeBack && reason === null && <p><button type="button" className="link small" onClick={() => setReason("")}><Trans>Take it back</Trans></button></p>}
      {reason !== null && one.withdrawn === null && (
        <form className="none-form" onSubmit={(event) => { event.preventDefault(); if (reason.trim() !== "" && !takeBack.isPending) takeBack.mutate(reason.trim()); }}>
          <input className="input" dir="auto" maxLength={2000} aria-label={t`Why it is taken back`} placeholder={t`Why it is taken back`} value={reason} onChange={(event) => setReason(event.target.value)} />
          <button type="submit" className="button first" disabled={reason.trim() === "" || takeBack.isPending}><Trans>Take it back</Trans></button>
          <button type="button" className="button" onClick={() => setReason(null)}><Trans>Leave it</Trans></button>
        </form>
      )}
      {takeBack.isError && <Fault problem={asProblem(takeBack.error)} />}
    </li>
  );
}

function StateNone({ area, period, done }: { readonly area: string; readonly period: { readonly from: string; readonly to: string }; readonly done: () => void }) {
  const { i18n, t } = useLingui();
  const id = useId();
  const write = useWrite();
  const changed = useStated();
  const [typed, setTyped] = useState({ line: "", from: period.from, to: period.to, note: "", marking: "TLP:GREEN" });
  const set = (key: keyof typeof typed) => (event: { target: { value: string } }) => setTyped({ ...typed, [key]: event.target.value });
  const [from, to, note] = [typed.from.trim(), typed.to.trim(), typed.note.trim()];
  const ready = month.test(from) && month.test(to) && from <= to;
  const send = useMutation({
    mutationFn: () => write<StatedList>("POST", path, { area, from, to, marking: typed.marking, ...(typed.line === "" ? {} : { line: typed.line }), ...(note === "" ? {} : { note }) }),
    onSuccess: async () => { await changed(); done(); },
  });
  const submit = (event: FormEvent) => { event.preventDefault(); if (ready && !send.isPending) send.mutate(); };
  return (
    <form className="none-form" onSubmit={submit} onKeyDown={(event) => event.key === "Escape" && done()}>
      <div className="field"><label htmlFor={`${id}l`}><Trans>Line of effort</Trans></label><select id={`${id}l`} className="input" value={typed.line} onChange={set("line")}><option value="">{t`no work on any of them`}</option>{lines.map((line) => <option key={line} value={line}>{i18n._(lineWords[line])}</option>)}</select></div>
      <div className="field"><label htmlFor={`${id}f`}><Trans>From month</Trans></label><input id={`${id}f`} className="input" dir="ltr" placeholder="2024-01" value={typed.from} onChange={set("from")} /></div>
      <div className="field"><label htmlFor={`${id}t`}><Trans>To month</Trans></label><input id={`${id}t`} className="input" dir="ltr" placeholder="2024-06" value={typed.to} onChange={set("to")} /></div>
      <div className="field"><label htmlFor={`${id}m`}><Trans>Who may see it</Trans></label><select id={`${id}m`} className="input" value={typed.marking} onChange={set("marking")}><option value="TLP:AMBER">{t`TLP:AMBER · your own side alone`}</option><option value="TLP:GREEN">{t`TLP:GREEN · the coalition’s members`}</option><option value="TLP:CLEAR">{t`TLP:CLEAR · everyone`}</option></select></div>
      <div className="field wide"><label htmlFor={`${id}n`}><Trans>Note (may stay empty)</Trans></label><input id={`${id}n`} className="input" dir="auto" maxLength={2000} value={typed.note} onChange={set("note")} /></div>
      {send.isError && <Fault problem={asProblem(send.error)} />}
      <p className="wide"><button type="submit" className="button first" disabled={!ready || send.isPending}><Trans>State it</Trans></button> <button type="button" className="button" onClick={done}><Trans>Leave it</Trans></button></p>
      <p className="wide small quiet"><Trans>It says that your member reports no work here in these months. It says nothing of others.</Trans></p>
    </form>
  );
}
