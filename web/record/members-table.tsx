import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { AsOfAnswer, MembershipHeld } from "../api/record-types.ts";
import { FieldProof } from "../claims/field-proof.tsx";
import { type Column, DataTable } from "../parts/data-table.tsx";
import { Named } from "../parts/named.tsx";
import { NotKnown } from "../parts/money.tsx";
import { integer } from "../words/figures.ts";
import { localeOf } from "../words/language.ts";
import { useAddress } from "../parts/use-address.ts";
import { useLanguage } from "../words/use-language.ts";
import { Answer, useAnswerWords } from "./answer.tsx";
import { useEndWords } from "./held-words.ts";
import { plain } from "../words/plain.ts";

export type MembersSearch = { readonly q?: string; readonly answer?: AsOfAnswer };
type Sort = "name" | "joined";

/** Members with their answer for the day, and between which days they joined: filtered by words and by answer, which stand in the address. */
export function MembersTable({ members }: { readonly members: readonly MembershipHeld[] }) {
  const lang = useLanguage();
  const { t } = useLingui();
  const navigate = useNavigate();
  const search: MembersSearch = useSearch({ strict: false });
  const address = useAddress();
  const [sort, setSort] = useState<Sort>("name");
  const answers = useAnswerWords();
  const end = useEndWords();
  const shown = useMemo(() => {
    const words = plain(search.q ?? "");
    const byName = new Intl.Collator(localeOf[lang]);
    const joined = (one: MembershipHeld) => one.held.from.notAfter ?? "9999";
    return members
      .filter((one) => (search.answer === undefined || one.held.answer === search.answer) && (words === "" || plain(`${one.member.name.text} ${one.member.code ?? ""}`).includes(words)))
      .toSorted((a, b) => (sort === "joined" ? joined(a).localeCompare(joined(b)) : 0) || byName.compare(a.member.name.text, b.member.name.text));
  }, [members, search.q, search.answer, sort, lang]);
  const count = (answer: AsOfAnswer) => members.filter((one) => one.held.answer === answer).length;
  const by = (key: Sort) => ({ now: sort === key ? ("ascending" as const) : ("none" as const), choose: () => setSort(key) });
  const columns: readonly Column<MembershipHeld>[] = [
    { key: "name", head: t`Member`, sort: by("name"), cell: (one) => (one.member.id === null ? <Named name={one.member.name} /> : <Link className="link-plain" tabIndex={-1} to="/$lang/members/$id" params={{ lang, id: one.member.id }}><Named name={one.member.name} /></Link>) },
    { key: "answer", head: t`A member that day`, cell: (one) => <Answer answer={one.held.answer} /> },
    { key: "joined", head: t`Joined`, sort: by("joined"), cell: (one) => <>{end(one.held.from) ?? <NotKnown />} <FieldProof of={one.held.from.proof} label={t`${one.member.name.text}: joined`} record={one.id} field="joined" /></> },
    { key: "left", head: t`Left`, cell: (one) => one.held.to.open && one.held.to.proof.claimsHref === null ? <></> : <>{end(one.held.to) ?? ""} <FieldProof of={one.held.to.proof} label={t`${one.member.name.text}: left`} record={one.id} field="left" /></> },
    { key: "number", head: t`Counted as`, cell: (one) => (one.number.value === null ? <></> : <>{t`no. ${integer(one.number.value, lang)}`} <FieldProof of={one.number} label={t`${one.member.name.text}: number`} /></>) },
    { key: "kind", head: t`Kind`, cell: (one) => <span className="quiet">{one.memberKind === "state" ? t`state` : t`organisation`}</span> },
  ];
  const present = columns.filter(({ key }) => (key !== "left" || members.some((one) => !one.held.to.open)) && (key !== "number" || members.some((one) => one.number.value !== null)));
  return (
    <div className="record-part members-frame">
      <div className="members-tools">
        <input className="input" type="search" aria-label={t`Name or code`} placeholder={t`Name or code`} value={search.q ?? ""} onChange={(event) => address((old) => ({ ...old, q: event.target.value }), { replace: true })} />
        <div className="answers" role="group" aria-label={t`A member that day`}>
          <button type="button" aria-pressed={search.answer === undefined} onClick={() => address((old) => ({ ...old, answer: undefined }), { replace: true })}><Trans>all {integer(members.length, lang)}</Trans></button>
          {(["yes", "between", "no"] as const).filter((answer) => count(answer) > 0 || search.answer === answer).map((answer) => <button key={answer} type="button" aria-pressed={search.answer === answer} onClick={() => address((old) => ({ ...old, answer }), { replace: true })}>{answers[answer]} {integer(count(answer), lang)}</button>)}
        </div>
      </div>
      {shown.length === 0 ? <p className="quiet"><Trans>No member matches.</Trans> <button type="button" className="link" onClick={() => address((old) => ({ ...old, q: undefined, answer: undefined }), { replace: true })}><Trans>Take the filter out</Trans></button></p> : <DataTable label={t`Members`} rows={shown} columns={present} keyOf={(one) => one.id} open={(one) => { if (one.member.id !== null) void navigate({ to: "/$lang/members/$id", params: { lang, id: one.member.id }, search: (old) => ("asOf" in old && typeof old.asOf === "string" ? { asOf: old.asOf } : {}) }); }} />}
    </div>
  );
}
