import { useMutation, useQuery } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useState } from "react";
import { asProblem } from "../api/problem.ts";
import { sourcesQuery } from "../api/record-queries.ts";
import type { FieldClaims } from "../api/record-types.ts";
import { useRecordChanged, useWrite } from "../api/use-write.ts";
import { Fault } from "../parts/fault.tsx";
import { useKept } from "../parts/use-kept.ts";
import { codeWords, confidenceWords } from "../record/codes.ts";
import { PickOne } from "../record/pick-one.tsx";
import { edtfWords } from "../words/edtf-words.ts";
import { useLanguage } from "../words/use-language.ts";
import { isReadableDate } from "./readable-date.ts";
import { type TypedValue, ValueInput, valueOf } from "./value-input.tsx";
import { typeOf } from "./value-type.ts";

const confidences = ["verified", "reported", "uncertain"] as const;

type ClaimDraft = { readonly value: TypedValue; readonly typed: { readonly quote: string; readonly locator: string; readonly note: string; readonly confidence: string; readonly language: string }; readonly source: string | null };
const emptyClaim = (language: string): ClaimDraft => ({ value: { text: "", refs: [], currency: "USD" }, typed: { quote: "", locator: "", note: "", confidence: "reported", language }, source: null });

/** What another source says about the same field. Nothing that stands is touched. */
export function StateClaim({ field, done }: { readonly field: FieldClaims; readonly href: string; readonly done: () => void }) {
  const language = useLanguage();
  const { i18n, t } = useLingui();
  const id = useId();
  const write = useWrite();
  const changed = useRecordChanged();
  const [kept, keep, forget] = useKept(`claim ${field.record.id} ${field.field} ${field.language ?? ""}`, JSON.stringify(emptyClaim(field.language ?? language)));
  const { value, typed, source } = JSON.parse(kept) as ClaimDraft;
  const change = (part: Partial<ClaimDraft>) => keep(JSON.stringify({ value, typed, source, ...part }));
  const setValue = (next: TypedValue) => change({ value: next });
  const setSource = (next: string | null) => change({ source: next });
  const [words, setWords] = useState("");
  const sources = useQuery(sourcesQuery(language, { q: words === "" ? undefined : words, limit: 30 })).data;
  const type = typeOf(field.record.kind, field.field);
  const set = (key: keyof typeof typed) => (event: { target: { value: string } }) => change({ typed: { ...typed, [key]: event.target.value } });
  const send = useMutation({
    mutationFn: () =>
      write<FieldClaims>("POST", "/api/claims", {
        record: field.record.id,
        field: field.field,
        value: valueOf(type, value, typed.language),
        source,
        ...(typed.quote.trim() === "" ? {} : { quote: { text: typed.quote.trim(), language: typed.language } }),
        ...(typed.locator.trim() === "" ? {} : { locator: typed.locator.trim() }),
        ...(typed.note.trim() === "" ? {} : { note: typed.note.trim() }),
        confidence: typed.confidence,
      }),
    onSuccess: async () => { forget(); await changed(); done(); },
  });
  const ready = source !== null && (type === "refs" || type === "ref" ? value.refs.length > 0 : value.text.trim() !== "") && ((type !== "date" && type !== "days") || isReadableDate(value.text));
  const submit = (event: FormEvent) => { event.preventDefault(); if (ready) send.mutate(); };
  return (
    <form className="state-claim" onSubmit={submit}>
      <ValueInput kind={field.record.kind} field={field.field} value={value} change={setValue} label={t`What it says`} />
      {(type === "date" || type === "days") && value.text !== "" && <p className="small quiet">{isReadableDate(value.text) ? <Trans>Understood as: {edtfWords(value.text.trim(), language)}</Trans> : <Trans>This cannot be read as a date yet.</Trans>}</p>}
      <PickOne label={t`Source`} required options={(sources?.items ?? []).map((one) => ({ id: one.id, words: one.title, hint: one.publisher ?? "" }))} chosen={source} choose={setSource} onWords={setWords} placeholder={t`Words of its title`} />
      <div className="field"><label htmlFor={`${id}q`}><Trans>Its exact words</Trans></label><textarea id={`${id}q`} className="input" rows={2} dir="auto" value={typed.quote} onChange={set("quote")} /></div>
      <div className="form-row">
        <div className="field"><label htmlFor={`${id}l`}><Trans>Where in it</Trans></label><input id={`${id}l`} className="input" dir="auto" value={typed.locator} onChange={set("locator")} placeholder={t`page, paragraph, row`} /></div>
        <div className="field"><label htmlFor={`${id}c`}><Trans>How sure</Trans></label><select id={`${id}c`} className="input" value={typed.confidence} onChange={set("confidence")}>{confidences.map((one) => <option key={one} value={one}>{codeWords(confidenceWords, one, i18n)}</option>)}</select></div>
      </div>
      <div className="field"><label htmlFor={`${id}n`}><Trans>Note, in your own words</Trans></label><input id={`${id}n`} className="input" dir="auto" value={typed.note} onChange={set("note")} /></div>
      {send.isError && <Fault problem={asProblem(send.error)} />}
      <p className="form-acts">
        <button type="submit" className="button first" disabled={!ready || send.isPending}><Trans>State it</Trans></button>
        <button type="button" className="button" onClick={done}><Trans>Leave it</Trans></button>
      </p>
    </form>
  );
}
