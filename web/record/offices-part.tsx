import { Trans, useLingui } from "@lingui/react/macro";
import type { BodyPage, OfficeHeld } from "../api/record-types.ts";
import { RefLink } from "../claims/claim-value-words.tsx";
import { FieldProof } from "../claims/field-proof.tsx";
import { Timeline } from "../parts/timeline.tsx";
import { codeWords, officeWords } from "./codes.ts";
import { edtfBounds } from "./edtf-bounds.ts";
import { axisAround, isoOf, MeetingAxis } from "./meeting-axis.tsx";

/** Who held which office when, and under it the meetings on the same axis. */
export function OfficesPart({ body }: { readonly body: BodyPage }) {
  const { i18n, t } = useLingui();
  const { offices, meetings, asOf } = body;
  const axis = axisAround([
    ...offices.flatMap(({ held: { from, to } }) => [from.notBefore ?? from.notAfter, to.notAfter]),
    ...meetings.flatMap(({ date }) => { const bounds = date.value === null ? null : edtfBounds(date.value); return bounds === null ? [] : [isoOf(bounds.first), isoOf(bounds.last)]; }),
  ], asOf);
  const kinds = new Set(offices.map(({ office }) => office));
  const only = kinds.size === 1 ? offices[0]?.office : undefined;
  return (
    <section className="record-part body-time" id="offices" aria-labelledby="offices-head">
      <div className="part-head"><h2 id="offices-head">{only === "co-chair" ? <Trans>Co-chairs</Trans> : only === "co-lead" ? <Trans>Co-leads</Trans> : offices.length > 0 ? <Trans>Offices</Trans> : <Trans>Meetings along time</Trans>}</h2></div>
      {offices.length > 0 ? (
        <Timeline
          label={t`Offices`}
          from={axis.from}
          to={axis.to}
          now={asOf}
          rows={offices.toSorted(bySince).map((office) => ({
            key: office.id,
            label: office.holder.name.text,
            name: <><span><RefLink to={office.holder} /> <OfficeProof office={office} /></span>{only === undefined && <span className="quiet">{codeWords(officeWords, office.office, i18n)}</span>}</>,
            held: [office.held],
          }))}
        />
      ) : meetings.length === 0 && <p className="record-empty"><Trans>No source names an office of this body.</Trans></p>}
      {meetings.length > 0 && <div className="axis-row"><div className="axis-name">{offices.length > 0 && <a className="link-plain" href="#meetings"><Trans>Meetings</Trans></a>}</div><MeetingAxis meetings={meetings.map((meeting) => ({ ...meeting, date: meeting.date.value }))} from={axis.from} to={axis.to} now={asOf} /></div>}
    </section>
  );
}

/** The end that is least sure says most: the proof of an end that was stated, else of the beginning. */
function OfficeProof({ office }: { readonly office: OfficeHeld }) {
  const { t } = useLingui();
  const { from, to } = office.held;
  const holder = office.holder.name.text;
  return <><FieldProof of={from.proof} label={t`${holder}: in office from`} record={office.id} field="from" />{to.proof.claimsHref !== null && <FieldProof of={to.proof} label={t`${holder}: in office until`} record={office.id} field="to" />}</>;
}

const since = ({ held }: OfficeHeld) => held.from.notBefore ?? held.from.notAfter ?? "9999";
const bySince = (a: OfficeHeld, b: OfficeHeld) => (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : a.holder.name.text.localeCompare(b.holder.name.text));
