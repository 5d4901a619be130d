import "./sign-in.css";
import { useQuery } from "@tanstack/react-query";
import { Trans } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { asProblem } from "../api/problem.ts";
import { sessionQuery } from "../api/queries.ts";
import { Fault } from "../parts/fault.tsx";
import { useLanguage } from "../words/use-language.ts";
import { linkToken } from "./link-token.ts";
import { useEnter } from "./use-enter.ts";

/** The first secretariat officer, once, with the token that stands in the printed link. */
export function Setup() {
  const session = useQuery(sessionQuery(useLanguage())).data;
  const [token] = useState(linkToken);
  const [typed, setTyped] = useState({ token, name: "", login: "", password: "" });
  const enter = useEnter<typeof typed>("/api/setup");
  const set = (key: keyof typeof typed) => (event: { target: { value: string } }) => setTyped({ ...typed, [key]: event.target.value });
  const submit = (event: FormEvent) => { event.preventDefault(); enter.mutate(typed); };
  if (session?.needsSetup === false) return <section className="plain-page"><h1 className="sentence"><Trans>The first account exists already.</Trans></h1><p className="quiet"><Trans>Sign in with it, or ask its holder for an account.</Trans></p></section>;
  return (
    <form className="plain-page enter" onSubmit={submit}>
      <h1 className="sentence"><Trans>The first secretariat officer</Trans></h1>
      <p className="quiet"><Trans>This works once, with the link that the server printed, within thirty minutes. The officer then makes accounts for others.</Trans></p>
      {token === "" && <div className="field"><label htmlFor="token"><Trans>Token from the link</Trans></label><input id="token" className="input" dir="ltr" required value={typed.token} onChange={set("token")} autoComplete="off" /></div>}
      <div className="field"><label htmlFor="name"><Trans>Your name</Trans></label><input id="name" className="input" dir="auto" required autoComplete="name" value={typed.name} onChange={set("name")} /></div>
      <div className="field"><label htmlFor="login"><Trans>Account</Trans></label><input id="login" className="input" dir="auto" required minLength={3} autoComplete="username" value={typed.login} onChange={set("login")} /></div>
      <div className="field"><label htmlFor="password"><Trans>Password, twelve characters or more</Trans></label><input id="password" className="input" type="password" dir="ltr" required minLength={12} autoComplete="new-password" value={typed.password} onChange={set("password")} /></div>
      {enter.isError && <Fault problem={asProblem(enter.error)} />}
      <p><button className="button first" type="submit" disabled={enter.isPending}><Trans>Make the account</Trans></button></p>
    </form>
  );
}
