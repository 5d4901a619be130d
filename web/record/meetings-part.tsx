import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import type { BodyPage, MeetingItem } from "../api/record-types.ts";
import { countryName } from "../claims/claim-value-words.tsx";
import { FieldProof } from "../claims/field-proof.tsx";
import { Named } from "../parts/named.tsx";
import { NotKnown } from "../parts/money.tsx";
import { moveInRows } from "../parts/rows.ts";
import { edtfWords } from "../words/edtf-words.ts";
import { useLanguage } from "../words/use-language.ts";
import { codeWords, formatWords, levelWords } from "./codes.ts";
import { useMay } from "./use-as-of.ts";

/** The meetings as a chain, the latest first. A line joins two where sources say which followed which; a broken one where only the dates put them in order. */
export function MeetingsPart({ body }: { readonly body: BodyPage }) {
  const lang = useLanguage();
  const may = useMay();
  const meetings = body.meetings.toReversed();
  return (
    <section className="record-part" id="meetings" aria-labelledby="meetings-head">
      <div className="part-head">
        <h2 id="meetings-head"><Trans>Meetings</Trans></h2>
        {may.has("edit-record") && body.mayEdit && <Link className="link small" to="/$lang/meetings/new" params={{ lang }} search={{ body: body.id }}><Trans>Enter a meeting</Trans></Link>}
      </div>
      {meetings.length === 0 ? <p className="record-empty"><Trans>No source speaks of a meeting of this body.</Trans></p> : <ol className="chain" onKeyDown={moveInRows}>{meetings.map((meeting, i) => <ChainItem key={meeting.id} meeting={meeting} earlier={meetings[i + 1]} />)}</ol>}
    </section>
  );
}

function ChainItem({ meeting, earlier }: { readonly meeting: MeetingItem; readonly earlier: MeetingItem | undefined }) {
  const lang = useLanguage();
  const { i18n, t } = useLingui();
  const { held, date } = meeting;
  const link = earlier === undefined ? undefined : meeting.follows === earlier.id ? (meeting.followsState === "differ" ? "differ" : "stated") : meeting.followsState === "differ" ? "differ" : "date";
  const says: readonly ReactNode[] = [
    meeting.level.value && codeWords(levelWords, meeting.level.value, i18n),
    meeting.place.value && !meeting.title.text.includes(meeting.place.value.text) && <Named key="place" name={meeting.place.value} />,
    meeting.country.value && countryName(meeting.country.value, lang),
    meeting.format.value && meeting.format.value !== "in-person" && codeWords(formatWords, meeting.format.value, i18n),
    meeting.undertakings > 0 && <Plural key="undertakings" value={meeting.undertakings} one="# undertaking" other="# undertakings" />,
    meeting.followsState === "differ" && <span key="order" className="warm"><Trans>sources differ on its order</Trans> <FieldProof of={{ state: "differ", sources: 2, claimsHref: `/api/claims?record=${meeting.id}&field=follows` }} label={t`${meeting.title.text}: follows`} /></span>,
  ].filter((part) => part !== null && part !== false && part !== "");
  return (
    <li data-link={link} data-later={held === "no" ? "" : undefined}>
      <svg className="chain-dot" viewBox="0 0 12 12" data-held={held} role="img" aria-label={held === "yes" ? t`held` : held === "no" ? t`to come` : t`whether it was held by then is not settled`}><circle cx="6" cy="6" r="5" /></svg>
      <p className="chain-title">
        <Link className="link-plain" data-row to="/$lang/meetings/$id" params={{ lang, id: meeting.id }}><b><Named name={meeting.title} /></b></Link>
        <span className="figures">{date.value === null ? <NotKnown /> : edtfWords(date.value, lang)} <FieldProof of={date} label={t`Date of ${meeting.title.text}`} record={meeting.id} field="date" /></span>
      </p>
      {says.length > 0 && <p className="row-sub">{says.map((part, i) => <Fragment key={i}>{i > 0 && " · "}{part}</Fragment>)}</p>}
    </li>
  );
}
