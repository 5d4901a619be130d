import "../record/record.css";
import "../claims/claim-panel.css";
import "../people/people.css";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { request } from "../api/client.ts";
import { asProblem } from "../api/problem.ts";
import { sessionQuery } from "../api/queries.ts";
import { useWrite } from "../api/use-write.ts";
import { Fault } from "../parts/fault.tsx";
import { TlpLabel } from "../parts/tlp.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { instant } from "../words/dates.ts";
import { integer } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { Acts } from "./acts.tsx";
import type { Operation } from "./admin-types.ts";
import { KindWord } from "./kind-word.tsx";

/** How the place runs, counted as far as its viewer may read: looking after it opens no record. */
export function AdministrationPage() {
  const lang = useLanguage();
  const session = useQuery(sessionQuery(lang)).data;
  const signedIn = session?.viewer.kind === "account";
  const operation = useQuery({ queryKey: ["/api/operation", lang], queryFn: ({ signal }) => request<Operation>("/api/operation", { language: lang, signal }), enabled: signedIn, retry: false });
  if (session === undefined) return <div className="record"><Waiting lines={6} /></div>;
  if (!signedIn) return <section className="plain-page"><h1 className="sentence"><Trans>Administration needs you to be signed in.</Trans></h1><p><Link className="link" to="/$lang/sign-in" params={{ lang }}><Trans>Sign in</Trans></Link></p></section>;
  return (
    <article className="record people">
      <header><h1 className="sentence"><Trans>How this place runs</Trans></h1></header>
      <Acts />
      {operation.data !== undefined && <Runs operation={operation.data} />}
      {operation.isError && asProblem(operation.error).code !== "not-allowed" && <Fault problem={asProblem(operation.error)} />}
    </article>
  );
}

function Runs({ operation: o }: { readonly operation: Operation }) {
  const lang = useLanguage();
  const write = useWrite();
  const verify = useMutation({ mutationFn: () => write<{ readonly holds: boolean; readonly at: string }>("POST", "/api/operation/verify-audit", {}) });
  return (
    <>
      <section className="people-part" aria-labelledby="audit-head">
        <div className="people-said"><h2 id="audit-head"><Trans>Audit log</Trans></h2><p className="small quiet"><Trans>Every write leaves an entry in a tree that is signed. Here it is computed anew from its first entry.</Trans></p></div>
        <div>
          <p className="form-acts"><button type="button" className="button" disabled={verify.isPending} onClick={() => verify.mutate()}><Trans>Verify the log</Trans></button></p>
          {verify.isError && <Fault problem={asProblem(verify.error)} />}
          {verify.data && <p role="status"><b>{verify.data.holds ? <Trans>The log holds.</Trans> : <Trans>The log does not hold: something in it was changed, removed or reordered.</Trans>}</b> <span className="quiet">{instant(verify.data.at, lang)}</span></p>}
        </div>
      </section>
      <section className="people-part" aria-labelledby="backup-head">
        <div className="people-said"><h2 id="backup-head"><Trans>Backup</Trans></h2></div>
        <p>{o.backup === null ? <Trans>None was made here yet.</Trans> : <><Trans>The last was made on {instant(o.backup.made, lang)}: <bdi>{o.backup.name}</bdi></Trans>{o.backup.verified !== null && <> · <Trans>read back whole on {instant(o.backup.verified, lang)}</Trans></>}{o.backup.old && <> · <b><Trans>older than a week</Trans></b></>}</>}</p>
      </section>
      <section className="people-part" aria-labelledby="imports-head">
        <div className="people-said"><h2 id="imports-head"><Trans>Imports that wait, run or failed</Trans></h2></div>
        <ul className="own-list">{o.imports.length === 0 ? <li className="quiet"><Trans>None</Trans></li> : o.imports.map((i) => <li key={i.id}><Link className="link" to="/$lang/imports/$id" params={{ lang, id: i.id }}><bdi>{i.name}</bdi></Link><span className="quiet">{i.state === "failed" ? <Trans>failed</Trans> : i.state === "running" ? <Trans>running</Trans> : <Trans>waiting</Trans>} · {instant(i.made, lang)}</span></li>)}</ul>
      </section>
      {o.accounts !== null && (
        <section className="people-part" aria-labelledby="accounts-head">
          <div className="people-said"><h2 id="accounts-head"><Trans>Accounts</Trans></h2><p><Link className="link" to="/$lang/people" params={{ lang }}><Trans>People and tokens</Trans></Link></p></div>
          <ul className="own-list">
            <li><Trans>standing</Trans><b>{integer(o.accounts.standing, lang)}</b></li>
            <li><Trans>closed accounts</Trans><b>{integer(o.accounts.ended, lang)}</b></li>
            <li><Trans>without a role that holds today</Trans><b>{integer(o.accounts.withoutRoleToday, lang)}</b></li>
            <li><Trans>with a password alone</Trans><b>{integer(o.accounts.withoutSecondWay, lang)}</b></li>
          </ul>
        </section>
      )}
      <section className="people-part" aria-labelledby="markings-head">
        <div className="people-said"><h2 id="markings-head"><Trans>Markings in use</Trans></h2><p className="small quiet"><Trans>Counted from what you may see.</Trans></p></div>
        <ul className="own-list">{o.markings.map((m) => <li key={m.kind}><KindWord kind={m.kind} /><span>{m.byTlp.map((t) => <span key={t.tlp}> <TlpLabel tlp={t.tlp} /> {integer(t.n, lang)}</span>)}</span></li>)}</ul>
      </section>
      <section className="people-part" aria-labelledby="circles-head">
        <div className="people-said"><h2 id="circles-head"><Trans>Circles</Trans></h2></div>
        <ul className="own-list">{o.circles.length === 0 ? <li className="quiet"><Trans>None</Trans></li> : o.circles.map((c) => <li key={c.id}><bdi>{c.name}</bdi><b>{integer(c.holders, lang)}</b></li>)}</ul>
      </section>
    </>
  );
}
