import "../record/record.css";
import { useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { undertakingsQuery } from "../api/record-queries.ts";
import type { UndertakingInList, UndertakingState } from "../api/record-types.ts";
import { RefList } from "../claims/claim-value-words.tsx";
import { FieldProof } from "../claims/field-proof.tsx";
import { type Column, DataTable } from "../parts/data-table.tsx";
import { LineMark } from "../parts/line-mark.tsx";
import { Named } from "../parts/named.tsx";
import { NotKnown } from "../parts/money.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { useAddress } from "../parts/use-address.ts";
import { Waiting } from "../parts/waiting.tsx";
import { PrintMarking } from "../record/print-marking.tsx";
import { RecordFault } from "../record/record-fault.tsx";
import { undertakingStateWords, UndertakingStateWords } from "../record/undertaking-state-words.tsx";
import { useAsOf, useMay } from "../record/use-as-of.ts";
import { longDay } from "../words/dates.ts";
import { edtfWords } from "../words/edtf-words.ts";
import { integer, statedAmount } from "../words/figures.ts";
import { plain } from "../words/plain.ts";
import { useLanguage } from "../words/use-language.ts";

type Search = { readonly q?: string; readonly state?: UndertakingState };
const order: readonly UndertakingState[] = ["overdue", "between", "open", "undated", "done", "dropped"];

/** Every promise as work: who, what, by when, how much, how it stands on the day. The filter is in the address, the first due comes first. */
export function UndertakingList() {
  const lang = useLanguage();
  const { asOf, on } = useAsOf();
  const { i18n, t } = useLingui();
  const navigate = useNavigate();
  const address = useAddress();
  const may = useMay();
  const search: Search = useSearch({ strict: false });
  const answer = useQuery(undertakingsQuery(lang, on));
  const all = useMemo(() => (answer.data?.items ?? []).filter(({ made }) => made !== "no"), [answer.data]);
  const asked = useMemo(() => {
    const words = plain(search.q ?? "");
    return all.filter((one) => words === "" || plain([one.what.value, one.by.value, one.meeting?.title.text, one.body?.name.text, ...(one.byMembers.value ?? []).map(({ name }) => name.text)].join(" ")).includes(words));
  }, [all, search.q]);
  if (answer.isPending) return <div className="record"><Waiting lines={16} /></div>;
  if (answer.isError) return <RecordFault said={<Trans>The undertakings could not be fetched.</Trans>} error={answer.error} again={() => void answer.refetch()} />;
  const count = (state: UndertakingState) => asked.filter((one) => one.state === state).length;
  const shown = asked.filter((one) => search.state === undefined || one.state === search.state);
  const columns: readonly Column<UndertakingInList>[] = [
    { key: "what", head: t`What`, cell: ({ id, what, line }) => <>{line.value !== null && <LineMark line={line.value} />} <Link className="link-plain" tabIndex={-1} to="/$lang/undertakings/$id" params={{ lang, id }}>{what.value === null ? <NotKnown /> : <bdi dir="auto">{what.value}</bdi>}</Link></> },
    { key: "who", head: t`Who`, cell: (one) => (one.byMembers.value !== null && one.byMembers.value.length > 0 ? <><RefList refs={one.byMembers.value} /> <FieldProof of={one.byMembers} label={t`By the members`} /></> : one.by.value === null ? <NotKnown /> : <><bdi dir="auto">{one.by.value}</bdi> <FieldProof of={one.by} label={t`By`} /></>) },
    { key: "due", head: t`Due`, cell: (one) => <>{one.due.value === null ? <NotKnown /> : edtfWords(one.due.value, lang)} <FieldProof of={one.due} label={t`Due`} record={one.id} field="due" /></> },
    { key: "state", head: t`How it stands`, cell: (one) => <UndertakingStateWords state={one.state} perhaps={one.perhaps} /> },
    { key: "amount", head: t`Amount`, end: true, cell: (one) => (one.amount.value === null ? <></> : <>{statedAmount(one.amount.value.amount, one.amount.value.currency, lang)} <FieldProof of={one.amount} label={t`Amount`} /></>) },
    { key: "made", head: t`Made at`, cell: (one) => (one.meeting === null ? one.body === null ? <></> : <Named name={one.body.name} /> : <Link className="link-plain" to="/$lang/meetings/$id" params={{ lang, id: one.meeting.id }}><Named name={one.meeting.title} /></Link>) },
  ];
  const overdue = all.filter(({ state }) => state === "overdue").length;
  const late = <button type="button" className="figure warm" onClick={() => address((old) => ({ ...old, state: "overdue" }), { replace: true })}><Plural value={overdue} one="# is overdue" other="# are overdue" /></button>;
  const total = <b><Plural value={all.length} one="# undertaking" other="# undertakings" /></b>;
  return (
    <article className="record printed">
      <header>
        <p className="record-kind"><Link className="link-plain" to="/$lang/record" params={{ lang }}><Trans>Record</Trans></Link></p>
        <h1 className="sentence">{asOf === undefined ? <Trans>{total} are on record.</Trans> : <Trans>{total} were on record on {longDay(asOf, lang)}.</Trans>} {overdue > 0 && <>{late}.</>}</h1>
        <p className="record-marking"><MarkingLine marking={answer.data.marking} /></p>
      </header>
      <div className="record-part members-frame">
        <div className="members-tools">
          <input className="input" type="search" aria-label={t`Words of it, a member, a meeting`} placeholder={t`Words of it, a member, a meeting`} value={search.q ?? ""} onChange={(event) => address((old) => ({ ...old, q: event.target.value }), { replace: true })} />
          <div className="answers" role="group" aria-label={t`How it stands`}>
            <button type="button" aria-pressed={search.state === undefined} onClick={() => address((old) => ({ ...old, state: undefined }), { replace: true })}><Trans>all {integer(asked.length, lang)}</Trans></button>
            {order.filter((state) => count(state) > 0 || search.state === state).map((state) => <button key={state} type="button" aria-pressed={search.state === state} onClick={() => address((old) => ({ ...old, state }), { replace: true })}>{i18n._(undertakingStateWords[state])} {integer(count(state), lang)}</button>)}
          </div>
          {may.has("edit-record") && <Link className="link" to="/$lang/undertakings/new" params={{ lang }}><Trans>Enter an undertaking</Trans></Link>}
        </div>
        {shown.length === 0 ? <p className="quiet"><Trans>No undertaking matches.</Trans> <button type="button" className="link" onClick={() => address((old) => ({ ...old, q: undefined, state: undefined }), { replace: true })}><Trans>Take the filter out</Trans></button></p> : <DataTable label={t`Undertakings`} rows={shown} columns={columns} keyOf={({ id }) => id} open={({ id }) => void navigate({ to: "/$lang/undertakings/$id", params: { lang, id }, search: () => on })} />}
      </div>
      <PrintMarking marking={answer.data.marking} asOf={answer.data.asOf} />
    </article>
  );
}
