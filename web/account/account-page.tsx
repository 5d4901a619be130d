import "../record/record.css";
import "../people/people.css";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { asProblem } from "../api/problem.ts";
import { accountQuery, sessionQuery, waysQuery } from "../api/queries.ts";
import { useWrite } from "../api/use-write.ts";
import { Fault } from "../parts/fault.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { MakeSecondFactor } from "../sign-in/make-second-factor.tsx";
import { instant } from "../words/dates.ts";
import { integer } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { OwnName, OwnPassword } from "./name-and-password.tsx";
import { browserName } from "./browser-name.ts";

/** By what one comes in: sessions and tokens, passkeys, the second factor; and how to end each. */
export function AccountPage() {
  const lang = useLanguage();
  const session = useQuery(sessionQuery(lang)).data;
  const account = useQuery({ ...accountQuery(lang), enabled: session?.viewer.kind === "account" });
  if (session !== undefined && session.viewer.kind !== "account") return <section className="plain-page"><h1 className="sentence"><Trans>Your account needs you to be signed in.</Trans></h1><p><Link className="link" to="/$lang/sign-in" params={{ lang }}><Trans>Sign in</Trans></Link></p></section>;
  if (account.isError) return <div className="record"><Fault problem={asProblem(account.error)} /></div>;
  if (account.data === undefined) return <div className="record"><Waiting lines={6} /></div>;
  return (
    <article className="record people">
      <header><h1 className="sentence"><Trans>By what you come in</Trans></h1></header>
      <OwnName />
      <OwnPassword />
      <Sessions />
      <Passkeys />
      <SecondFactor />
    </article>
  );
}

/** Ends one of one's own things, and asks again what is left. */
function useEnd() {
  const write = useWrite();
  const queryClient = useQueryClient();
  return useMutation({ mutationFn: (path: string) => write<unknown>("DELETE", path), onSuccess: () => queryClient.invalidateQueries({ queryKey: ["/api/account"] }) });
}

function Sessions() {
  const lang = useLanguage();
  const mine = useQuery(accountQuery(lang)).data?.sessions ?? [];
  const end = useEnd();
  return (
    <section className="people-part" aria-labelledby="sessions-head">
      <div className="people-said"><h2 id="sessions-head"><Trans>Sessions and tokens</Trans></h2><p className="small quiet"><Trans>One that you do not know: end it, and change your password.</Trans></p></div>
      <div>
        <ul className="own-list">
          {mine.map((s) => (
            <li key={s.id}>
              <span><bdi>{s.name ?? browserName(s.agent) ?? <Trans>a browser</Trans>}</bdi>{s.current && <b> · <Trans>this one</Trans></b>}<br /><span className="small quiet"><Trans>made {instant(s.made, lang)}</Trans>{s.lastUsed !== null && <> · <Trans>last used {instant(s.lastUsed, lang)}</Trans></>}</span></span>
              {!s.current && <button type="button" className="button" disabled={end.isPending} onClick={() => end.mutate(`/api/account/sessions/${s.id}`)}><Trans>End</Trans></button>}
            </li>
          ))}
        </ul>
        {end.isError && <Fault problem={asProblem(end.error)} />}
        {mine.some((s) => s.kind === "browser" && !s.current) && <p><button type="button" className="button" disabled={end.isPending} onClick={() => end.mutate("/api/account/sessions")}><Trans>End all other browsers</Trans></button></p>}
      </div>
    </section>
  );
}

function Passkeys() {
  const lang = useLanguage();
  const { t } = useLingui();
  const write = useWrite();
  const queryClient = useQueryClient();
  const mine = useQuery(accountQuery(lang)).data?.passkeys ?? [];
  const possible = useQuery(waysQuery(lang)).data?.passkeys === true;
  const [name, setName] = useState("");
  const end = useEnd();
  const make = useMutation({
    mutationFn: async () => {
      const { startRegistration } = await import("@simplewebauthn/browser");
      const { flow, options } = await write<{ readonly flow: string; readonly options: unknown }>("POST", "/api/account/passkeys/options", {});
      const response = await startRegistration({ optionsJSON: options as Parameters<typeof startRegistration>[0]["optionsJSON"] });
      return write<unknown>("POST", "/api/account/passkeys", { flow, name: name.trim(), response });
    },
    // The session goes on under a new secret: what proves that a write is this page's is asked anew.
    onSuccess: async () => { setName(""); await queryClient.invalidateQueries({ queryKey: ["/api/session"] }); await queryClient.invalidateQueries({ queryKey: ["/api/account"] }); },
  });
  const submit = (event: FormEvent) => { event.preventDefault(); if (name.trim() !== "") make.mutate(); };
  return (
    <section className="people-part" aria-labelledby="passkeys-head">
      <div className="people-said"><h2 id="passkeys-head"><Trans>Passkeys</Trans></h2><p className="small quiet"><Trans>Your device knows you by finger, face or number, and opens this place without a password.</Trans></p></div>
      <div>
        <ul className="own-list">
          {mine.map((p) => <li key={p.id}><span><bdi>{p.name}</bdi><br /><span className="small quiet"><Trans>made {instant(p.made, lang)}</Trans></span></span><button type="button" className="button" disabled={end.isPending} onClick={() => end.mutate(`/api/account/passkeys/${p.id}`)} aria-label={t`End the passkey ${p.name}`}><Trans>End</Trans></button></li>)}
        </ul>
        {!possible && <p className="small"><Trans>At this address your browser makes no passkeys: they belong to a name and a safe line. Open these pages by https, or on this machine by the name localhost in place of 127.0.0.1.</Trans></p>}
        {possible && (
          <form className="people-form" onSubmit={submit}>
            <div className="field"><label htmlFor="passkey-name"><Trans>What you call this device</Trans></label><input id="passkey-name" className="input" dir="auto" required maxLength={100} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} /></div>
            <p className="form-acts"><button type="submit" className="button first" disabled={name.trim() === "" || make.isPending}><Trans>Make a passkey</Trans></button></p>
          </form>
        )}
        {make.isError && <Fault problem={asProblem(make.error)} />}
        {end.isError && <Fault problem={asProblem(end.error)} />}
      </div>
    </section>
  );
}

function SecondFactor() {
  const lang = useLanguage();
  const queryClient = useQueryClient();
  const account = useQuery(accountQuery(lang)).data;
  const done = () => void queryClient.invalidateQueries({ queryKey: ["/api/session"] }).then(() => queryClient.invalidateQueries({ queryKey: ["/api/account"] }));
  if (account?.password !== true) return null;
  const stands = account.secondFactor;
  return (
    <section className="people-part" aria-labelledby="factor-head">
      <div className="people-said"><h2 id="factor-head"><Trans>Second factor</Trans></h2><p className="small quiet">{stands === null ? <Trans>Your password has none yet.</Trans> : <Trans>In force since {instant(stands.since, lang)}; {integer(stands.recoveryCodesLeft, lang)} recovery codes left. A new one takes its place.</Trans>}</p></div>
      <div><MakeSecondFactor done={done} /></div>
    </section>
  );
}
