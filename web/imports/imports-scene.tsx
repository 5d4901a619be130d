import "../record/record.css";
import "../claims/claim-panel.css";
import "./imports.css";
import { useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { asProblem } from "../api/problem.ts";
import { sessionQuery } from "../api/queries.ts";
import { importsQuery } from "../api/record-queries.ts";
import type { ImportJob } from "../api/record-types.ts";
import { Empty } from "../parts/empty.tsx";
import { Fault } from "../parts/fault.tsx";
import { TlpLabel } from "../parts/tlp.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { useMay } from "../record/use-as-of.ts";
import { instant } from "../words/dates.ts";
import { integer, percent } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { DropAnywhere } from "./drop-anywhere.tsx";
import { Staged } from "./staged.tsx";

/** Files come in here: dropped anywhere or chosen, marked before they are sent, and followed while they are read. */
export function ImportsScene() {
  const lang = useLanguage();
  const session = useQuery(sessionQuery(lang)).data;
  const may = useMay();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [inputKey, setInputKey] = useState(0);
  const signedIn = session?.viewer.kind === "account";
  const list = useQuery({ ...importsQuery(lang), enabled: signedIn, refetchInterval: ({ state }) => (state.data?.items.some((job) => job.state === "waiting" || job.state === "reading") === true ? 1500 : false) });
  if (session !== undefined && !may.has("import")) return <NotForYou signedIn={signedIn} />;
  const take = (taken: readonly File[]) => { setFiles(taken); setInputKey((key) => key + 1); };
  return (
    <article className="record imports">
      <DropAnywhere take={take} />
      <header className="imports-head">
        <ImportsSentence jobs={list.data?.items} total={list.data?.total} />
        <p className="imports-choose">
          <label className="button first" htmlFor="file"><Trans>Choose a file</Trans></label>
          <input key={inputKey} id="file" className="unseen" type="file" onChange={(event) => { if (event.target.files !== null && event.target.files.length > 0) take([...event.target.files]); }} />
          <span className="quiet"><Trans>or drop it anywhere on this page. IATI activities (XML, 2.01 to 2.03) and tables of initiatives (CSV) are read, also compressed with gzip.</Trans></span>
        </p>
      </header>
      {files.length > 0 && <Staged files={files} leave={() => setFiles([])} />}
      <section className="record-part" aria-labelledby="mine-head">
        <h2 id="mine-head"><Trans>Your imports</Trans></h2>
        {list.isError ? <Fault problem={asProblem(list.error)} retry={() => void list.refetch()} /> : list.data === undefined ? <Waiting lines={5} /> : list.data.items.length === 0 ? <Empty said={<Trans>None yet.</Trans>}><Trans>Every import will stand here with what came in and what was set aside.</Trans></Empty> : <ul className="rows">{list.data.items.map((job) => <JobRow key={job.id} job={job} />)}</ul>}
      </section>
    </article>
  );
}

function ImportsSentence({ jobs, total }: { readonly jobs: readonly ImportJob[] | undefined; readonly total: number | undefined }) {
  if (jobs === undefined || total === undefined || total === 0) return <h1 className="sentence"><Trans>Bring in what you already publish; nothing has to be typed again.</Trans></h1>;
  const sum = (of: (counts: ImportJob["counts"]) => number) => jobs.reduce((all, job) => all + of(job.counts), 0);
  const added = sum((counts) => counts.added + counts.superseded);
  const aside = sum((counts) => counts.setAside);
  const files = <b><Plural value={total} one="# file" other="# files" /></b>;
  const reports = <b><Plural value={added} one="# report" other="# reports" /></b>;
  const put = <b><Plural value={aside} one="# record was set aside" other="# records were set aside" /></b>;
  return <h1 className="sentence"><Trans>From {files} came {reports}.</Trans> {aside > 0 && <Trans>{put}, each with its reason.</Trans>}</h1>;
}

function JobRow({ job }: { readonly job: ImportJob }) {
  const lang = useLanguage();
  const words = useStateWords();
  const { counts } = job;
  return (
    <li>
      <p className="row-main"><Link className="link-plain import-name" to="/$lang/imports/$id" params={{ lang, id: job.id }}><b><bdi dir="auto">{job.file}</bdi></b></Link><span className="small quiet">{instant(job.started, lang)}</span></p>
      <p className="row-sub">
        <span className="import-state" data-state={job.state}>{words[job.state]}</span>
        {job.state === "reading" && job.size !== null && job.size > 0 && <> {percent(job.done / job.size, lang)}</>}
        {counts.added > 0 && <> · <Trans>{integer(counts.added, lang)} new</Trans></>}
        {counts.superseded > 0 && <> · <Trans>{integer(counts.superseded, lang)} newer versions</Trans></>}
        {counts.unchanged > 0 && <> · <Trans>{integer(counts.unchanged, lang)} unchanged</Trans></>}
        {counts.setAside > 0 && <> · <span className="warm"><Trans>{integer(counts.setAside, lang)} set aside</Trans></span></>}
        {" "}<TlpLabel tlp={job.marking.tlp} />
      </p>
    </li>
  );
}

export function useStateWords(): Readonly<Record<ImportJob["state"], string>> {
  const { t } = useLingui();
  return { waiting: t`waits to be read`, reading: t`being read`, computing: t`being computed`, done: t`read`, failed: t`failed`, interrupted: t`interrupted` };
}

function NotForYou({ signedIn }: { readonly signedIn: boolean }) {
  const lang = useLanguage();
  return (
    <section className="plain-page">
      <h1 className="sentence">{signedIn ? <Trans>Your role does not bring in files.</Trans> : <Trans>Bringing in files needs you to be signed in.</Trans>}</h1>
      <p className="quiet">{signedIn ? <Trans>Focal points and the secretariat do. While you look as someone else, nothing can be brought in either.</Trans> : <Link className="link" to="/$lang/sign-in" params={{ lang }}><Trans>Sign in</Trans></Link>}</p>
    </section>
  );
}
