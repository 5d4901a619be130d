import "../record/record.css";
import { useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { undertakingsQuery } from "../api/record-queries.ts";
import type { UndertakingInList, UndertakingList as Answer, UndertakingState } from "../api/record-types.ts";
import { RefList } from "../claims/claim-value-words.tsx";
import { FieldProof } from "../claims/field-proof.tsx";
import { useMorePages } from "../initiatives/use-more-pages.ts";
import { type Column, DataTable } from "../parts/data-table.tsx";
import { Fault } from "../parts/fault.tsx";
import { LineMark, lineWords } from "../parts/line-mark.tsx";
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
import { useLanguage } from "../words/use-language.ts";
import type { UndertakingSearch, UndertakingSort } from "./undertaking-search.ts";

/** Every promise as work: who, what, by when, how much, how it stands on the day. What is asked for is in the address, and the server answers it. */
export function UndertakingList() {
  const lang = useLanguage();
  const { on } = useAsOf();
  const { q, state, member, line, body, sort, order }: UndertakingSearch = useSearch({ strict: false });
  const query = { ...on, q, state, member, line, body, sort, order, limit: 100 };
  const answer = useQuery(undertakingsQuery(lang, query));
  const more = useMorePages<UndertakingInList>("/api/undertakings", query, answer.data?.next ?? null);
  if (answer.isPending) return <div className="record"><Waiting lines={16} /></div>;
  if (answer.isError) return <RecordFault said={<Trans>The undertakings could not be fetched.</Trans>} error={answer.error} again={() => void answer.refetch()} />;
  return <List answer={answer.data} rows={[...answer.data.items, ...more.items]} more={more} />;
}

function List({ answer, rows, more }: { readonly answer: Answer; readonly rows: readonly UndertakingInList[]; readonly more: ReturnType<typeof useMorePages> }) {
  const lang = useLanguage();
  const { t } = useLingui();
  const { asOf, on } = useAsOf();
  const navigate = useNavigate();
  const address = useAddress();
  const columns = useColumns();
  const late = <button type="button" className="figure warm" onClick={() => address((old) => ({ ...old, state: "overdue" }), { replace: true })}><Plural value={answer.overdue} one="# is overdue" other="# are overdue" /></button>;
  const total = <b><Plural value={answer.all} one="# undertaking" other="# undertakings" /></b>;
  const filterOut = () => address((old) => ({ ...old, q: undefined, state: undefined, member: undefined, line: undefined, body: undefined }), { replace: true });
  return (
    <article className="record printed">
      <header>
        <p className="record-kind"><Link className="link-plain" to="/$lang/record" params={{ lang }}><Trans>Record</Trans></Link></p>
        <h1 className="sentence">{asOf === undefined ? <Trans>{total} are on record.</Trans> : <Trans>{total} were on record on {longDay(asOf, lang)}.</Trans>} {answer.overdue > 0 && <>{late}.</>}</h1>
        <p className="record-marking"><MarkingLine marking={answer.marking} /></p>
      </header>
      <div className="record-part members-frame">
        <Filters answer={answer} />
        {rows.length === 0 ? <p className="quiet"><Trans>No undertaking matches.</Trans> <button type="button" className="link" onClick={filterOut}><Trans>Take the filter out</Trans></button></p> : <DataTable label={t`Undertakings`} rows={rows} columns={columns} keyOf={({ id }) => id} open={({ id }) => void navigate({ to: "/$lang/undertakings/$id", params: { lang, id }, search: () => on })} />}
        {more.problem !== null && <Fault problem={more.problem} retry={more.fetchNext} />}
        {more.next !== null && <p className="list-more"><Trans>{integer(rows.length, lang)} of {integer(answer.total, lang)} are shown.</Trans> <button type="button" className="link screen-only" disabled={more.fetching} onClick={more.fetchNext}><Trans>Show more</Trans></button></p>}
      </div>
      <PrintMarking marking={answer.marking} asOf={answer.asOf} />
    </article>
  );
}

/** Words, state, member and line; each choice with how many there would be. */
function Filters({ answer }: { readonly answer: Answer }) {
  const lang = useLanguage();
  const { i18n, t } = useLingui();
  const address = useAddress();
  const may = useMay();
  const search: UndertakingSearch = useSearch({ strict: false });
  const choose = (change: UndertakingSearch) => address((old) => ({ ...old, ...change }), { replace: true });
  const choice = (state: UndertakingState | undefined) => address((old) => ({ ...old, state }), { replace: true });
  const all = answer.states.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="members-tools">
      <input className="input" type="search" aria-label={t`Words of it, a member, a meeting`} placeholder={t`Words of it, a member, a meeting`} value={search.q ?? ""} onChange={(event) => choose({ q: event.target.value })} />
      <select className="input" aria-label={t`By the member`} value={search.member ?? ""} onChange={(event) => choose({ member: event.target.value })}>
        <option value="">{t`every member`}</option>
        {answer.members.map(({ member, count }) => <option key={member.id} value={member.id ?? ""}>{member.name.text} · {integer(count, lang)}</option>)}
        {search.member !== undefined && !answer.members.some(({ member }) => member.id === search.member) && <option value={search.member}>{t`a member with none`}</option>}
      </select>
      <select className="input" aria-label={t`Line of effort`} value={search.line ?? ""} onChange={(event) => address((old) => ({ ...old, line: event.target.value }), { replace: true })}>
        <option value="">{t`every line`}</option>
        {answer.lines.map(({ line, count }) => <option key={line} value={line}>{i18n._(lineWords[line])} · {integer(count, lang)}</option>)}
      </select>
      <div className="answers" role="group" aria-label={t`How it stands`}>
        <button type="button" aria-pressed={search.state === undefined} onClick={() => choice(undefined)}><Trans>all {integer(all, lang)}</Trans></button>
        {answer.states.filter(({ state, count }) => count > 0 || search.state === state).map(({ state, count }) => <button key={state} type="button" aria-pressed={search.state === state} onClick={() => choice(state)}>{i18n._(undertakingStateWords[state])} {integer(count, lang)}</button>)}
      </div>
      {may.has("edit-record") && <Link className="link" to="/$lang/undertakings/new" params={{ lang }}><Trans>Enter an undertaking</Trans></Link>}
    </div>
  );
}

function useColumns(): readonly Column<UndertakingInList>[] {
  const lang = useLanguage();
  const { t } = useLingui();
  const address = useAddress();
  const search: UndertakingSearch = useSearch({ strict: false });
  const sorted = (key: UndertakingSort): NonNullable<Column<UndertakingInList>["sort"]> => {
    const now = (search.sort ?? "due") === key;
    return {
      now: !now ? "none" : search.order === "descending" ? "descending" : "ascending",
      choose: () => address((old) => ({ ...old, sort: key === "due" ? undefined : key, order: now && search.order !== "descending" ? "descending" : undefined }), { replace: true }),
    };
  };
  return [
    { key: "what", head: t`What`, sort: sorted("what"), cell: ({ id, what, line }) => <>{line.value !== null && <LineMark line={line.value} />} <Link className="link-plain" tabIndex={-1} to="/$lang/undertakings/$id" params={{ lang, id }}>{what.value === null ? <NotKnown /> : <bdi dir="auto">{what.value}</bdi>}</Link></> },
    { key: "who", head: t`Who`, sort: sorted("who"), cell: (one) => (one.byMembers.value !== null && one.byMembers.value.length > 0 ? <><RefList refs={one.byMembers.value} /> <FieldProof of={one.byMembers} label={t`By the members`} /></> : one.by.value === null ? <NotKnown /> : <><bdi dir="auto">{one.by.value}</bdi> <FieldProof of={one.by} label={t`By`} /></>) },
    { key: "due", head: t`Due`, sort: sorted("due"), cell: (one) => <>{one.due.value === null ? <NotKnown /> : edtfWords(one.due.value, lang)} <FieldProof of={one.due} label={t`Due`} record={one.id} field="due" /></> },
    { key: "state", head: t`How it stands`, sort: sorted("state"), cell: (one) => <UndertakingStateWords state={one.state} perhaps={one.perhaps} /> },
    { key: "amount", head: t`Amount`, sort: sorted("amount"), end: true, cell: (one) => (one.amount.value === null ? <></> : <>{statedAmount(one.amount.value.amount, one.amount.value.currency, lang)} <FieldProof of={one.amount} label={t`Amount`} /></>) },
    { key: "made", head: t`Made at`, sort: sorted("made"), cell: (one) => (one.meeting === null ? one.body === null ? <></> : <Named name={one.body.name} /> : <Link className="link-plain" to="/$lang/meetings/$id" params={{ lang, id: one.meeting.id }}><Named name={one.meeting.title} /></Link>) },
  ];
}
