import { useMutation } from "@tanstack/react-query";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { asProblem } from "../api/problem.ts";
import { useWrite } from "../api/use-write.ts";
import { Fault } from "../parts/fault.tsx";
import { useMay } from "../record/use-as-of.ts";
import { instant } from "../words/dates.ts";
import { integer } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { ShownOnce } from "./shown-once.tsx";

type Scope = "import" | "edit-record" | "decide" | "look-as" | "manage-accounts" | "make-tokens";
const spans = [7, 30, 90, 365] as const;

const scopeWords: Readonly<Record<Scope, MessageDescriptor>> = {
  import: msg`take files in`,
  "edit-record": msg`change the record, needs and sources`,
  decide: msg`decide where sources differ, on overlaps and on gaps`,
  "look-as": msg`look as a member`,
  "manage-accounts": msg`invite people and change their roles`,
  "make-tokens": msg`make further tokens`,
};
const scopeNames = Object.keys(scopeWords) as readonly Scope[];

/** A key for a script: it sees what its maker sees, no more, and ends by itself. */
export function TokenForm() {
  const lang = useLanguage();
  const { i18n, t } = useLingui();
  const may = useMay();
  const [scopes, setScopes] = useState<readonly Scope[]>([]);
  const possible = scopeNames.filter((scope) => may.has(scope));
  const write = useWrite();
  const [name, setName] = useState("");
  const [days, setDays] = useState(30);
  const [readOnly, setReadOnly] = useState(true);
  const make = useMutation({ mutationFn: () => write<{ readonly token: string; readonly expires: string }>("POST", "/api/tokens", { name: name.trim(), days, readOnly, ...(readOnly ? {} : { scopes }) }), onSuccess: () => setName("") });
  const submit = (event: FormEvent) => { event.preventDefault(); if (name.trim() !== "") make.mutate(); };
  return (
    <section className="people-part" aria-labelledby="token-head">
      <div className="people-said"><h2 id="token-head"><Trans>Make a token for a script</Trans></h2><p className="small quiet"><Trans>It sees what you see and no more, and ends by itself. Send it as: Authorization: Bearer, then the token.</Trans></p></div>
      <form className="people-form" onSubmit={submit}>
        <div className="field"><label htmlFor="token-name"><Trans>What it is for</Trans></label><input id="token-name" className="input" dir="auto" required maxLength={100} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} /></div>
        <div className="field"><label htmlFor="token-days"><Trans>It ends after</Trans></label><select id="token-days" className="input" value={days} onChange={(event) => setDays(Number(event.target.value))}>{spans.map((span) => <option key={span} value={span}>{t`${integer(span, lang)} days`}</option>)}</select></div>
        <label className="staged-publication" htmlFor="token-read"><input id="token-read" type="checkbox" checked={readOnly} onChange={(event) => setReadOnly(event.target.checked)} /> <Trans>It may only read</Trans></label>
        {!readOnly && (
          <fieldset className="people-scopes"><legend className="small"><Trans>What it may do beside reading</Trans></legend>
            {possible.map((scope) => <label key={scope} className="staged-publication" htmlFor={`scope-${scope}`}><input id={`scope-${scope}`} type="checkbox" checked={scopes.includes(scope)} onChange={(event) => setScopes(event.target.checked ? [...scopes, scope] : scopes.filter((s) => s !== scope))} /> {i18n._(scopeWords[scope])}</label>)}
          </fieldset>
        )}
        {make.isError && <Fault problem={asProblem(make.error)} />}
        <p className="form-acts"><button type="submit" className="button first" disabled={name.trim() === "" || (!readOnly && scopes.length === 0) || make.isPending}><Trans>Make the token</Trans></button></p>
        {make.data && <ShownOnce label={t`Token`} text={make.data.token} said={<Trans>It is shown this once, and holds until {instant(make.data.expires, lang)}.</Trans>} />}
      </form>
    </section>
  );
}
