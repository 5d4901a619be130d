import { useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { present } from "../address.ts";
import { sessionQuery } from "../api/queries.ts";
import { bodyQuery, recordQuery } from "../api/record-queries.ts";
import type { BodyPage } from "../api/record-types.ts";
import type { Coalition } from "../api/types.ts";
import { FieldProof } from "../claims/field-proof.tsx";
import { Named } from "../parts/named.tsx";
import { edtfWords } from "../words/edtf-words.ts";
import { useLanguage } from "../words/use-language.ts";

const latest = 4;

/** What happened last, and what waits for somebody: the two questions of a morning. Nothing of it is said until it is known. */
export function Lately({ coalition }: { readonly coalition: Coalition }) {
  const lang = useLanguage();
  const on = present({ asOf: useSearch({ from: "/$lang" }).asOf });
  const focus = useQuery(bodyQuery(lang, coalition.focus.id, on)).data;
  const root = useQuery(bodyQuery(lang, coalition.root.id, on)).data;
  // whoever is signed in has their own count above: what they may decide, of all kinds
  const signedIn = useQuery(sessionQuery(lang)).data?.viewer.kind === "account";
  const conflicts = useQuery(recordQuery(lang, on)).data?.counts.conflicts;
  if (focus === undefined || root === undefined || conflicts === undefined) return null;
  const held = focus.meetings.filter((meeting) => meeting.held !== "no").slice(-latest).toReversed();
  const next = focus.meetings.filter((meeting) => meeting.held === "no" && meeting.date.value !== null && meeting.date.value.slice(0, 10) >= focus.asOf)[0];
  const bodies = focus.id === root.id ? [focus] : [focus, root];
  const waits: readonly ReactNode[] = [
    conflicts > 0 && !signedIn && <Link key="conflicts" className="link-plain" to="/$lang/conflicts" params={{ lang }} search={{ decided: "no" }}><Plural value={conflicts} one="# fact on which sources differ" other="# facts on which sources differ" /></Link>,
    ...bodies.filter((body) => body.sentence.overdue > 0).map((body) => <Overdue key={body.id} body={body} />),
  ].filter((part) => part !== false);
  return (
    <div className="lately">
      {next !== undefined && <section aria-labelledby="next-head"><h2 id="next-head"><Trans>The next meeting</Trans></h2><ul className="lately-rows"><MeetingRow meeting={next} /></ul></section>}
      {held.length > 0 && <section aria-labelledby="held-head"><h2 id="held-head"><Trans>Its last meetings</Trans></h2><ul className="lately-rows">{held.map((meeting) => <MeetingRow key={meeting.id} meeting={meeting} />)}</ul></section>}
      {waits.length > 0 && <section aria-labelledby="somebody-head"><h2 id="somebody-head"><Trans>What waits for somebody</Trans></h2><ul className="lately-rows">{waits.map((part, i) => <li key={i}>{part}</li>)}</ul></section>}
    </div>
  );
}

function MeetingRow({ meeting: { id, title, date } }: { readonly meeting: BodyPage["meetings"][number] }) {
  const lang = useLanguage();
  const { t } = useLingui();
  return <li><Link className="link-plain" to="/$lang/meetings/$id" params={{ lang, id }}><Named name={title} /></Link>{date.value !== null && <span className="quiet figures">{edtfWords(date.value, lang)} <FieldProof of={date} label={t`Date of ${title.text}`} record={id} field="date" /></span>}</li>;
}

function Overdue({ body }: { readonly body: BodyPage }) {
  const lang = useLanguage();
  const name = body.name.value;
  return <><Link className="link-plain" to="/$lang/bodies/$id" params={{ lang, id: body.id }} hash="undertakings"><Plural value={body.sentence.overdue} one="# undertaking past its date" other="# undertakings past their date" /></Link>{name !== null && <span className="quiet"><Named name={name} /></span>}</>;
}
