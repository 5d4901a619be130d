import "./sign-in.css";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Trans } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { asProblem } from "../api/problem.ts";
import { sessionQuery, waysQuery } from "../api/queries.ts";
import { useWrite } from "../api/use-write.ts";
import { Fault } from "../parts/fault.tsx";
import { Named } from "../parts/named.tsx";
import { useLanguage } from "../words/use-language.ts";
import { MakeSecondFactor } from "./make-second-factor.tsx";
import { useEnter } from "./use-enter.ts";

type Options = { readonly flow: string; readonly options: unknown };

/** Every way in that this place offers: one's own provider, a passkey, a password. */
export function SignIn() {
  const language = useLanguage();
  const session = useQuery(sessionQuery(language)).data;
  const ways = useQuery(waysQuery(language)).data;
  const refused = new URLSearchParams(location.search).get("refused");
  if (session?.enrol === true) return (
    <section className="plain-page enter">
      <h1 className="sentence"><Trans>One step more: a second factor</Trans></h1>
      <p className="quiet"><Trans>Here a password alone opens nothing.</Trans></p>
      <MakeSecondFactor done={() => location.assign(`/${language}`)} />
    </section>
  );
  return (
    <section className="plain-page enter">
      <h1 className="sentence"><Trans>Sign in</Trans></h1>
      {refused !== null && <Fault problem={{ type: "about:blank", title: refused, status: 401, code: refused }} />}
      {ways !== undefined && (ways.passkeys || ways.providers.length > 0) && (
        <div className="enter-ways">
          {ways.providers.map((p) => <a key={p.id} className="button first" href={`/api/oidc/${p.id}/start?return=/${language}`}><Named name={p.name} /></a>)}
          {ways.passkeys && <Passkey />}
        </div>
      )}
      {ways?.passwords !== "no" && <Password />}
      <p className="small quiet"><Trans>Accounts are made by the secretariat of your body. There is no other way in.</Trans></p>
    </section>
  );
}

function Passkey() {
  const write = useWrite();
  const enter = useEnter<{ readonly flow: string; readonly response: unknown }>("/api/session/passkey");
  const ask = useMutation({
    mutationFn: async () => {
      const { startAuthentication } = await import("@simplewebauthn/browser");
      const { flow, options } = await write<Options>("POST", "/api/session/passkey/options", {});
      return enter.mutateAsync({ flow, response: await startAuthentication({ optionsJSON: options as Parameters<typeof startAuthentication>[0]["optionsJSON"] }) });
    },
  });
  // Closing the browser's own window is no fault.
  const cancelled = ask.error instanceof Error && (ask.error.name === "NotAllowedError" || ask.error.name === "AbortError");
  return (
    <>
      <button type="button" className="button" disabled={ask.isPending} onClick={() => ask.mutate()}><Trans>Sign in with a passkey</Trans></button>
      {ask.isError && !cancelled && <Fault problem={asProblem(ask.error)} />}
    </>
  );
}

function Password() {
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const enter = useEnter<{ readonly login: string; readonly password: string; readonly code?: string }>("/api/session");
  const problem = enter.isError ? asProblem(enter.error) : null;
  const second = problem?.code === "second-factor-needed" || problem?.code === "second-factor-wrong" || code !== "";
  const submit = (event: FormEvent) => { event.preventDefault(); enter.mutate({ login, password, ...(code === "" ? {} : { code }) }); };
  return (
    <form onSubmit={submit}>
      <div className="field"><label htmlFor="login"><Trans>Account</Trans></label><input id="login" className="input" autoComplete="username" required dir="auto" value={login} onChange={(event) => setLogin(event.target.value)} /></div>
      <div className="field"><label htmlFor="password"><Trans>Password</Trans></label><input id="password" className="input" type="password" autoComplete="current-password" required dir="ltr" value={password} onChange={(event) => setPassword(event.target.value)} /></div>
      {second && <div className="field"><label htmlFor="code"><Trans>Code</Trans></label><input id="code" className="input" dir="ltr" autoComplete="one-time-code" value={code} onChange={(event) => setCode(event.target.value)} /></div>}
      {problem !== null && <Fault problem={problem} />}
      <p><button className="button first" type="submit" disabled={enter.isPending}><Trans>Sign in</Trans></button></p>
    </form>
  );
}
