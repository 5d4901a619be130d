import "../record/record.css";
import { useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { textsQuery } from "../api/record-queries.ts";
import type { TextList as Texts } from "../api/record-types.ts";
import { FieldProof } from "../claims/field-proof.tsx";
import { type Column, DataTable } from "../parts/data-table.tsx";
import { Named } from "../parts/named.tsx";
import { NotKnown } from "../parts/money.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { useAddress } from "../parts/use-address.ts";
import { Waiting } from "../parts/waiting.tsx";
import { codeWords, textKindWords } from "../record/codes.ts";
import { PrintMarking } from "../record/print-marking.tsx";
import { RecordFault } from "../record/record-fault.tsx";
import { textStateWords } from "../record/undertaking-state-words.tsx";
import { useAsOf, useMay } from "../record/use-as-of.ts";
import { edtfWords } from "../words/edtf-words.ts";
import { localeOf } from "../words/language.ts";
import { plain } from "../words/plain.ts";
import { useLanguage } from "../words/use-language.ts";

type Row = Texts["items"][number];

/** Every text with its kind, day, languages and how it stands on the day. */
export function TextList() {
  const lang = useLanguage();
  const { i18n, t } = useLingui();
  const { on } = useAsOf();
  const may = useMay();
  const navigate = useNavigate();
  const address = useAddress();
  const search: { readonly q?: string } = useSearch({ strict: false });
  const answer = useQuery(textsQuery(lang, on));
  if (answer.isPending) return <div className="record"><Waiting lines={12} /></div>;
  if (answer.isError) return <RecordFault said={<Trans>The texts could not be fetched.</Trans>} error={answer.error} again={() => void answer.refetch()} />;
  const tongues = new Intl.DisplayNames(localeOf[lang], { type: "language" });
  const words = plain(search.q ?? "");
  const { items } = answer.data;
  const shown = items.filter((one) => words === "" || plain([one.title.value?.text, one.meeting?.title.text, one.body?.name.text].join(" ")).includes(words));
  const total = <b><Plural value={items.length} one="# text" other="# texts" /></b>;
  const columns: readonly Column<Row>[] = [
    { key: "title", head: t`Title`, cell: ({ id, title }) => <Link className="link-plain" tabIndex={-1} to="/$lang/texts/$id" params={{ lang, id }}>{title.value === null ? <Trans>Without a title</Trans> : <Named name={title.value} />}</Link> },
    { key: "kind", head: t`Kind`, cell: ({ kind }) => (kind.value === null ? <NotKnown /> : codeWords(textKindWords, kind.value, i18n)) },
    { key: "day", head: t`Day`, cell: (one) => { const of = one.adopted.value === null ? one.issued : one.adopted; return <>{of.value === null ? <NotKnown /> : edtfWords(of.value, lang)} <FieldProof of={of} label={one.adopted.value === null ? t`Issued` : t`Adopted`} /></>; } },
    { key: "state", head: t`How it stands`, cell: ({ state }) => i18n._(textStateWords[state]) },
    { key: "languages", head: t`Languages`, cell: ({ languages }) => languages.map((code) => (code === "und" ? "?" : (tongues.of(code) ?? code))).join(t`, `) },
    { key: "meeting", head: t`Meeting`, cell: ({ meeting, body }) => (meeting === null ? body === null ? <></> : <Named name={body.name} /> : <Link className="link-plain" to="/$lang/meetings/$id" params={{ lang, id: meeting.id }}><Named name={meeting.title} /></Link>) },
  ];
  return (
    <article className="record printed">
      <header>
        <p className="record-kind"><Link className="link-plain" to="/$lang/record" params={{ lang }}><Trans>Record</Trans></Link></p>
        <h1 className="sentence"><Trans>{total} are on record.</Trans></h1>
        <p className="record-marking"><MarkingLine marking={answer.data.marking} /></p>
      </header>
      <div className="record-part members-frame">
        <div className="members-tools"><input className="input" type="search" aria-label={t`Words of the title, a meeting`} placeholder={t`Words of the title, a meeting`} value={search.q ?? ""} onChange={(event) => address((old) => ({ ...old, q: event.target.value }), { replace: true })} />{may.has("edit-record") && <Link className="link" to="/$lang/texts/new" params={{ lang }}><Trans>Enter a text</Trans></Link>}</div>
        {shown.length === 0 ? <p className="quiet"><Trans>No text matches.</Trans></p> : <DataTable label={t`Texts`} rows={shown} columns={columns} keyOf={({ id }) => id} open={({ id }) => void navigate({ to: "/$lang/texts/$id", params: { lang, id }, search: () => on })} />}
      </div>
      <PrintMarking marking={answer.data.marking} asOf={answer.data.asOf} />
    </article>
  );
}
