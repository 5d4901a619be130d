import "./sign-in.css";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { asProblem } from "../api/problem.ts";
import { waysQuery } from "../api/queries.ts";
import { useWrite } from "../api/use-write.ts";
import { Fault } from "../parts/fault.tsx";
import { Named } from "../parts/named.tsx";
import { useLanguage } from "../words/use-language.ts";
import { linkToken } from "./link-token.ts";
import { useEnter } from "./use-enter.ts";

/** An invited person makes their own account; whom they act for was set by the one who invited. */
export function Invitation() {
  const language = useLanguage();
  const ways = useQuery(waysQuery(language)).data;
  const byPassword = ways?.passwords !== "no";
  const [typed, setTyped] = useState({ token: linkToken(), login: "", password: "" });
  const enter = useEnter<typeof typed>("/api/invitations/accept");
  const set = (key: keyof typeof typed) => (event: { target: { value: string } }) => setTyped({ ...typed, [key]: event.target.value });
  const submit = (event: FormEvent) => { event.preventDefault(); if (byPassword) enter.mutate(typed); };
  return (
    <form className="plain-page enter" onSubmit={submit}>
      <h1 className="sentence"><Trans>You are invited</Trans></h1>
      <p className="quiet"><Trans>Choose by what you will come in from now on. The link works once.</Trans></p>
      {ways !== undefined && ways.providers.length > 0 && <div className="enter-ways">{ways.providers.map((p) => <a key={p.id} className="button first" href={`/api/oidc/${p.id}/start?return=/${language}&invitation=${encodeURIComponent(typed.token)}`}><Named name={p.name} /></a>)}</div>}
      <div className="field"><label htmlFor="login"><Trans>Account</Trans></label><input id="login" className="input" dir="auto" required minLength={3} autoComplete="username" value={typed.login} onChange={set("login")} /></div>
      {ways?.passkeys === true && <ByPasskey token={typed.token} login={typed.login} />}
      {byPassword && <><div className="field"><label htmlFor="password"><Trans>Password, twelve characters or more</Trans></label><input id="password" className="input" type="password" dir="ltr" required minLength={12} autoComplete="new-password" value={typed.password} onChange={set("password")} /></div>
      {enter.isError && <Fault problem={asProblem(enter.error)} />}
      <p><button className="button first" type="submit" disabled={enter.isPending}><Trans>Make the account</Trans></button></p></>}
    </form>
  );
}

/** The device makes a key for this account: no password is needed. */
function ByPasskey({ token, login }: { readonly token: string; readonly login: string }) {
  const { t } = useLingui();
  const write = useWrite();
  const enter = useEnter<{ readonly token: string; readonly flow: string; readonly name: string; readonly response: unknown }>("/api/invitations/passkey");
  const make = useMutation({
    mutationFn: async () => {
      const { startRegistration } = await import("@simplewebauthn/browser");
      const { flow, options } = await write<{ readonly flow: string; readonly options: unknown }>("POST", "/api/invitations/passkey/options", { token, login });
      return enter.mutateAsync({ token, flow, name: t`The device of the invitation`, response: await startRegistration({ optionsJSON: options as Parameters<typeof startRegistration>[0]["optionsJSON"] }) });
    },
  });
  // Closing the browser's own window is no fault.
  const cancelled = make.error instanceof Error && (make.error.name === "NotAllowedError" || make.error.name === "AbortError");
  return (
    <>
      <p><button type="button" className="button" disabled={login.trim().length < 3 || make.isPending} onClick={() => make.mutate()}><Trans>Make the account with a passkey</Trans></button></p>
      {make.isError && !cancelled && <Fault problem={asProblem(make.error)} />}
    </>
  );
}
