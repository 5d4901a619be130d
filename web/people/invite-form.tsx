import { useMutation } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { asProblem } from "../api/problem.ts";
import type { Session } from "../api/types.ts";
import { useWrite } from "../api/use-write.ts";
import { roleWords, type RoleName } from "../frame/roles.ts";
import { Fault } from "../parts/fault.tsx";
import { PickOne } from "../record/pick-one.tsx";
import { useMemberOptions } from "../record/use-options.ts";
import { instant } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";
import { ShownOnce } from "./shown-once.tsx";

type Account = Extract<Session["viewer"], { kind: "account" }>;
const roles: readonly RoleName[] = ["focal-point", "delegate", "analyst", "compliance-officer", "auditor", "observer", "officer"];
const nothing = { name: "", role: "focal-point" as RoleName, validTo: "" };

/** An officer invites a person to act for a member, or a further officer for the own body. The link is shown once and works once. */
export function InviteForm({ viewer }: { readonly viewer: Account }) {
  const lang = useLanguage();
  const { i18n, t } = useLingui();
  const write = useWrite();
  const members = useMemberOptions();
  const [typed, setTyped] = useState(nothing);
  const [member, setMember] = useState<string | null>(null);
  const officer = typed.role === "officer";
  const holder = officer ? viewer.actsFor.id : member;
  const invite = useMutation({
    mutationFn: () => write<{ readonly link: string; readonly expires: string }>("POST", "/api/invitations", { name: typed.name.trim(), role: typed.role, holder, ...(typed.validTo === "" ? {} : { validTo: typed.validTo }) }),
    onSuccess: () => { setTyped(nothing); setMember(null); },
  });
  const ready = typed.name.trim() !== "" && holder !== null;
  const submit = (event: FormEvent) => { event.preventDefault(); if (ready) invite.mutate(); };
  return (
    <section className="people-part" aria-labelledby="invite-head">
      <div className="people-said"><h2 id="invite-head"><Trans>Invite a person</Trans></h2><p className="small quiet"><Trans>Hand the link over by a way you trust. It works once, within a week; who opens it chooses their own name and password.</Trans></p></div>
      <form className="people-form" onSubmit={submit}>
        <div className="field"><label htmlFor="invite-name"><Trans>Name of the person</Trans></label><input id="invite-name" className="input" dir="auto" required maxLength={200} autoComplete="off" value={typed.name} onChange={(event) => setTyped({ ...typed, name: event.target.value })} /></div>
        <div className="field"><label htmlFor="invite-role"><Trans>Role</Trans></label><select id="invite-role" className="input" value={typed.role} onChange={(event) => setTyped({ ...typed, role: event.target.value as RoleName })}>{roles.map((role) => <option key={role} value={role}>{i18n._(roleWords[role])}</option>)}</select></div>
        {officer ? <p className="small quiet"><Trans>A further officer acts for your own body.</Trans></p> : <PickOne label={t`Acts for the member`} required options={members} chosen={member} choose={setMember} />}
        <div className="field"><label htmlFor="invite-until"><Trans>Until, if it is to end (year-month-day)</Trans></label><input id="invite-until" className="input" dir="ltr" inputMode="numeric" placeholder="2027-12-31" pattern="\d{4}-\d{2}-\d{2}" value={typed.validTo} onChange={(event) => setTyped({ ...typed, validTo: event.target.value })} /></div>
        {invite.isError && <Fault problem={asProblem(invite.error)} />}
        <p className="form-acts"><button type="submit" className="button first" disabled={!ready || invite.isPending}><Trans>Make the link</Trans></button></p>
        {invite.data && <ShownOnce label={t`Link of the invitation`} text={`${location.origin}/${lang}${invite.data.link}`} said={<Trans>It is shown this once, and holds until {instant(invite.data.expires, lang)}.</Trans>} />}
      </form>
    </section>
  );
}
