import { useMutation } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { asProblem } from "../api/problem.ts";
import { useWrite } from "../api/use-write.ts";
import { Fault } from "../parts/fault.tsx";
import { instant } from "../words/dates.ts";
import { integer } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { ShownOnce } from "./shown-once.tsx";

const spans = [7, 30, 90, 365] as const;

/** A key for a script: it sees what its maker sees, no more, and ends by itself. */
export function TokenForm() {
  const lang = useLanguage();
  const { t } = useLingui();
  const write = useWrite();
  const [name, setName] = useState("");
  const [days, setDays] = useState(30);
  const [readOnly, setReadOnly] = useState(true);
  const make = useMutation({ mutationFn: () => write<{ readonly token: string; readonly expires: string }>("POST", "/api/tokens", { name: name.trim(), days, readOnly }), onSuccess: () => setName("") });
  const submit = (event: FormEvent) => { event.preventDefault(); if (name.trim() !== "") make.mutate(); };
  return (
    <section className="people-part" aria-labelledby="token-head">
      <div className="people-said"><h2 id="token-head"><Trans>Make a token for a script</Trans></h2><p className="small quiet"><Trans>It sees what you see and no more, and ends by itself. Send it as: Authorization: Bearer, then the token.</Trans></p></div>
      <form className="people-form" onSubmit={submit}>
        <div className="field"><label htmlFor="token-name"><Trans>What it is for</Trans></label><input id="token-name" className="input" dir="auto" required maxLength={100} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} /></div>
        <div className="field"><label htmlFor="token-days"><Trans>It ends after</Trans></label><select id="token-days" className="input" value={days} onChange={(event) => setDays(Number(event.target.value))}>{spans.map((span) => <option key={span} value={span}>{t`${integer(span, lang)} days`}</option>)}</select></div>
        <label className="staged-publication" htmlFor="token-read"><input id="token-read" type="checkbox" checked={readOnly} onChange={(event) => setReadOnly(event.target.checked)} /> <Trans>It may only read</Trans></label>
        {make.isError && <Fault problem={asProblem(make.error)} />}
        <p className="form-acts"><button type="submit" className="button first" disabled={name.trim() === "" || make.isPending}><Trans>Make the token</Trans></button></p>
        {make.data && <ShownOnce label={t`Token`} text={make.data.token} said={<Trans>It is shown this once, and holds until {instant(make.data.expires, lang)}.</Trans>} />}
      </form>
    </section>
  );
}
