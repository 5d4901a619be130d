import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import type { UndertakingItem } from "../api/record-types.ts";
import { RefList } from "../claims/claim-value-words.tsx";
import { FieldProof } from "../claims/field-proof.tsx";
import { LineMark, lineWords } from "../parts/line-mark.tsx";
import { Named } from "../parts/named.tsx";
import { edtfWords } from "../words/edtf-words.ts";
import { statedAmount } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { codeWords, undertakingKindWords } from "./codes.ts";
import { Quote } from "./quote.tsx";
import { UndertakingStateWords } from "./undertaking-state-words.tsx";

type Props = { readonly undertakings: readonly UndertakingItem[]; /** meetings that had not been held on the day the page stands on */ readonly laterMeetings?: ReadonlySet<string>; readonly withMeeting?: boolean; readonly withQuotes?: boolean };

/** Who promised what, by when, how much; what is past its date and not reported as kept is marked. What was not yet promised on that day stands last and says so. */
export function UndertakingsList({ undertakings, laterMeetings = none, withMeeting = true, withQuotes = false }: Props) {
  const isLater = ({ meeting }: UndertakingItem) => meeting !== null && laterMeetings.has(meeting.id);
  return <ul className="rows">{undertakings.toSorted((a, b) => Number(isLater(a)) - Number(isLater(b))).map((one) => <Row key={one.id} undertaking={one} later={isLater(one)} withMeeting={withMeeting} withQuotes={withQuotes} />)}</ul>;
}

const none: ReadonlySet<string> = new Set();

function Row({ undertaking, later, withMeeting, withQuotes }: { readonly undertaking: UndertakingItem; readonly later: boolean; readonly withMeeting: boolean; readonly withQuotes: boolean }) {
  const lang = useLanguage();
  const { i18n, t } = useLingui();
  const { id, what, by, byMembers, line, kind, amount, due, meeting, overdue } = undertaking;
  const says: readonly ReactNode[] = [
    later && <b><Trans>after that day</Trans></b>,
    !later && <UndertakingStateWords state={undertaking.state} perhaps={undertaking.perhaps} />,
    due.value !== null && <><Trans>by {edtfWords(due.value, lang)}</Trans> <FieldProof of={due} label={t`Due`} /></>,
    byMembers.value !== null && byMembers.value.length > 0 ? <><RefList refs={byMembers.value} /> <FieldProof of={byMembers} label={t`By the members`} /></> : by.value !== null && <><bdi>{by.value}</bdi> <FieldProof of={by} label={t`By`} /></>,
    kind.value !== null && codeWords(undertakingKindWords, kind.value, i18n),
    line.value !== null && i18n._(lineWords[line.value]),
    withMeeting && meeting !== null && <Link className="link-plain" to="/$lang/meetings/$id" params={{ lang, id: meeting.id }}><Named name={meeting.title} /></Link>,
  ].filter((part) => part !== false && part !== null);
  return (
    <li data-overdue={overdue && !later ? "" : undefined} data-later={later ? "" : undefined}>
      <p className="row-main">
        <span>{line.value !== null && <LineMark line={line.value} />}<Link className="link-plain" to="/$lang/undertakings/$id" params={{ lang, id }}><bdi dir="auto">{what.value ?? t`not known`}</bdi></Link> <FieldProof of={what} label={t`What was undertaken`} record={id} field="what" /></span>
        {amount.value !== null && <span className="figures"><b>{statedAmount(amount.value.amount, amount.value.currency, lang)}</b> <FieldProof of={amount} label={t`Amount`} /></span>}
      </p>
      {withQuotes && what.claimsHref !== null && <Quote href={what.claimsHref} />}
      <p className="row-sub">{says.map((part, i) => <Fragment key={i}>{i > 0 && " · "}{part}</Fragment>)}</p>
    </li>
  );
}
