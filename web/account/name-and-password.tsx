import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Trans } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { asProblem } from "../api/problem.ts";
import { accountQuery, sessionQuery } from "../api/queries.ts";
import { useWrite } from "../api/use-write.ts";
import { Fault } from "../parts/fault.tsx";
import { useLanguage } from "../words/use-language.ts";

/** How one signs. */
export function OwnName() {
  const lang = useLanguage();
  const write = useWrite();
  const queryClient = useQueryClient();
  const viewer = useQuery(sessionQuery(lang)).data?.viewer;
  const [name, setName] = useState<string | null>(null);
  const change = useMutation({ mutationFn: (wanted: string) => write<unknown>("PUT", "/api/account/name", { name: wanted }), onSuccess: async () => { setName(null); await queryClient.invalidateQueries({ queryKey: ["/api/session"] }); } });
  if (viewer?.kind !== "account") return null;
  const shown = name ?? viewer.person.name.text;
  const submit = (event: FormEvent) => { event.preventDefault(); if (shown.trim() !== "") change.mutate(shown.trim()); };
  return (
    <section className="people-part" aria-labelledby="name-head">
      <div className="people-said"><h2 id="name-head"><Trans>Your name</Trans></h2><p className="small quiet"><Trans>It signs what you do, also what you did before.</Trans></p></div>
      <form className="people-form" onSubmit={submit}>
        <div className="field"><label htmlFor="own-name"><Trans>Name</Trans></label><input id="own-name" className="input" dir="auto" required maxLength={200} autoComplete="name" value={shown} onChange={(event) => setName(event.target.value)} /></div>
        {change.isError && <Fault problem={asProblem(change.error)} />}
        <p className="form-acts"><button type="submit" className="button" disabled={name === null || change.isPending}><Trans>Change the name</Trans></button></p>
      </form>
    </section>
  );
}

/** Another password, for who knows the present one; all other browsers are signed out. */
export function OwnPassword() {
  const lang = useLanguage();
  const write = useWrite();
  const queryClient = useQueryClient();
  const has = useQuery(accountQuery(lang)).data?.password === true;
  const [typed, setTyped] = useState({ present: "", next: "" });
  const change = useMutation({
    mutationFn: () => write<unknown>("PUT", "/api/account/password", typed),
    // The session goes on under a new secret: what proves that a write is this page's is asked anew.
    onSuccess: async () => { setTyped({ present: "", next: "" }); await queryClient.invalidateQueries({ queryKey: ["/api/session"] }); await queryClient.invalidateQueries({ queryKey: ["/api/account"] }); },
  });
  if (!has) return null;
  const submit = (event: FormEvent) => { event.preventDefault(); change.mutate(); };
  return (
    <section className="people-part" aria-labelledby="password-head">
      <div className="people-said"><h2 id="password-head"><Trans>Password</Trans></h2><p className="small quiet"><Trans>When you change it, all your other browsers are signed out.</Trans></p></div>
      <form className="people-form" onSubmit={submit}>
        <div className="field"><label htmlFor="present-password"><Trans>Present password</Trans></label><input id="present-password" className="input" type="password" dir="ltr" required autoComplete="current-password" value={typed.present} onChange={(event) => setTyped({ ...typed, present: event.target.value })} /></div>
        <div className="field"><label htmlFor="next-password"><Trans>New password, twelve characters or more</Trans></label><input id="next-password" className="input" type="password" dir="ltr" required minLength={12} autoComplete="new-password" value={typed.next} onChange={(event) => setTyped({ ...typed, next: event.target.value })} /></div>
        {change.isError && <Fault problem={asProblem(change.error)} />}
        {change.isSuccess && <p role="status"><Trans>Changed. Your other browsers are signed out.</Trans></p>}
        <p className="form-acts"><button type="submit" className="button" disabled={change.isPending}><Trans>Change the password</Trans></button></p>
      </form>
    </section>
  );
}
