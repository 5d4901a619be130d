import { Trans, useLingui } from "@lingui/react/macro";
import { useId } from "react";
import { isReadableDate } from "../../claims/readable-date.ts";
import { ValueInput } from "../../claims/value-input.tsx";
import { typeOf } from "../../claims/value-type.ts";
import { codeWords, fieldWords } from "../../record/codes.ts";
import { edtfWords } from "../../words/edtf-words.ts";
import { useLanguage } from "../../words/use-language.ts";
import { dateInWords } from "../../words/date-in-words.ts";
import { type Entry, isFilled } from "./draft.ts";
import { placeOf, sentenceAround } from "./quote-place.ts";

type Props = { readonly kind: string; readonly field: string; readonly entry: Entry; readonly text: string; readonly active: boolean; readonly change: (entry: Entry) => void; readonly focus: () => void; readonly inputId: string; readonly label?: string; readonly quoteOnly?: boolean };

/** A value and its sentence, checked while one types: does the sentence stand in the text, how is the date understood. */
export function EnteredField({ kind, field, entry, text, active, change, focus, inputId, label, quoteOnly = false }: Props) {
  const { i18n } = useLingui();
  const { value, quote } = entry;
  const type = typeOf(kind, field);
  const words = label ?? codeWords(fieldWords, field, i18n);
  const filled = isFilled(entry);
  const shown = active || quote !== "";
  return (
    <div className="entered" data-active={active ? "" : undefined} onFocus={focus}>
      {!quoteOnly && <ValueInput kind={kind} field={field} label={words} value={value} change={(next) => change({ ...entry, value: next })} inputId={inputId} {...(type === "date" || type === "days" ? { placeholder: "2023-03-01/2023-03-02" } : {})} />}
      {(type === "date" || type === "days") && !quoteOnly && <DateCheck entry={entry} change={change} />}
      {(type === "name" || type === "words") && !quoteOnly && !filled && quote !== "" && <p className="small"><button type="button" className="link" onClick={() => change({ ...entry, value: { ...value, text: quote } })}><Trans>Use the words as they stand</Trans></button></p>}
      {(shown || quoteOnly) && <QuoteInput entry={entry} text={text} change={change} inputId={quoteOnly ? inputId : undefined} label={quoteOnly ? words : undefined} />}
    </div>
  );
}

function DateCheck({ entry, change }: { readonly entry: Entry; readonly change: (entry: Entry) => void }) {
  const lang = useLanguage();
  const { value, quote } = entry;
  const suggested = dateInWords(value.text.trim() === "" ? quote : value.text);
  const take = suggested === null || suggested === value.text ? null : <button type="button" className="link" onClick={() => change({ ...entry, value: { ...value, text: suggested } })}><Trans>Take {edtfWords(suggested, lang)}</Trans></button>;
  if (value.text.trim() === "") return take === null ? null : <p className="small">{take}</p>;
  if (isReadableDate(value.text)) return <p className="small entered-check" data-good=""><Trans>Understood as: {edtfWords(value.text.trim(), lang)}</Trans></p>;
  return <p className="small entered-check" data-bad=""><Trans>Not a date yet. A day is 2023-03-01, two days 2023-03-01/2023-03-02, a month 2023-03, no later than a day [..2023-03-01].</Trans> {take}</p>;
}

function QuoteInput({ entry, text, change, inputId, label }: { readonly entry: Entry; readonly text: string; readonly change: (entry: Entry) => void; readonly inputId: string | undefined; readonly label: string | undefined }) {
  const { t } = useLingui();
  const own = useId();
  const id = inputId ?? own;
  const { quote, start } = entry;
  const check = quote === "" ? null : placeOf(text, quote, start);
  const around = check?.stands === true ? sentenceAround(text, check.from, check.to) : null;
  const whole = around === null || around.to - around.from === quote.length ? null : around;
  return (
    <div className="entered-quote">
      <label htmlFor={id} className="label">{label ?? t`Its words in the text`}</label>
      <textarea id={id} className="input" dir="auto" rows={quote.length > 70 ? 2 : 1} value={quote} placeholder={t`Select them in the text, or type them`} onChange={(event) => change({ ...entry, quote: event.target.value, start: null })} />
      {check !== null && (check.stands ? <p className="small entered-check" data-good=""><Trans>Stands in the text.</Trans>{whole !== null && <> <button type="button" className="link" onClick={() => change({ ...entry, quote: text.slice(whole.from, whole.to), start: whole.from })}><Trans>The whole sentence</Trans></button></>}</p> : <p className="small entered-check" data-bad=""><Trans>These words do not stand in the text.</Trans>{check.near !== null && <> <Trans>It reads: <q dir="auto">{check.near}</q></Trans> <button type="button" className="link" onClick={() => change({ ...entry, quote: check.near ?? "", start: null })}><Trans>Take that</Trans></button></>}</p>)}
    </div>
  );
}
