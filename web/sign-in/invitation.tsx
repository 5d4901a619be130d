import "./sign-in.css";
import { Trans } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { asProblem } from "../api/problem.ts";
import { Fault } from "../parts/fault.tsx";
import { linkToken } from "./link-token.ts";
import { useEnter } from "./use-enter.ts";

/** An invited person makes their own account; whom they act for was set by the one who invited. */
export function Invitation() {
  const [typed, setTyped] = useState({ token: linkToken(), login: "", password: "" });
  const enter = useEnter<typeof typed>("/api/invitations/accept");
  const set = (key: keyof typeof typed) => (event: { target: { value: string } }) => setTyped({ ...typed, [key]: event.target.value });
  const submit = (event: FormEvent) => { event.preventDefault(); enter.mutate(typed); };
  return (
    <form className="plain-page enter" onSubmit={submit}>
      <h1 className="sentence"><Trans>You are invited</Trans></h1>
      <p className="quiet"><Trans>Choose a name for your account and a password. The link works once.</Trans></p>
      <div className="field"><label htmlFor="login"><Trans>Account</Trans></label><input id="login" className="input" dir="auto" required minLength={3} autoComplete="username" value={typed.login} onChange={set("login")} /></div>
      <div className="field"><label htmlFor="password"><Trans>Password, twelve characters or more</Trans></label><input id="password" className="input" type="password" dir="ltr" required minLength={12} autoComplete="new-password" value={typed.password} onChange={set("password")} /></div>
      {enter.isError && <Fault problem={asProblem(enter.error)} />}
      <p><button className="button first" type="submit" disabled={enter.isPending}><Trans>Make the account</Trans></button></p>
    </form>
  );
}
