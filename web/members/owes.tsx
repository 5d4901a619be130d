import { useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { sessionQuery } from "../api/queries.ts";
import { worklistQuery } from "../api/work-queries.ts";
import type { MemberPage as Member } from "../api/record-types.ts";
import { ClaimValueWords } from "../claims/claim-value-words.tsx";
import { FieldProof } from "../claims/field-proof.tsx";
import { codeWords, fieldWords } from "../record/codes.ts";
import { RecordNamed } from "../record/record-named.tsx";
import { UndertakingsList } from "../record/undertakings-list.tsx";
import { integer } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";

/** What the member promised: what is late or open first, and apart from it what is settled. */
export function Undertakings({ member }: { readonly member: Member }) {
  const lang = useLanguage();
  const settled = member.undertakings.filter(({ state }) => state === "done" || state === "dropped");
  const owed = member.undertakings.filter((one) => !settled.includes(one));
  return (
    <section className="record-part" id="undertakings" aria-labelledby="undertakings-head">
      <div className="part-head"><h2 id="undertakings-head"><Plural value={owed.length} _0="It owes nothing that it undertook" one="It owes # undertaking" other="It owes # undertakings" /></h2><Link className="link small screen-only" to="/$lang/undertakings" params={{ lang }} search={{ member: member.id }}><Trans>in the list</Trans></Link></div>
      {member.undertakings.length === 0 && <p className="record-empty"><Trans>No source speaks of an undertaking of this member alone.</Trans></p>}
      {owed.length > 0 && <UndertakingsList undertakings={owed.toSorted((a, b) => Number(b.overdue) - Number(a.overdue))} />}
      {settled.length > 0 && <><h3 className="quiet small"><Trans>Done or given up</Trans></h3><UndertakingsList undertakings={settled} /></>}
    </section>
  );
}

/** Facts about it on which sources differ, each side with its sources, to be decided from the mark. */
export function Disputed({ member: { conflicts } }: { readonly member: Member }) {
  const lang = useLanguage();
  const { i18n, t } = useLingui();
  if (conflicts.open === 0) return null;
  return (
    <section className="record-part" id="disputed" aria-labelledby="disputed-head">
      <h2 id="disputed-head"><Plural value={conflicts.open} one="Sources differ on # fact about it" other="Sources differ on # facts about it" /></h2>
      <ul className="rows">
        {conflicts.items.map(({ record, field, sides, claimsHref }) => (
          <li key={claimsHref}>
            <p className="row-main"><span><b><RecordNamed name={record.name} /></b> · <span className="quiet">{codeWords(fieldWords, field, i18n)}</span> <FieldProof of={{ state: "differ", claimsHref, sources: sides.reduce((sum, { sources }) => sum + sources.length, 0) }} label={t`What each says`} /></span></p>
            <p className="row-sub">{sides.map((side, i) => <span key={i}>{i > 0 && " · "}<ClaimValueWords kind={record.kind} field={field} value={side.value} /></span>)}</p>
          </li>
        ))}
      </ul>
      {conflicts.items.length < conflicts.open && <p className="small"><Link className="link" to="/$lang/conflicts" params={{ lang }} search={{ decided: "no" }}><Trans>{integer(conflicts.open - conflicts.items.length, lang)} more in the list</Trans></Link></p>}
    </section>
  );
}

/** How many decisions of each kind wait that concern it, of what the reader may see. Not asked for by the public, who decide nothing. */
export function Waits({ member: { id } }: { readonly member: Member }) {
  const lang = useLanguage();
  const signedIn = useQuery(sessionQuery(lang)).data?.viewer.kind === "account";
  const answer = useQuery({ ...worklistQuery(lang, { of: id, limit: 1 }), enabled: signedIn });
  const open = (answer.data?.sections ?? []).filter((section) => section.open > 0 && section.kind !== "act");
  if (!signedIn || answer.data === undefined) return null;
  const words = {
    overlap: (n: number) => <Plural value={n} one="# overlap" other="# overlaps" />, gap: (n: number) => <Plural value={n} one="# gap" other="# gaps" />,
    conflict: (n: number) => <Plural value={n} one="# fact on which sources differ" other="# facts on which sources differ" />, import: (n: number) => <Plural value={n} one="# file with rows set aside" other="# files with rows set aside" />, act: () => null,
  };
  return (
    <section className="record-part" id="waits" aria-labelledby="waits-head">
      <h2 id="waits-head"><Trans>Decisions that wait and concern it</Trans></h2>
      {open.length === 0 ? <p className="quiet"><Trans>Nothing waits, as far as you may see.</Trans></p> : (
        <ul className="rows">{open.map(({ kind, open: n, returned }) => <li key={kind}><p className="row-main"><Link className="link-plain" to="/$lang/worklist" params={{ lang }} search={{ of: id, kind }}>{words[kind](n)}</Link>{returned > 0 && <span className="warm small"><Plural value={returned} one="# came back" other="# came back" /></span>}</p></li>)}</ul>
      )}
    </section>
  );
}
