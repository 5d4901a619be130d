import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useMeetingOptions } from "../../claims/use-meeting-options.ts";
import { codeWords, fieldWords, officeWords } from "../../record/codes.ts";
import { PickOne } from "../../record/pick-one.tsx";
import { useMemberOptions } from "../../record/use-options.ts";
import { type Entry, entryOf, type Group, isFilled } from "./draft.ts";
import { EnteredField } from "./entered-field.tsx";
import { groupFields, groupWords, recordKindOfGroup } from "./groups.ts";

export type Active = { readonly key: string; readonly field: string; readonly label: string } | null;

type Props = { readonly group: Group; readonly body: string | null; readonly text: string; readonly active: Active; readonly enter: (active: Active) => void; readonly change: (group: Group) => void; readonly remove: (() => void) | null };

export const inputIdOf = (key: string, field: string): string => `entry-${key}-${field}`;

/** One thing that the text speaks of, with its fields. */
export function GroupCard({ group, body, text, active, enter, change, remove }: Props) {
  const { i18n, t } = useLingui();
  const members = useMemberOptions();
  const meetings = useMeetingOptions(group.kind === "other-meeting" && body !== null, body ?? undefined);
  const { fields, more } = groupFields[group.kind];
  const filledMore = more.some((field) => isFilled(entryOf(group, field)));
  const [opened, setOpened] = useState(filledMore);
  const kind = recordKindOfGroup[group.kind];
  const put = (field: string) => (entry: Entry) => change({ ...group, entries: { ...group.entries, [field]: entry } });
  const one = (field: string, label?: string) => {
    const words = label ?? codeWords(fieldWords, field, i18n);
    return <EnteredField key={field} kind={kind} field={field} {...(label === undefined ? {} : { label })} quoteOnly={field === "told"} entry={entryOf(group, field)} text={text} active={active?.key === group.key && active.field === field} change={put(field)} focus={() => enter({ key: group.key, field, label: words })} inputId={inputIdOf(group.key, field)} />;
  };
  return (
    <section className="entry-group" data-kind={group.kind} aria-label={i18n._(groupWords[group.kind])}>
      <div className="part-head"><h2>{i18n._(groupWords[group.kind])}</h2>{remove && <button type="button" className="link small quiet" onClick={remove}><Trans>Take out</Trans></button>}</div>
      {group.kind === "delegation" && <PickOne label={t`Of which member`} options={members} chosen={group.ref} choose={(ref) => change({ ...group, ref })} />}
      {group.kind === "office" && (
        <div className="form-row">
          <PickOne label={t`Held by`} options={members} chosen={group.ref} choose={(ref) => change({ ...group, ref })} />
          <div className="field"><label htmlFor={`${group.key}-office`}><Trans>Office</Trans></label><select id={`${group.key}-office`} className="input" value={group.choice} onChange={(event) => change({ ...group, choice: event.target.value })}>{Object.entries(officeWords).map(([code, words]) => <option key={code} value={code}>{i18n._(words)}</option>)}</select></div>
        </div>
      )}
      {group.kind === "other-meeting" && (
        <div className="form-row">
          <PickOne label={t`One on record, if it is`} options={meetings} chosen={group.ref} choose={(ref) => change({ ...group, ref })} />
          <div className="field"><label htmlFor={`${group.key}-place`}><Trans>The text puts it</Trans></label><select id={`${group.key}-place`} className="input" value={group.choice} onChange={(event) => change({ ...group, choice: event.target.value })}><option value="before">{t`before this meeting`}</option><option value="after">{t`after this meeting`}</option></select></div>
        </div>
      )}
      {group.kind === "other-meeting" && one("told", t`The words that say so`)}
      {fields.map((field) => one(field))}
      {more.length > 0 && (opened ? more.map((field) => one(field)) : <p><button type="button" className="link small" onClick={() => setOpened(true)}><Trans>More fields</Trans></button></p>)}
    </section>
  );
}
