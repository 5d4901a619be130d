import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { TextItem } from "../api/record-types.ts";
import { FieldProof } from "../claims/field-proof.tsx";
import { Named } from "../parts/named.tsx";
import { edtfWords } from "../words/edtf-words.ts";
import { localeOf } from "../words/language.ts";
import { useLanguage } from "../words/use-language.ts";
import { codeWords, textKindWords } from "./codes.ts";

/** Statements, plans, agendas: with their kind, day and languages, each a way to where it stands. */
export function TextsList({ texts, laterMeetings, withMeeting = true }: { readonly texts: readonly TextItem[]; /** meetings that had not been held on the day the page stands on */ readonly laterMeetings?: ReadonlySet<string>; readonly withMeeting?: boolean }) {
  const lang = useLanguage();
  const { i18n, t } = useLingui();
  const tongues = new Intl.DisplayNames(localeOf[lang], { type: "language" });
  return (
    <ul className="rows">
      {texts.map((text) => {
        const title = text.title.value === null ? <>{t`Without a title`}</> : <Named name={text.title.value} />;
        const later = text.meeting !== null && laterMeetings?.has(text.meeting.id) === true;
        return (
          <li key={text.id} data-later={later ? "" : undefined}>
            <p className="row-main">
              <span><Link className="link-plain" to="/$lang/texts/$id" params={{ lang, id: text.id }}>{title}</Link> <FieldProof of={text.title} label={t`Title`} record={text.id} field="title" /></span>
              {text.issued.value !== null && <span className="small figures">{edtfWords(text.issued.value, lang)} <FieldProof of={text.issued} label={t`Issued`} /></span>}
            </p>
            <p className="row-sub">
              {later && <><b><Trans>after that day</Trans></b> · </>}
              {text.kind.value !== null && codeWords(textKindWords, text.kind.value, i18n)}
              {text.languages.length > 0 && <> · {text.languages.map((code) => tongues.of(code) ?? code).join(t`, `)}</>}
              {withMeeting && text.meeting !== null && <> · <Link className="link-plain" to="/$lang/meetings/$id" params={{ lang, id: text.meeting.id }}><Named name={text.meeting.title} /></Link></>}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
