import "../record/record.css";
import { useQuery } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { textQuery } from "../api/record-queries.ts";
import type { TextPage as Text } from "../api/record-types.ts";
import { RefLink } from "../claims/claim-value-words.tsx";
import { FieldProof } from "../claims/field-proof.tsx";
import { Named } from "../parts/named.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { codeWords, textKindWords } from "../record/codes.ts";
import { EnterFacts } from "../record/enter-facts.tsx";
import { PageActs } from "../record/page-acts.tsx";
import { FactRow } from "../record/proofed-words.tsx";
import { RecordFault } from "../record/record-fault.tsx";
import { ToldList } from "../record/told-list.tsx";
import { textStateWords } from "../record/undertaking-state-words.tsx";
import { UndertakingsList } from "../record/undertakings-list.tsx";
import { useAsOf, useMay } from "../record/use-as-of.ts";
import { longDay } from "../words/dates.ts";
import { edtfWords } from "../words/edtf-words.ts";
import { localeOf } from "../words/language.ts";
import { useLanguage } from "../words/use-language.ts";

/** One text: its titles, which source holds it in which language, and the undertakings that stand in it with their sentence. */
export function TextPage() {
  const { id } = useParams({ from: "/$lang/texts/$id" });
  const answer = useQuery(textQuery(useLanguage(), id, useAsOf().on));
  if (answer.isPending) return <div className="record"><Waiting lines={12} /></div>;
  if (answer.isError) return <RecordFault said={<Trans>This text could not be fetched.</Trans>} error={answer.error} again={() => void answer.refetch()} />;
  return <Page text={answer.data} />;
}

function Page({ text }: { readonly text: Text }) {
  const lang = useLanguage();
  const { i18n, t } = useLingui();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const tongues = new Intl.DisplayNames(localeOf[lang], { type: "language" });
  const { id, meeting, body } = text;
  const state = <b>{i18n._(textStateWords[text.state])}</b>;
  const date = (value: string) => edtfWords(value, lang);
  return (
    <article className="record printed">
      <header className="record-head">
        <div>
          <p className="record-kind"><Link className="link-plain" to="/$lang/texts" params={{ lang }}><Trans>Texts</Trans></Link>{body !== null && <> · <RefLink to={body} /></>}{meeting !== null && <> · <Link className="link-plain" to="/$lang/meetings/$id" params={{ lang, id: meeting.id }}><Named name={meeting.title} /></Link></>}</p>
          <h1 className="record-name">{text.title.value === null ? <Trans>Without a title</Trans> : <Named name={text.title.value} />} <FieldProof of={text.title} label={t`Title`} record={id} field="title" /></h1>
          <p className="sentence"><Trans>On {longDay(text.asOf, lang)}: {state}.</Trans></p>
          <p className="record-marking"><MarkingLine marking={text.marking} why={{ kind: "record", id: text.id }} /></p>
        </div>
        <dl className="record-facts">
          <FactRow name={t`Kind`} of={text.kind} label={t`Kind`} record={id} field="kind">{(kind) => codeWords(textKindWords, kind, i18n)}</FactRow>
          <FactRow name={t`Issued`} of={text.issued} label={t`Issued`} record={id} field="issued">{date}</FactRow>
          <FactRow name={t`Adopted`} of={text.adopted} label={t`Adopted`} record={id} field="adopted">{date}</FactRow>
          <FactRow name={t`Ended`} of={text.ended} label={t`Ended`} record={id} field="ended">{date}</FactRow>
          <FactRow name={t`Address`} of={text.url} label={t`Address`} record={id} field="url">{(url) => <a className="link claim-url" href={url} rel="noreferrer" target="_blank"><bdi dir="ltr">{url}</bdi></a>}</FactRow>
          {text.titles.filter(({ value }) => value !== null && value.language !== text.title.value?.language).map((title) => <FactRow key={title.value?.language} name={t`Title, ${tongues.of(title.value?.language ?? "und") ?? ""}`} of={title} label={t`Title`} record={id} field="title">{(value) => <Named name={value} />}</FactRow>)}
        </dl>
      </header>
      <section className="record-part" aria-labelledby="versions-head">
        <h2 id="versions-head"><Trans>Versions</Trans></h2>
        {text.versions.length === 0 ? <p className="record-empty"><Trans>No source on record is said to be the text itself.</Trans></p> : <ToldList told={text.versions} label={t`Version`} withLanguage />}
        {adding ? <EnterFacts kind="text" fields={["version", "title", "adopted"]} to={{ path: `/api/records/${id}/facts`, body: {} }} labels={{ version: t`What this version is, for example: as adopted`, title: t`Its title in that language` }} done={() => setAdding(false)} leave={() => setAdding(false)} /> : may.has("edit-record") && text.mayEdit && <p className="screen-only"><button type="button" className="button" onClick={() => setAdding(true)}><Trans>Add a version</Trans></button></p>}
      </section>
      <section className="record-part" aria-labelledby="promised-head">
        <h2 id="promised-head"><Trans>Undertakings in it</Trans></h2>
        {text.undertakings.length === 0 ? <p className="record-empty"><Trans>No source says which undertakings stand in it.</Trans></p> : <UndertakingsList undertakings={text.undertakings} withMeeting={false} withQuotes />}
      </section>
      {text.ofItsMeeting.length > 0 && <section className="record-part" aria-labelledby="loose-head"><h2 id="loose-head"><Trans>Made at its meeting, in which text no source says</Trans></h2><UndertakingsList undertakings={text.ofItsMeeting} withMeeting={false} /></section>}
      <PageActs kind="text" id={id} asOf={text.asOf} marking={text.marking}>
        {may.has("edit-record") && body?.id != null && <Link className="link" to="/$lang/undertakings/new" params={{ lang }} search={{ body: body.id, ...(meeting === null ? {} : { meeting: meeting.id }) }}><Trans>Enter an undertaking</Trans></Link>}
      </PageActs>
    </article>
  );
}
