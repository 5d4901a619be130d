import "../record/record.css";
import "../claims/claim-panel.css";
import "./imports.css";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { asProblem } from "../api/problem.ts";
import { importQuery } from "../api/record-queries.ts";
import type { ImportJob } from "../api/record-types.ts";
import { useWrite } from "../api/use-write.ts";
import { Fault } from "../parts/fault.tsx";
import { Bar } from "../parts/money.tsx";
import { Named } from "../parts/named.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { instant } from "../words/dates.ts";
import { integer, percent } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { FaultTable } from "./fault-table.tsx";
import { ofTheFile } from "./fault-words.ts";
import { fileSize } from "./file-size.ts";
import { MarkImport } from "./mark-import.tsx";
import { useImport } from "./use-import.ts";

/** The formats by the names that people have for them. */
const formatWords: Readonly<Record<string, MessageDescriptor>> = { iati: msg`IATI activities`, "initiatives-csv": msg`table of initiatives` };

/** One import, followed while it is read: what came in, what was set aside and why, and what it changed. */
export function ImportPage() {
  const { id } = useParams({ from: "/$lang/imports/$id" });
  const answer = useImport(id);
  if (answer.isPending) return <div className="record"><Waiting lines={8} /></div>;
  if (answer.data === undefined) return <section className="plain-page"><h1 className="sentence"><Trans>This import could not be fetched.</Trans></h1><Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /></section>;
  return <Page job={answer.data} />;
}

function Page({ job }: { readonly job: ImportJob }) {
  const lang = useLanguage();
  const { i18n } = useLingui();
  const share = job.size === null || job.size === 0 ? null : job.done / job.size;
  const going = job.state === "waiting" || job.state === "reading" || job.state === "computing";
  return (
    <article className="record imports">
      <header className="imports-head">
        <p className="record-kind"><Link className="link-plain" to="/$lang/imports" params={{ lang }}><Trans>Imports</Trans></Link></p>
        <p className="import-file"><b><bdi dir="auto">{job.file}</bdi></b> <span className="quiet">{job.size !== null && fileSize(job.size, lang)}{job.format !== null && <> · {formatWords[job.format] === undefined ? <bdi>{job.format}</bdi> : i18n._(formatWords[job.format]!)}</>} · {job.by && <><Named name={job.by} /> · </>}{instant(job.started, lang)}</span></p>
        <div aria-live="polite"><JobSentence job={job} /></div>
        <p className="record-marking"><MarkingLine marking={job.marking} why={{ kind: "import", id: job.id }} /></p>
      </header>
      {going && (
        <div className="import-progress" role="progressbar" aria-valuemin={0} aria-valuemax={100} {...(share === null ? {} : { "aria-valuenow": Math.round(share * 100) })} aria-labelledby="progress-said">
          <Bar share={share ?? null} />
          <p id="progress-said" className="small quiet">{share === null ? <Trans>Length not known</Trans> : <Trans>{percent(share, lang)} of the file read</Trans>}{job.rate !== null && <> · <Trans>{integer(Math.round(job.rate), lang)} a second</Trans></>}</p>
        </div>
      )}
      {job.problem !== null && <Failed job={job} />}
      <Counts job={job} />
      {job.state === "done" && <Effect job={job} />}
      {!going && <MarkImport job={job} />}
      <FaultTable job={job} />
    </article>
  );
}

function JobSentence({ job: { state, counts, faults } }: { readonly job: ImportJob }) {
  const read = <b><Plural value={counts.read} one="# record" other="# records" /></b>;
  const fresh = <b><Plural value={counts.added} one="# is new" other="# are new" /></b>;
  const newer = <b><Plural value={counts.superseded} one="# is a newer version" other="# are newer versions" /></b>;
  const aside = <a className="figure warm" href="#faults"><Plural value={counts.setAside} one="# was set aside" other="# were set aside" /></a>;
  switch (state) {
    case "waiting":
      return <h1 className="sentence"><Trans>The file is safe, and waits to be read. You may leave this page.</Trans></h1>;
    case "reading":
    case "computing":
      return <h1 className="sentence"><Trans>{read} read so far. You may leave this page; the reading goes on.</Trans></h1>;
    case "failed":
    case "interrupted":
      return <h1 className="sentence">{counts.read === 0 ? <Trans>The file could not be read.</Trans> : <Trans>The reading broke off after {read}. What came in is kept.</Trans>}</h1>;
    case "done":
      // one fault that speaks of the whole file, and nothing came in: no record was set aside, the file was
      if (isRefusedWhole(counts, faults)) return <h1 className="sentence"><Trans>Nothing in this file was read: <a className="figure warm" href="#faults">the whole of it was set aside</a>.</Trans></h1>;
      return (
        <h1 className="sentence">
          {counts.read === 0 ? <Trans>The file was read to its end, and held no record.</Trans> : <Trans>{read} read to the end:</Trans>}{" "}
          {counts.added > 0 && <>{fresh}. </>}
          {counts.superseded > 0 && <>{newer}. </>}
          {counts.added + counts.superseded === 0 && counts.unchanged > 0 && <Trans>nothing in it is new.</Trans>}{" "}
          {counts.setAside > 0 && <>{aside}.</>}
        </h1>
      );
  }
}

function isRefusedWhole(counts: ImportJob["counts"], faults: ImportJob["faults"]): boolean {
  return counts.setAside > 0 && counts.setAside === counts.read && faults.length === counts.setAside && faults.every(({ code }) => ofTheFile.has(code));
}

function Counts({ job: { counts } }: { readonly job: ImportJob }) {
  const lang = useLanguage();
  const { t } = useLingui();
  const all: readonly (readonly [string, number])[] = [[t`new`, counts.added], [t`newer versions`, counts.superseded], [t`unchanged`, counts.unchanged], [t`older, kept as history`, counts.older], [t`set aside`, counts.setAside], [t`warnings`, counts.warnings]];
  return <dl className="import-counts">{all.map(([words, count]) => <div key={words} data-none={count === 0 ? "" : undefined}><dt>{words}</dt><dd>{integer(count, lang)}</dd></div>)}</dl>;
}

function Failed({ job }: { readonly job: ImportJob }) {
  const lang = useLanguage();
  const write = useWrite();
  const queryClient = useQueryClient();
  const resume = useMutation({ mutationFn: () => write<ImportJob>("POST", `/api/imports/${job.id}/resume`), onSuccess: (again) => queryClient.setQueryData(importQuery(lang, job.id).queryKey, again) });
  return (
    <div className="import-failed">
      {job.problem !== null && <Fault problem={{ type: "about:blank", title: job.problem.code, status: 422, code: job.problem.code, params: job.problem.params }} />}
      {job.mayResume && <p><button type="button" className="button first" disabled={resume.isPending} onClick={() => resume.mutate()}><Trans>Read it again from where it broke off</Trans></button></p>}
      {resume.isError && <Fault problem={asProblem(resume.error)} />}
    </div>
  );
}

function Effect({ job: { effect, counts } }: { readonly job: ImportJob }) {
  const lang = useLanguage();
  if (counts.added + counts.superseded === 0) return null;
  const see = <Link className="link" to="/$lang/picture" params={{ lang }}><Trans>See the picture</Trans></Link>;
  return (
    <p className="import-effect">
      {effect === null ? <Trans>What came in is in the picture now.</Trans> : <><Plural value={effect.initiatives} one="# initiative changed in the picture" other="# initiatives changed in the picture" />, <Plural value={effect.overlaps} one="# overlap" other="# overlaps" />, <Plural value={effect.areas} one="# area" other="# areas" />.</>} {see}
    </p>
  );
}
