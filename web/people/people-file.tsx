import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { asProblem } from "../api/problem.ts";
import { useWrite } from "../api/use-write.ts";
import type { paths } from "../generated/api.d.ts";
import { Fault } from "../parts/fault.tsx";
import { useLanguage } from "../words/use-language.ts";
import { ShownOnce } from "./shown-once.tsx";

type Answer = paths["/api/people/import"]["post"]["responses"][200]["content"]["application/json"];
type Row = Answer["rows"][number];
type Chosen = { readonly name: string; readonly text: string };

/** The example: one row of each kind, for members that exist nowhere. */
const example = `kind,member,name,language,member_kind,iso2,iso3,body,office,from,to,position
member,NEW,Newland,en,state,,,,,,,
membership,NEW,,,,,,body-key,,2026-01-01,,
office,NEW,,,,,,body-key,co-chair,2026-02-01,2026-12-31,
focal-point,NEW,Ana Li,,,,,,,,2027-12-31,"Desk officer, Foreign Ministry"
`;
const exampleAddress = `data:text/csv;charset=utf-8,${encodeURIComponent(example)}`;

/** Members, memberships, offices and focal points from a CSV: first what each row would do, then all of it at once. */
export function PeopleFile() {
  const { t } = useLingui();
  const lang = useLanguage();
  const write = useWrite();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [marking, setMarking] = useState("TLP:AMBER");
  const send = useMutation({ mutationFn: ({ file, plan }: { readonly file: Chosen; readonly plan?: string }) => write<Answer>("POST", "/api/people/import", { ...file, marking, dryRun: plan === undefined, ...(plan === undefined ? {} : { plan }) }), onSuccess: async (done) => { if (done.applied) await queryClient.invalidateQueries(); } });
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const read = { name: file.name, text: await file.text() };
    setChosen(read);
    send.mutate({ file: read });
  };
  const told = send.data;
  const does = told !== undefined && !told.applied && told.counts.refused === 0 && told.counts.create + told.counts.change > 0;
  return (
    <section className="people-part" aria-labelledby="file-head">
      <div className="people-said"><h2 id="file-head"><Trans>From a file</Trans></h2><p className="small quiet"><Trans>Members, memberships, offices and focal points from a CSV. First you see what each row would do; then all of it is done, or nothing.</Trans></p><p className="small"><a className="link" href={exampleAddress} download="people-example.csv"><Trans>An example to fill in</Trans></a></p></div>
      <div className="people-form people-file">
        <div className="field"><label htmlFor="people-marking"><Trans>Marking of what the file states</Trans></label><select id="people-marking" className="input" dir="ltr" value={marking} onChange={(event) => setMarking(event.target.value)}>{["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER"].map((one) => <option key={one} value={one}>{one}</option>)}</select></div>
        <div className="field"><label htmlFor="people-file"><Trans>The file</Trans></label><input id="people-file" className="input" type="file" accept=".csv,text/csv" onChange={(event) => { void take(event.target.files?.[0]); event.target.value = ""; }} /></div>
        {send.isError && <Fault problem={asProblem(send.error)} />}
        {told !== undefined && chosen !== null && (
          <>
            <p role="status"><b>{told.applied ? <Trans>Done.</Trans> : <Trans>Nothing is written yet.</Trans>}</b> <bdi>{chosen.name}</bdi>: <Plural value={told.counts.create} one="# to create" other="# to create" /> · <Plural value={told.counts.change} one="# to change" other="# to change" /> · <Plural value={told.counts.same} one="# as it stands" other="# as they stand" /> · <Plural value={told.counts.refused} one="# refused" other="# refused" /></p>
            <ol className="own-list file-rows" aria-label={t`Rows of the file`}>{told.rows.map((row) => <OneRow key={row.line} row={row} />)}</ol>
            {told.counts.refused > 0 && <p className="small"><Trans>Nothing is done while a row is refused: mend the file and choose it again.</Trans></p>}
            {does && <p className="form-acts"><button type="button" className="button first" disabled={send.isPending} onClick={() => send.mutate({ file: chosen, plan: told.plan })}><Trans>Do it</Trans></button></p>}
            {told.invitations.map((i) => <ShownOnce key={i.line} label={t`Link of the invitation of ${i.name}`} text={`${location.origin}/${lang}${i.link}`} said={<Trans>The invitation of <bdi>{i.name}</bdi>: shown this once.</Trans>} />)}
          </>
        )}
      </div>
    </section>
  );
}

function OneRow({ row }: { readonly row: Row }) {
  const { line, fault } = row;
  return (
    <li data-what={row.what}>
      <span>
        <b><What what={row.what} /></b> <span className="quiet small"><Trans>line {line}</Trans></span> <bdi>{row.about}</bdi>
        {row.changes.map((c) => <span key={c.column} className="small file-value"><br /><code dir="ltr">{c.column}</code> {c.was !== null && <><bdi><s>{c.was}</s></bdi>{" "}</>}<bdi>{c.becomes}</bdi></span>)}
        {fault !== null && <span className="small file-value"><br />{fault.column !== "" && <><code dir="ltr">{fault.column}</code>: </>}<Trans>found <q><bdi>{fault.found}</bdi></q>, expected: <bdi lang="en">{fault.expected}</bdi></Trans></span>}
      </span>
    </li>
  );
}

function What({ what }: { readonly what: Row["what"] }) {
  switch (what) {
    case "create":
      return <Trans>to create</Trans>;
    case "change":
      return <Trans>to change</Trans>;
    case "same":
      return <Trans>as it stands</Trans>;
    case "refused":
      return <Trans>refused</Trans>;
  }
}
