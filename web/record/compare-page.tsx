import "./record.css";
import "./history.css";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useParams, useSearch } from "@tanstack/react-router";
import { asProblem } from "../api/problem.ts";
import { initiativeQuery, sessionQuery } from "../api/queries.ts";
import { comparedInitiativeQuery, comparedQuery } from "../api/record-queries.ts";
import { Fault } from "../parts/fault.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { useAddress } from "../parts/use-address.ts";
import { Waiting } from "../parts/waiting.tsx";
import { useLanguage } from "../words/use-language.ts";
import { BackTo } from "./back-to.tsx";
import { type CompareSearch, yearBefore } from "./compare-search.ts";
import { fieldRows, initiativeRows, stateRows } from "./compare-rows.tsx";
import { CompareTable } from "./compare-table.tsx";
import { RecordNamed } from "./record-named.tsx";

export type Days = { readonly from: string; readonly to: string; readonly time: "world" | "known" };

/** A record on two days: how things stood, or what was known here. The address says which days, and of which time. */
export function ComparePage() {
  const lang = useLanguage();
  const { kind, id } = useParams({ from: "/$lang/compare/$kind/$id" });
  const { from, to, time = "world" } = useSearch({ from: "/$lang/compare/$kind/$id" });
  const today = useQuery(sessionQuery(lang)).data?.today;
  if (today === undefined) return <div className="record"><Waiting lines={12} /></div>;
  const days: Days = { from: from ?? yearBefore(to ?? today), to: to ?? today, time };
  return kind === "initiative" ? <OfInitiative id={id} days={days} /> : <OfRecord kind={kind} id={id} days={days} />;
}

function OfRecord({ kind, id, days }: { readonly kind: string; readonly id: string; readonly days: Days }) {
  const lang = useLanguage();
  const answer = useQuery({ ...comparedQuery(lang, id, days), placeholderData: keepPreviousData });
  const { i18n } = useLingui();
  const seen = answer.data;
  const rows = seen === undefined ? [] : seen.time === "known" ? fieldRows(seen, i18n) : stateRows(seen, i18n);
  return <Compared kind={kind} id={id} name={seen?.record.name} days={days} answer={answer} rows={rows} marking={seen?.marking} />;
}

function OfInitiative({ id, days }: { readonly id: string; readonly days: Days }) {
  const lang = useLanguage();
  const { i18n } = useLingui();
  const answer = useQuery({ ...comparedInitiativeQuery(lang, id, days), placeholderData: keepPreviousData });
  const title = useQuery(initiativeQuery(lang, id, {})).data?.title.value ?? undefined;
  return <Compared kind="initiative" id={id} name={title} days={days} answer={answer} rows={answer.data === undefined ? [] : initiativeRows(answer.data, i18n)} marking={answer.data?.marking} />;
}

type Props = {
  readonly kind: string; readonly id: string; readonly name: Parameters<typeof BackTo>[0]["name"]; readonly days: Days;
  readonly answer: { readonly isPending: boolean; readonly isError: boolean; readonly error: Error | null; readonly refetch: () => unknown };
  readonly rows: ReturnType<typeof fieldRows>; readonly marking: Parameters<typeof MarkingLine>[0]["marking"] | undefined;
};

function Compared({ kind, id, name, days, answer, rows, marking }: Props) {
  const differing = rows.filter((row) => row.differs).length;
  return (
    <article className="record history-page compare-page">
      <header>
        <p className="record-kind"><BackTo kind={kind} id={id} name={name} /></p>
        <h1 className="sentence">{name === undefined ? <Trans>Two days beside each other</Trans> : <Trans><b><RecordNamed name={name} /></b> on two days</Trans>}</h1>
        {marking && <p className="record-marking"><MarkingLine marking={marking} /></p>}
      </header>
      <DaysForm days={days} />
      {answer.isError ? <Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /> : answer.isPending ? <Waiting lines={10} /> : (
        <>
          <p role="status"><b><Plural value={differing} _0="Nothing differs between the two days." one="# thing differs." other="# things differ." /></b></p>
          {rows.length > 0 && <CompareTable rows={rows} from={days.from} to={days.to} />}
        </>
      )}
    </article>
  );
}

function DaysForm({ days }: { readonly days: Days }) {
  const address = useAddress();
  const { t } = useLingui();
  const go = (change: CompareSearch) => address((old) => ({ ...old, ...days, ...change }), { replace: true });
  const day = (which: "from" | "to", label: string) => <label className="field"><span className="label">{label}</span><input className="input" type="date" required max="9999-12-31" defaultValue={days[which]} key={days[which]} onChange={({ target }) => target.validity.valid && target.value !== "" && go({ [which]: target.value })} /></label>;
  return (
    <form className="compare-days-form" onSubmit={(event) => event.preventDefault()}>
      {day("from", t`One day`)}
      {day("to", t`The other day`)}
      <fieldset>
        <legend className="label"><Trans>What is compared</Trans></legend>
        <label><input type="radio" name="time" checked={days.time === "world"} onChange={() => go({ time: "world" })} /> <b>{t`How things stood`}</b> <span className="small quiet">{t`on each day, by all that is known today`}</span></label>
        <label><input type="radio" name="time" checked={days.time === "known"} onChange={() => go({ time: "known" })} /> <b>{t`What was known here`}</b> <span className="small quiet">{t`by the end of each day, whatever day it is about`}</span></label>
      </fieldset>
    </form>
  );
}
