import { useLingui } from "@lingui/react/macro";
import { useId } from "react";
import { lineWords } from "../parts/line-mark.tsx";
import { attendanceWords, bodyKindWords, bodyStatusWords, type codeWords, formatWords, levelWords, textKindWords, undertakingKindWords } from "../record/codes.ts";
import { PickMany } from "../record/pick-many.tsx";
import { PickOne } from "../record/pick-one.tsx";
import { countryOptions, useMemberOptions, usePersonOptions, useTextOptions } from "../record/use-options.ts";
import { useLanguage } from "../words/use-language.ts";
import { useMeetingOptions } from "./use-meeting-options.ts";
import { typeOf, type ValueType } from "./value-type.ts";

/** What a person has typed for a value, whatever its type. `currency` is read for money alone. */
export type TypedValue = { readonly text: string; readonly refs: readonly string[]; readonly currency: string };
/** As the API takes it. */
export function valueOf(type: ValueType, { text, refs, currency }: TypedValue, language: string): Readonly<Record<string, unknown>> {
  const clean = text.trim();
  switch (type) {
    case "integer":
      return { integer: Number(clean.replaceAll(/[\s,. ]/g, "")) };
    case "money":
      return { money: { amount: clean.replaceAll(/[\s, ]/g, ""), currency } };
    case "ref":
    case "refs":
      return { refs: [...refs] };
    case "name":
      return { text: clean, language };
    default:
      return { text: clean };
  }
}

const codes: Readonly<Record<string, Readonly<Record<string, Parameters<typeof codeWords>[0][string]>>>> = {
  "body kind": bodyKindWords, "body status": bodyStatusWords, "meeting level": levelWords, "meeting format": formatWords, "text kind": textKindWords, "undertaking kind": undertakingKindWords, "delegation attendance": attendanceWords, "undertaking line": lineWords,
};

type Props = { readonly kind: string; readonly field: string; readonly label: string; readonly value: TypedValue; readonly change: (value: TypedValue) => void; readonly onFocus?: () => void; readonly placeholder?: string; readonly inputId?: string };

/** A way to type a value of the field's type: members and meetings are searched, codes chosen, the rest typed. */
export function ValueInput({ kind, field, label, value, change, onFocus, placeholder, inputId }: Props) {
  const language = useLanguage();
  const { i18n, t } = useLingui();
  const own = useId();
  const id = inputId ?? own;
  const members = useMemberOptions();
  const meetings = useMeetingOptions(field === "follows" || field === "first_meeting_in_africa");
  const persons = usePersonOptions(field === "head_person" || field === "alternates" || field === "advisers");
  const texts = useTextOptions(field === "text");
  const type = typeOf(kind, field);
  const focus = onFocus === undefined ? {} : { onFocus };
  const hint = placeholder === undefined ? {} : { placeholder };
  const options = codes[`${kind} ${field}`];
  if (type === "ref") return <PickOne label={label} options={field === "text" ? texts : field === "head_person" ? persons : meetings} chosen={value.refs[0] ?? null} choose={(one) => change({ ...value, refs: one === null ? [] : [one] })} {...focus} {...hint} />;
  if (type === "refs") return <PickMany label={label} options={field === "first_meeting_in_africa" ? meetings : field === "alternates" || field === "advisers" ? persons : members} chosen={value.refs} choose={(refs) => change({ ...value, refs })} {...focus} {...hint} />;
  if (field === "country") return <PickOne label={label} options={countryOptions(language)} chosen={value.text === "" ? null : value.text} choose={(one) => change({ ...value, text: one ?? "" })} {...focus} {...hint} />;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {type === "code" && options !== undefined ? (
        <select id={id} className="input" value={value.text} onChange={(event) => change({ ...value, text: event.target.value })} {...focus}>
          <option value="">{t`not stated`}</option>
          {Object.entries(options).filter(([code]) => code !== "other").map(([code, words]) => <option key={code} value={code}>{i18n._(words)}</option>)}
        </select>
      ) : type === "money" ? (
        <div className="money-input">
          <input id={id} className="input" inputMode="decimal" dir="ltr" value={value.text} onChange={(event) => change({ ...value, text: event.target.value })} {...focus} {...hint} />
          <input className="input" aria-label={t`Currency`} dir="ltr" maxLength={3} value={value.currency} onChange={(event) => change({ ...value, currency: event.target.value.toUpperCase() })} {...focus} />
        </div>
      ) : field === "what" || field === "result" || field === "progress" ? (
        <textarea id={id} className="input" rows={2} dir="auto" value={value.text} onChange={(event) => change({ ...value, text: event.target.value })} {...focus} {...hint} />
      ) : (
        <input id={id} className="input" dir={type === "date" || type === "days" || type === "url" || type === "integer" ? "ltr" : "auto"} inputMode={type === "integer" ? "numeric" : undefined} value={value.text} onChange={(event) => change({ ...value, text: event.target.value })} {...focus} {...hint} />
      )}
    </div>
  );
}
