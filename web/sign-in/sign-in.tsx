import "./sign-in.css";
import { Trans } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { asProblem } from "../api/problem.ts";
import { Fault } from "../parts/fault.tsx";
import { useEnter } from "./use-enter.ts";

export function SignIn() {
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const enter = useEnter<{ readonly login: string; readonly password: string }>("/api/session");
  const submit = (event: FormEvent) => { event.preventDefault(); enter.mutate({ login, password }); };
  return (
    <form className="plain-page enter" onSubmit={submit}>
      <h1 className="sentence"><Trans>Sign in</Trans></h1>
      <div className="field"><label htmlFor="login"><Trans>Account</Trans></label><input id="login" className="input" autoComplete="username" required dir="auto" value={login} onChange={(event) => setLogin(event.target.value)} /></div>
      <div className="field"><label htmlFor="password"><Trans>Password</Trans></label><input id="password" className="input" type="password" autoComplete="current-password" required dir="ltr" value={password} onChange={(event) => setPassword(event.target.value)} /></div>
      {enter.isError && <Fault problem={asProblem(enter.error)} />}
      <p><button className="button first" type="submit" disabled={enter.isPending}><Trans>Sign in</Trans></button></p>
      <p className="small quiet"><Trans>Accounts are made by the secretariat of your body. There is no other way in.</Trans></p>
    </form>
  );
}
