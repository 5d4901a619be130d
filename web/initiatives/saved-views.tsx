import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { present } from "../address.ts";
import { asProblem } from "../api/problem.ts";
import { circlesQuery, viewsQuery } from "../api/view-queries.ts";
import type { Problem } from "../api/types.ts";
import { useWrite } from "../api/use-write.ts";
import { Fault } from "../parts/fault.tsx";
import { Named } from "../parts/named.tsx";
import { TlpLabel } from "../parts/tlp.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { useLanguage } from "../words/use-language.ts";
import { type InitiativeSearch, initiativeSearch, questionOfList, type ShownKey } from "./search.ts";

/** The views kept here and those shared with one, and a form to keep what is shown. */
export function SavedViews({ search, shown, close }: { readonly search: InitiativeSearch; readonly shown: readonly ShownKey[]; readonly close: () => void }) {
  const language = useLanguage();
  const views = useQuery(viewsQuery(language));
  const client = useQueryClient();
  const write = useWrite();
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (work: () => Promise<unknown>) => {
    setProblem(null);
    try {
      client.setQueryData(viewsQuery(language).queryKey, (await work()) as never);
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  const list = views.data;
  return (
    <div className="saved-views">
      <h2 className="label"><Trans>Saved views</Trans></h2>
      {views.isError ? <Fault problem={asProblem(views.error)} retry={() => void views.refetch()} /> : list === undefined ? <Waiting lines={3} /> : list.items.length === 0 ? <p className="quiet"><Trans>No view is saved yet.</Trans></p> : (
        <ul>
          {list.items.map((view) => (
            <li key={view.id}>
              <Link className="link" to="/$lang/initiatives" params={{ lang: language }} search={initiativeSearch(present({ ...view.filter, asOf: search.asOf, columns: view.columns, sort: view.sort }))} onClick={close}><bdi>{view.name}</bdi></Link>
              {/* its marking is the question's own, not that of what it finds */}
              <span className="small quiet">{view.shared ? <>{view.by !== null && <Named name={view.by} />} {view.marking !== null && <TlpLabel tlp={view.marking.tlp} />}</> : <Trans>for you alone</Trans>}{view.mayEnd && <> <button type="button" className="link small" onClick={() => void send(() => write("DELETE", `/api/views/${view.id}`, {}))}><Trans>End it</Trans></button></>}</span>
            </li>
          ))}
        </ul>
      )}
      {list !== undefined && <SaveView search={search} shown={shown} mayShare={list.mayShare} save={(body) => send(() => write("POST", "/api/views", body))} />}
      {problem && <Fault problem={problem} />}
    </div>
  );
}

function SaveView({ search, shown, mayShare, save }: { readonly search: InitiativeSearch; readonly shown: readonly ShownKey[]; readonly mayShare: boolean; readonly save: (body: unknown) => Promise<void> }) {
  const language = useLanguage();
  const { t } = useLingui();
  const [name, setName] = useState("");
  const [share, setShare] = useState("");
  const circles = useQuery({ ...circlesQuery(language), enabled: mayShare });
  const own = (circles.data?.items ?? []).filter(({ mine }) => mine);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { asOf: _, sort, ...filter } = questionOfList(search);
    await save({ name, filter, columns: shown, sort: sort ?? "-money", ...(share === "" ? {} : { share }) });
    setName("");
  };
  return (
    <form className="saved-views-form" onSubmit={(event) => void submit(event)}>
      <h2 className="label"><Trans>Save what is shown as a view</Trans></h2>
      <label className="pick"><span className="label">{t`Its name`}</span><input className="input" dir="auto" required maxLength={120} value={name} onChange={(event) => setName(event.target.value)} /></label>
      {mayShare && (
        <label className="pick"><span className="label">{t`For whom`}</span>
          <select value={share} onChange={(event) => setShare(event.target.value)}>
            <option value="">{t`for myself`}</option><option value="own">{t`with my own side`}</option>
            {own.map((circle) => <option key={circle.id} value={circle.id}>{circle.name}</option>)}
            <option value="coalition">{t`with the coalition`}</option>
          </select>
        </label>
      )}
      {share !== "" && <p className="small quiet"><Trans>A shared view holds the question, never the answer: everybody is shown what they may see.</Trans></p>}
      <button type="submit" className="button"><Trans>Save the view</Trans></button>
    </form>
  );
}
