import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { MemberPage as Member } from "../api/record-types.ts";
import { RefLink, RefList } from "../claims/claim-value-words.tsx";
import { roleWords } from "../frame/roles.ts";
import { Listed } from "../parts/listed.tsx";
import { TlpLabel } from "../parts/tlp.tsx";
import { edtfWords } from "../words/edtf-words.ts";
import { useLanguage } from "../words/use-language.ts";

/** For its own people and the secretariat: who acts for it, which circles it is in, and what its people may read by that. */
export function Sees({ member: { own } }: { readonly member: Member }) {
  const lang = useLanguage();
  const { i18n } = useLingui();
  if (own === null) return null;
  const { people, circles, allCircles } = own;
  const now = people.filter(({ holdsToday }) => holdsToday);
  return (
    <div className="record-columns" id="sees">
      <section className="record-part" aria-labelledby="people-head">
        <h2 id="people-head"><Plural value={now.length} _0="Nobody acts for it today" one="# person acts for it today" other="# people act for it today" /></h2>
        <p className="small quiet"><Trans>Told to its own people and the secretariat.</Trans></p>
        {people.length > 0 && (
          <ul className="rows">
            {people.map(({ name, role, from, to, holdsToday }, i) => (
              <li key={i} data-later={holdsToday ? undefined : ""}><p className="row-main"><span><bdi>{name}</bdi> · {i18n._(roleWords[role === "secretariat" ? "officer" : role])}</span><span className="small figures">{to === null ? <Trans>since {edtfWords(from, lang)}</Trans> : <>{edtfWords(from, lang)} – {edtfWords(to, lang)}</>}</span></p></li>
            ))}
          </ul>
        )}
      </section>
      <section className="record-part" aria-labelledby="reads-head">
        <h2 id="reads-head"><Trans>What its people may read</Trans></h2>
        <ul className="rows">
          <li><p className="row-main"><span><TlpLabel tlp="TLP:CLEAR" /> <Trans>everything, as everyone may</Trans></span></p></li>
          <li><p className="row-main"><span><TlpLabel tlp="TLP:GREEN" /> <Trans>what is open to the coalition’s members</Trans></span></p></li>
          <li>
            <p className="row-main"><span><TlpLabel tlp="TLP:AMBER" /> <TlpLabel tlp="TLP:AMBER+STRICT" /> <Trans>its own, and what is shared with its circles:</Trans></span></p>
            {circles.length === 0 && <p className="row-sub">{allCircles ? <Trans>It is in no circle.</Trans> : <Trans>You share no circle with it.</Trans>}</p>}
            {circles.map((circle) => (
              <p className="row-sub" key={circle.id}><b><bdi>{circle.name}</bdi></b>{circle.owner !== null && <> · <Trans>owned by <RefLink to={circle.owner} /></Trans></>}{circle.holders.length > 0 && <> · <Trans>shared with <Listed items={circle.holders.map((holder) => <RefList key={holder.id} refs={[holder]} />)} /></Trans></>}</p>
            ))}
            {!allCircles && <p className="row-sub"><Trans>It may be in circles that your own side is not in: those are told to their members alone.</Trans></p>}
          </li>
          <li><p className="row-main"><span><TlpLabel tlp="TLP:RED" /> <Trans>what names one of them in person</Trans></span></p></li>
        </ul>
      </section>
    </div>
  );
}
