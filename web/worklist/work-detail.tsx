import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { WorkItem } from "../api/types.ts";
import { ClaimPanel } from "../claims/claim-panel.tsx";
import { PairDetail } from "../overlaps/overlap-pair.tsx";
import { codeWords, fieldWords } from "../record/codes.ts";
import { Named } from "../parts/named.tsx";
import { TlpLabel } from "../parts/tlp.tsx";
import { RecordNamed } from "../record/record-named.tsx";
import { instant } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";
import { GapDetail } from "./gap-detail.tsx";

/** The one that is looked at, whole, with what may be decided about it. */
export function WorkDetail({ item }: { readonly item: WorkItem }) {
  const language = useLanguage();
  const { i18n } = useLingui();
  switch (item.kind) {
    case "act": return (
      <div className="pair">
        <h1 className="sentence">{item.act.kind === "widen-marking" ? <Trans>Open further</Trans> : <Trans>Delete the source</Trans>}{item.act.subject !== null && <> <Named name={item.act.subject.name} /></>} {item.act.to !== null && <TlpLabel tlp={item.act.to.tlp} />}</h1>
        <p dir="auto">{item.act.reason}</p>
        <p className="quiet">{item.act.proposedBy !== null && <><Named name={item.act.proposedBy} /> · </>}<Trans>waits until {instant(item.act.expires, language)}</Trans></p>
        <p><Link className="link" to="/$lang/administration" params={{ lang: language }}><Trans>Agree or refuse as its second person</Trans></Link></p>
      </div>
    );
    case "overlap": return <PairDetail a={item.overlap.a.id} b={item.overlap.b.id} />;
    case "gap": return <GapDetail area={item.gap.area.code} line={item.gap.line} />;
    case "conflict": return <div className="pair"><h1 className="sentence"><RecordNamed name={item.conflict.record.name} /></h1><ClaimPanel href={item.conflict.claimsHref} label={codeWords(fieldWords, item.conflict.field, i18n)} /></div>;
    case "import": return (
      <div className="pair">
        <h1 className="sentence"><Trans>Of <bdi>{item.import.file}</bdi>, <Plural value={item.import.counts.setAside} one="# record was set aside" other="# records were set aside" />.</Trans></h1>
        <p className="quiet"><Trans>Put right in the file and brought again, it leaves this list; the records that were good are in already.</Trans></p>
        <p><Link className="link" to="/$lang/imports/$id" params={{ lang: language, id: item.import.id }}><Trans>What was wrong, line by line</Trans></Link></p>
      </div>
    );
  }
}
