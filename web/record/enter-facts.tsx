import "../claims/claim-panel.css";
import "./enter-facts.css";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useState } from "react";
import { asProblem } from "../api/problem.ts";
import { sourcesQuery } from "../api/record-queries.ts";
import type { EnteredRecord, SourcePage } from "../api/record-types.ts";
import { useRecordChanged, useWrite } from "../api/use-write.ts";
import { isReadableDate } from "../claims/readable-date.ts";
import { type TypedValue, ValueInput, valueOf } from "../claims/value-input.tsx";
import { typeOf } from "../claims/value-type.ts";
import { Fault } from "../parts/fault.tsx";
import { edtfWords } from "../words/edtf-words.ts";
import { localeOf } from "../words/language.ts";
import { useLanguage } from "../words/use-language.ts";
import { codeWords, confidenceWords, fieldWords } from "./codes.ts";
import { PickOne } from "./pick-one.tsx";

const tongues = ["en", "fr", "ar", "es", "de", "it", "pt", "ha", "tr", "ru"] as const;
const empty: TypedValue = { text: "", refs: [], currency: "USD" };

type Props = {
  readonly kind: string;
  readonly fields: readonly string[];
  /** where it goes, and what it hangs on; null while something is still to be chosen */
  readonly to: { readonly path: string; readonly body: object } | null;
  /** other words than the field's own */
  readonly labels?: Readonly<Record<string, string>>;
  readonly done: (made: EnteredRecord) => void;
  readonly leave: () => void;
};

/** What one source says of a record: its values, its exact words, and which source it is, one on record or a new one. What stands already is never touched. */
export function EnterFacts({ kind, fields, to, labels = {}, done, leave }: Props) {
  const language = useLanguage();
  const { i18n, t } = useLingui();
  const id = useId();
  const write = useWrite();
  const changed = useRecordChanged();
  const [values, setValues] = useState<Readonly<Record<string, TypedValue>>>({});
  const [source, setSource] = useState<string | null>(null);
  const [fresh, setFresh] = useState<{ readonly title: string; readonly published: string; readonly url: string } | null>(null);
  const [typed, setTyped] = useState({ quote: "", locator: "", confidence: "reported", language: language as string, marking: "TLP:AMBER" });
  const [words, setWords] = useState("");
  const sources = useQuery(sourcesQuery(language, { q: words === "" ? undefined : words, limit: 30 })).data;
  const names = new Intl.DisplayNames(localeOf[language], { type: "language" });
  const set = (key: keyof typeof typed) => (event: { target: { value: string } }) => setTyped({ ...typed, [key]: event.target.value });
  const filled = fields.filter((field) => { const value = values[field] ?? empty; return value.text.trim() !== "" || value.refs.length > 0; });
  const isDate = (field: string) => ["date", "days"].includes(typeOf(kind, field));
  const send = useMutation({
    mutationFn: async () => {
      if (to === null) throw new Error("nothing to hang it on");
      const made = fresh === null ? source : (await write<SourcePage>("POST", "/api/sources", { ...Object.fromEntries(Object.entries(fresh).filter(([, value]) => value.trim() !== "")), language: typed.language, marking: typed.marking })).id;
      if (fresh !== null) { setSource(made); setFresh(null); }
      return write<EnteredRecord>("POST", to.path, {
        ...to.body,
        source: made,
        marking: typed.marking,
        fields: filled.map((field) => ({
          field,
          ...valueOf(typeOf(kind, field), values[field] ?? empty, typed.language),
          ...(typed.quote.trim() === "" ? {} : { quote: { text: typed.quote.trim(), language: typed.language } }),
          ...(typed.locator.trim() === "" ? {} : { locator: typed.locator.trim() }),
          confidence: typed.confidence,
        })),
      });
    },
    onSuccess: async (made) => { await changed(); done(made); },
  });
  const ready = to !== null && filled.length > 0 && (source !== null || (fresh !== null && fresh.title.trim() !== "" && (fresh.published.trim() === "" || isReadableDate(fresh.published)))) && filled.every((field) => !isDate(field) || isReadableDate(values[field]?.text ?? ""));
  const submit = (event: FormEvent) => { event.preventDefault(); if (ready && !send.isPending) send.mutate(); };
  return (
    <form className="state-claim enter-facts" onSubmit={submit}>
      {fields.map((field) => {
        const value = values[field] ?? empty;
        return (
          <div key={field}>
            <ValueInput kind={kind} field={field} label={labels[field] ?? codeWords(fieldWords, field, i18n)} value={value} change={(next) => setValues({ ...values, [field]: next })} {...(isDate(field) ? { placeholder: "2024-06-30" } : {})} />
            {isDate(field) && value.text.trim() !== "" && <p className="small quiet">{isReadableDate(value.text) ? <Trans>Understood as: {edtfWords(value.text.trim(), language)}</Trans> : <Trans>This cannot be read as a date yet.</Trans>}</p>}
          </div>
        );
      })}
      {fresh === null ? (
        <>
          <PickOne label={t`Source`} required options={(sources?.items ?? []).map((one) => ({ id: one.id, words: one.title, hint: one.publisher ?? "" }))} chosen={source} choose={setSource} onWords={setWords} placeholder={t`Words of its title`} />
          <p className="small"><button type="button" className="link" onClick={() => { setFresh({ title: "", published: "", url: "" }); setSource(null); }}><Trans>A source that is not on record yet</Trans></button></p>
        </>
      ) : (
        <fieldset className="fresh-source">
          <legend className="label"><Trans>A new source</Trans></legend>
          <div className="field"><label htmlFor={`${id}t`}><Trans>Its title</Trans></label><input id={`${id}t`} className="input" dir="auto" required value={fresh.title} onChange={(event) => setFresh({ ...fresh, title: event.target.value })} /></div>
          <div className="form-row">
            <div className="field"><label htmlFor={`${id}p`}><Trans>Published on</Trans></label><input id={`${id}p`} className="input" dir="ltr" placeholder="2024-06-30" value={fresh.published} onChange={(event) => setFresh({ ...fresh, published: event.target.value })} /></div>
            <div className="field"><label htmlFor={`${id}u`}><Trans>Address on the web</Trans></label><input id={`${id}u`} className="input" dir="ltr" type="url" placeholder="https://" value={fresh.url} onChange={(event) => setFresh({ ...fresh, url: event.target.value })} /></div>
          </div>
          <p className="small"><button type="button" className="link" onClick={() => setFresh(null)}><Trans>Take one that is on record</Trans></button></p>
        </fieldset>
      )}
      <div className="field"><label htmlFor={`${id}q`}><Trans>Its exact words</Trans></label><textarea id={`${id}q`} className="input" rows={2} dir="auto" value={typed.quote} onChange={set("quote")} /></div>
      <div className="form-row">
        <div className="field"><label htmlFor={`${id}l`}><Trans>Where in it</Trans></label><input id={`${id}l`} className="input" dir="auto" value={typed.locator} onChange={set("locator")} placeholder={t`page, paragraph, row`} /></div>
        <div className="field"><label htmlFor={`${id}g`}><Trans>Language of the words</Trans></label><select id={`${id}g`} className="input" value={typed.language} onChange={set("language")}>{tongues.map((code) => <option key={code} value={code}>{names.of(code) ?? code}</option>)}</select></div>
      </div>
      <div className="form-row">
        <div className="field"><label htmlFor={`${id}c`}><Trans>How sure</Trans></label><select id={`${id}c`} className="input" value={typed.confidence} onChange={set("confidence")}>{(["verified", "reported", "uncertain"] as const).map((one) => <option key={one} value={one}>{codeWords(confidenceWords, one, i18n)}</option>)}</select></div>
        <div className="field"><label htmlFor={`${id}m`}><Trans>Who may see it</Trans></label><select id={`${id}m`} className="input" value={typed.marking} onChange={set("marking")}><option value="TLP:AMBER">{t`TLP:AMBER · your own side alone`}</option><option value="TLP:GREEN">{t`TLP:GREEN · the coalition’s members`}</option><option value="TLP:CLEAR">{t`TLP:CLEAR · everyone`}</option></select></div>
      </div>
      {send.isError && <Fault problem={asProblem(send.error)} />}
      <p className="form-acts">
        <button type="submit" className="button first" disabled={!ready || send.isPending}><Trans>State it</Trans></button>
        <button type="button" className="button" onClick={leave}><Trans>Leave it</Trans></button>
      </p>
    </form>
  );
}
