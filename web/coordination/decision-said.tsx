import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { FindingChange, GapDecision, PairDecision } from "../api/types.ts";
import { Listed } from "../parts/listed.tsx";
import { Usd } from "../parts/money.tsx";
import { Named } from "../parts/named.tsx";
import { instant } from "../words/dates.ts";
import { edtfWords } from "../words/edtf-words.ts";
import { useLanguage } from "../words/use-language.ts";

export type Outcome = PairDecision["outcome"] | GapDecision["outcome"];
export type Decision = PairDecision | GapDecision;

/** What was decided, as said of it afterwards. */
export const outcomeWords: Readonly<Record<Outcome, MessageDescriptor>> = {
  "one-initiative": msg`One initiative`,
  coordinate: msg`To be coordinated`,
  complementary: msg`Complementary`,
  dismissed: msg`Dismissed`,
  "taken-up": msg`Taken up`,
  requested: msg`Requested`,
  accepted: msg`Accepted for now`,
};

const changeWords: Readonly<Record<FindingChange["kind"], MessageDescriptor>> = {
  "newer-version": msg`a report says something else now`,
  "report-gone": msg`a report is no longer published`,
  "new-report": msg`a new report came in`,
  "need-gone": msg`a need was taken back`,
  "new-need": msg`a new need was entered`,
  "new-statement": msg`a statement that there is no work came or went`,
  violence: msg`the violence there rose or fell`,
};
const fieldWords: Readonly<Record<FindingChange["fields"][number], MessageDescriptor>> = {
  status: msg`status`, months: msg`months`, countries: msg`countries`, areas: msg`areas`, lines: msg`lines of effort`, groups: msg`people`, implementers: msg`implementers`, funders: msg`funders`, money: msg`money`,
};

/** What changed since a decision, in words. */
export function Changes({ changes }: { readonly changes: Decision["changes"] }) {
  const { i18n } = useLingui();
  return <Listed items={changes.map((c, i) => <span key={i}>{i18n._(changeWords[c.kind])}{c.fields.length > 0 && <> ({c.fields.map((f) => i18n._(fieldWords[f])).join(", ")})</>}</span>)} />;
}

/** One decision: what, by whom, when, why; and, where it no longer holds, what changed and which figure it was made on. */
export function DecisionSaid({ decision: d, now }: { readonly decision: Decision; /** the figure of today, USD; absent: not compared */ readonly now?: number | null }) {
  const language = useLanguage();
  const { i18n } = useLingui();
  const then = "contestedUsd" in d.about ? d.about.contestedUsd : d.about.gapUsd;
  return (
    <>
      <span><b>{i18n._(outcomeWords[d.outcome])}</b> <span className="quiet">· <Named name={d.by} />, {instant(d.at, language)}{d.reason !== null && <> · <bdi>{d.reason}</bdi></>}
        {d.lead !== null && <> · {d.outcome === "requested" ? <Trans>asked of <Named name={d.lead.name} /></Trans> : d.outcome === "taken-up" ? <Trans>taken up by <Named name={d.lead.name} /></Trans> : <Trans>led by <Named name={d.lead.name} /></Trans>}</>}
        {d.meeting !== null && <> · <Named name={d.meeting.name} /></>}{d.amountUsd !== null && <> · <Usd usd={d.amountUsd} /></>}{d.due !== null && <> · <Trans>until {edtfWords(d.due, language)}</Trans></>}
        {d.undertaking !== null && <> · <Link className="link" to="/$lang/undertakings/$id" params={{ lang: language, id: d.undertaking }}><Trans>its undertaking</Trans></Link></>}
        {d.withdrawn !== null && <> · <Trans>taken back by <Named name={d.withdrawn.by} />, {instant(d.withdrawn.at, language)}</Trans></>}</span></span>
      {!d.holds && <span className="warm small"><Trans>Changed since:</Trans> <Changes changes={d.changes} />{now !== undefined && <> · <Trans>then {<Usd usd={then} />}, now {<Usd usd={now} />}</Trans></>}</span>}
    </>
  );
}
