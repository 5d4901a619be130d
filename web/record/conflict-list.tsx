import "./record.css";
import "./conflicts.css";
import { useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { asProblem } from "../api/problem.ts";
import { conflictsQuery } from "../api/record-queries.ts";
import type { Conflict } from "../api/record-types.ts";
import { ClaimPanel } from "../claims/claim-panel.tsx";
import { ClaimValueWords, RefList } from "../claims/claim-value-words.tsx";
import { useMorePages } from "../initiatives/use-more-pages.ts";
import { Empty } from "../parts/empty.tsx";
import { Fault } from "../parts/fault.tsx";
import { ProofGlyph } from "../parts/proof-glyph.tsx";
import { moveInRows } from "../parts/rows.ts";
import { MarkingLine } from "../parts/tlp.tsx";
import { useAddress } from "../parts/use-address.ts";
import { usePhone } from "../parts/use-phone.ts";
import { Waiting } from "../parts/waiting.tsx";
import { useLanguage } from "../words/use-language.ts";
import { codeWords, fieldWords, recordKindWords } from "./codes.ts";
import { RecordNamed } from "./record-named.tsx";

export type ConflictsSearch = { readonly decided?: "yes" | "no" };

/** Facts on which sources differ: the list at the side, and beside it what each says, to be decided without leaving the list. */
export function ConflictList() {
  const lang = useLanguage();
  const { decided } = useSearch({ from: "/$lang/conflicts" });
  const address = useAddress();
  const phone = usePhone();
  const query = { decided, limit: 100 };
  const answer = useQuery(conflictsQuery(lang, query));
  const list = answer.data;
  const more = useMorePages<Conflict>("/api/conflicts", query, list?.next ?? null);
  const [opened, setOpened] = useState<string | null>(null);
  if (answer.isError && list === undefined) return <section className="plain-page"><h1 className="sentence"><Trans>The conflicts could not be fetched.</Trans></h1><Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /></section>;
  if (list === undefined) return <div className="record"><Waiting lines={14} /></div>;
  const items = [...list.items, ...more.items];
  const now = items.find(({ claimsHref }) => claimsHref === opened) ?? (phone ? undefined : items[0]);
  const open = <b><Plural value={list.undecided} one="# fact" other="# facts" /></b>;
  return (
    <article className="record conflicts">
      <header>
        <p className="record-kind"><Link className="link-plain" to="/$lang/record" params={{ lang }}><Trans>Record</Trans></Link></p>
        <h1 className="sentence">{list.undecided === 0 ? <Trans>Wherever sources differ, somebody has decided what is shown.</Trans> : <Trans>Sources differ on {open} that nobody has decided.</Trans>}</h1>
        <p className="record-marking"><MarkingLine marking={list.marking} /></p>
      </header>
      <div className="answers conflicts-filter" role="group">
        {([undefined, "no", "yes"] as const).map((one) => <button key={one ?? "all"} type="button" aria-pressed={decided === one} onClick={() => address((old) => ({ ...old, decided: one }), { replace: true })}>{one === undefined ? <Trans>all</Trans> : one === "no" ? <Trans>waiting for a decision</Trans> : <Trans>decided</Trans>}</button>)}
      </div>
      {items.length === 0 ? <Empty said={<Trans>Nothing here: the sources that are on record agree.</Trans>} /> : (
        <div className="conflicts-panes">
          <ul className="conflicts-list" onKeyDown={moveInRows}>
            {items.map((conflict) => (
              <li key={conflict.claimsHref} data-now={conflict === now ? "" : undefined}>
                <ConflictRow conflict={conflict} now={conflict === now} open={() => setOpened(phone && conflict === now ? null : conflict.claimsHref)} />
                {phone && conflict === now && <ClaimPanel href={conflict.claimsHref} label={codeLabel(conflict)} />}
              </li>
            ))}
            {more.next !== null && <li className="list-more"><button type="button" className="button" disabled={more.fetching} onClick={more.fetchNext}><Trans>More</Trans></button></li>}
          </ul>
          {!phone && now && <div className="conflicts-detail"><p className="quiet"><RecordName conflict={now} /></p><ConflictPanel key={now.claimsHref} conflict={now} /></div>}
        </div>
      )}
    </article>
  );
}

const codeLabel = (conflict: Conflict) => conflict.record.name.text;

function ConflictPanel({ conflict }: { readonly conflict: Conflict }) {
  const { i18n } = useLingui();
  return <ClaimPanel href={conflict.claimsHref} label={codeWords(fieldWords, conflict.field, i18n)} />;
}

function ConflictRow({ conflict, now, open }: { readonly conflict: Conflict; readonly now: boolean; readonly open: () => void }) {
  const { i18n, t } = useLingui();
  const { record, field, sides, decision } = conflict;
  return (
    <button type="button" className="conflict-row" data-row aria-expanded={now} onClick={open}>
      <span className="conflict-head"><b><RecordNamed name={record.name} /></b> <span className="quiet">{codeWords(fieldWords, field, i18n)}</span> <span className="proof-glyph" data-state={decision === null ? "differ" : "decided"} role="img" aria-label={decision === null ? t`waiting for a decision` : t`decided`}><ProofGlyph state={decision === null ? "differ" : "decided"} /></span></span>
      <span className="conflict-sides">{sides.map((side, i) => <span key={i} data-shown={side.shown ? "" : undefined}><PlainValue kind={record.kind} field={field} side={side} /> <span className="quiet">· <Plural value={side.sources.length} one="# source" other="# sources" /></span></span>)}</span>
      {conflict.newSince > 0 && <span className="warm small"><Plural value={conflict.newSince} one="# claim came after the decision" other="# claims came after the decision" /></span>}
    </button>
  );
}

/** Inside a button nothing may be a link: references are named only. */
function PlainValue({ kind, field, side }: { readonly kind: string; readonly field: string; readonly side: Conflict["sides"][number] }) {
  return side.value.refs.length > 0 ? <RefList refs={side.value.refs} plain /> : side.value.type === "url" ? <bdi>{side.value.text}</bdi> : <ClaimValueWords kind={kind} field={field} value={side.value} />;
}

function RecordName({ conflict: { record } }: { readonly conflict: Conflict }) {
  const lang = useLanguage();
  const { i18n } = useLingui();
  const name = <RecordNamed name={record.name} />;
  const kind = codeWords(recordKindWords, record.kind, i18n);
  const { id } = record;
  if (record.kind === "meeting") return <>{kind} · <Link className="link" to="/$lang/meetings/$id" params={{ lang, id }}>{name}</Link></>;
  if (record.kind === "body") return <>{kind} · <Link className="link" to="/$lang/bodies/$id" params={{ lang, id }}>{name}</Link></>;
  if (record.kind === "member") return <>{kind} · <Link className="link" to="/$lang/members/$id" params={{ lang, id }}>{name}</Link></>;
  return <>{kind} · {name}</>;
}
