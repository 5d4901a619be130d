import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Invitations, People, Person } from "../administration/admin-types.ts";
import { request } from "../api/client.ts";
import { asProblem } from "../api/problem.ts";
import { useWrite } from "../api/use-write.ts";
import { roleWords } from "../frame/roles.ts";
import { Fault } from "../parts/fault.tsx";
import { Named } from "../parts/named.tsx";
import { edtfPart, instant } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";
import { GiveRole } from "./give-role.tsx";
import { ShownOnce } from "./shown-once.tsx";

const usePeople = () => {
  const lang = useLanguage();
  return useQuery({ queryKey: ["/api/people", lang], queryFn: ({ signal }) => request<People>("/api/people", { language: lang, signal }) });
};

/** Whoever may come in: their roles with dates and what each rests on. Rights end with the role, everywhere. */
export function PeopleList({ own }: { readonly own: string }) {
  const people = usePeople();
  return (
    <section className="people-part" aria-labelledby="accounts-head">
      <div className="people-said"><h2 id="accounts-head"><Trans>Accounts and their roles</Trans></h2><p className="small quiet"><Trans>Rights begin and end with a role’s days, and with what it rests on.</Trans></p></div>
      <div>
        {people.isError && <Fault problem={asProblem(people.error)} />}
        <ul className="own-list">{people.data?.items.map((person) => <One key={person.id} person={person} own={own} />)}</ul>
      </div>
    </section>
  );
}

function One({ person, own }: { readonly person: Person; readonly own: string }) {
  const lang = useLanguage();
  const { i18n, t } = useLingui();
  const write = useWrite();
  const queryClient = useQueryClient();
  const [asks, setAsks] = useState<"close" | "reset" | "give" | null>(null);
  const [reason, setReason] = useState("");
  const [ending, setEnding] = useState<string | null>(null);
  const act = useMutation({
    mutationFn: ({ path, body }: { readonly path: string; readonly body: object }) => write<unknown>("POST", path, body),
    onSuccess: async () => { setAsks(null); setReason(""); setEnding(null); await queryClient.invalidateQueries({ queryKey: ["/api/people"] }); },
  });
  return (
    <li>
      <div className="person">
        <p><b><bdi>{person.name}</bdi></b> <span className="quiet"><bdi>{person.login}</bdi>{person.ended !== null && <> · <Trans>closed on {instant(person.ended, lang)}</Trans></>}</span></p>
        <ul className="own-list">
          {person.roles.map((r) => (
            <li key={r.id}>
              <span>{i18n._(roleWords[r.role])} · <Named name={r.actsFor.name} /><br /><span className="small quiet">{edtfPart(r.from, lang)}{r.to !== null && <> – {edtfPart(r.to, lang)}</>} · {r.ended !== null ? <Trans>ended</Trans> : r.holdsToday ? <Trans>holds today</Trans> : <Trans>does not hold today</Trans>}{r.restsOn !== null && <> · <Trans>rests on <Named name={r.restsOn} /></Trans></>}</span></span>
              {r.ended === null && person.ended === null && <button type="button" className="button" disabled={act.isPending} aria-label={t`End the role of ${person.name}`} onClick={() => setEnding(ending === r.id ? null : r.id)}><Trans>End the role</Trans></button>}
              {ending === r.id && <EndRole id={r.id} pending={act.isPending} end={(body) => act.mutate({ path: `/api/roles/${r.id}/end`, body })} />}
            </li>
          ))}
        </ul>
        {person.ended === null && (
          <p className="form-acts">
            <button type="button" className="link" onClick={() => setAsks(asks === "give" ? null : "give")}><Trans>Give a role</Trans></button>
            {person.secondFactor && person.id !== own && <button type="button" className="link" onClick={() => setAsks(asks === "reset" ? null : "reset")}><Trans>Lost second factor</Trans></button>}
            {person.id !== own && <button type="button" className="link" onClick={() => setAsks(asks === "close" ? null : "close")}><Trans>Close the account</Trans></button>}
          </p>
        )}
        {asks === "give" && <GiveRole account={person.id} done={() => setAsks(null)} />}
        {asks === "close" && <p><Trans>Its sessions and tokens end at once. What the person did stays signed.</Trans> <button type="button" className="button" disabled={act.isPending} onClick={() => act.mutate({ path: `/api/people/${person.id}/end`, body: {} })}><Trans>Close it</Trans></button></p>}
        {asks === "reset" && (
          <div className="people-form">
            <div className="field"><label htmlFor={`reset-${person.id}`}><Trans>Why; the person and the audit are told</Trans></label><input id={`reset-${person.id}`} className="input" dir="auto" maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} /></div>
            <p className="form-acts"><button type="button" className="button" disabled={act.isPending || reason.trim() === ""} onClick={() => act.mutate({ path: `/api/people/${person.id}/second-factor/reset`, body: { reason: reason.trim() } })}><Trans>Take it away, and end all sessions</Trans></button></p>
          </div>
        )}
        {act.isError && <Fault problem={asProblem(act.error)} />}
      </div>
    </li>
  );
}

/** A role ends at once, or after a day that is chosen. */
function EndRole({ id, pending, end }: { readonly id: string; readonly pending: boolean; readonly end: (body: { readonly to?: string }) => void }) {
  const [to, setTo] = useState("");
  const day = /^\d{4}-\d{2}-\d{2}$/.test(to.trim());
  return (
    <div className="people-form">
      <div className="field"><label htmlFor={`last-${id}`}><Trans>Its last day (year-month-day); empty: it ends now</Trans></label><input id={`last-${id}`} className="input" dir="ltr" inputMode="numeric" placeholder="2027-12-31" value={to} onChange={(event) => setTo(event.target.value)} /></div>
      <p className="form-acts"><button type="button" className="button" disabled={pending || (to.trim() !== "" && !day)} onClick={() => end(day ? { to: to.trim() } : {})}>{day ? <Trans>End it after that day</Trans> : <Trans>End it now</Trans>}</button></p>
    </div>
  );
}

/** Invitations that nobody took up yet: sent again under a new link, or withdrawn. */
export function OpenInvitations() {
  const lang = useLanguage();
  const { i18n, t } = useLingui();
  const write = useWrite();
  const queryClient = useQueryClient();
  const list = useQuery({ queryKey: ["/api/invitations", lang], queryFn: ({ signal }) => request<Invitations>("/api/invitations", { language: lang, signal }) });
  const again = () => queryClient.invalidateQueries({ queryKey: ["/api/invitations"] });
  const renew = useMutation({ mutationFn: (id: string) => write<{ readonly link: string; readonly expires: string }>("POST", `/api/invitations/${id}/link`, {}), onSuccess: again });
  const end = useMutation({ mutationFn: (id: string) => write<unknown>("DELETE", `/api/invitations/${id}`), onSuccess: again });
  if (list.data === undefined || list.data.items.length === 0) return null;
  return (
    <section className="people-part" aria-labelledby="open-invitations">
      <div className="people-said"><h2 id="open-invitations"><Trans>Open invitations</Trans></h2></div>
      <div>
        <ul className="own-list">
          {list.data.items.map((i) => (
            <li key={i.id}>
              <span><bdi>{i.name}</bdi> · {i18n._(roleWords[i.role])} · <Named name={i.actsFor.name} /><br /><span className="small quiet">{i.expired ? <Trans>its time was over on {instant(i.expires, lang)}</Trans> : <Trans>good until {instant(i.expires, lang)}</Trans>}</span></span>
              <span className="form-acts"><button type="button" className="button" disabled={renew.isPending} aria-label={t`Send the invitation of ${i.name} again`} onClick={() => renew.mutate(i.id)}><Trans>Send again</Trans></button> <button type="button" className="button" disabled={end.isPending} aria-label={t`Withdraw the invitation of ${i.name}`} onClick={() => end.mutate(i.id)}><Trans>Withdraw</Trans></button></span>
            </li>
          ))}
        </ul>
        {renew.data && <ShownOnce label={t`New link of the invitation`} text={`${location.origin}/${lang}${renew.data.link}`} said={<Trans>It is shown this once, and holds until {instant(renew.data.expires, lang)}.</Trans>} />}
        {(renew.isError || end.isError) && <Fault problem={asProblem(renew.error ?? end.error)} />}
      </div>
    </section>
  );
}
