import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Brief } from "../api/record-types.ts";
import { LineMark, lineWords } from "../parts/line-mark.tsx";
import { Usd } from "../parts/money.tsx";
import { Named } from "../parts/named.tsx";
import { monthRange } from "../words/dates.ts";
import { percent } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { Cites } from "./cites.tsx";

/** Where the members' efforts collide and where need stands without them, the first five of each, and of what that is said. */
export function PicturePart({ brief: { findings, meeting } }: { readonly brief: Brief }) {
  const lang = useLanguage();
  const { i18n } = useLingui();
  if (findings === null) return <p className="record-empty"><Trans>Overlaps and gaps cannot be told: no report that you may see is by one of these members in name.</Trans></p>;
  const { overlaps, gaps, period, reporters } = findings;
  const who = <Plural value={reporters} one="# reporter" other="# reporters" />;
  const months = monthRange(period.from, period.to, lang);
  return (
    <div className="record-stack">
      <p className="brief-of">{meeting === null ? <Trans>Of what {who} among its members report over {months}: the reports as they stand today, as far as you may see.</Trans> : <Trans>Of what {who} among its members and the delegations named report over {months}: the reports as they stand today, as far as you may see.</Trans>}</p>
      <div className="record-columns brief-picture">
      <section className="record-part" aria-labelledby="overlaps-head">
        <h2 id="overlaps-head"><Link className="link-plain" to="/$lang/overlaps" params={{ lang }}><Plural value={overlaps.total} _0="No overlap among them" one="# overlap among them" other="# overlaps among them" /></Link></h2>
        {overlaps.items.length > 0 && (
          <ol className="rows">
            {overlaps.items.map(({ a, b, lines, areas: [area], contestedUsd, score, cites }) => (
              <li key={`${a.id} ${b.id}`}>
                <p className="row-main"><span>{lines.map((line) => <LineMark key={line} line={line} />)}<Link className="link-plain" to="/$lang/overlaps/$a/$b" params={{ lang, a: a.id, b: b.id }}><Named name={a.title} /> / <Named name={b.title} /></Link><Cites cites={cites} /></span><span className="figures">{contestedUsd === null ? <Trans>amount not known</Trans> : <Usd usd={contestedUsd} />}{score !== null && <> · {percent(score, lang)}</>}</span></p>
                {area !== undefined && <p className="row-sub"><Named name={area.name} /> · <Named name={area.country.name} /></p>}
              </li>
            ))}
          </ol>
        )}
      </section>
      <section className="record-part" aria-labelledby="gaps-head">
        <h2 id="gaps-head"><Link className="link-plain" to="/$lang/picture" params={{ lang }} search={{ side: "gaps" }}><Plural value={gaps.total} _0="No gap that they leave" one="# gap that they leave" other="# gaps that they leave" /></Link></h2>
        {gaps.items.length > 0 && (
          <ol className="rows">
            {gaps.items.map(({ area, line, supplyUsd, coverage, cites }) => (
              <li key={`${area.code} ${line}`}>
                <p className="row-main"><span><Link className="link-plain" to="/$lang/picture/area/$code" params={{ lang, code: area.code }}><Named name={area.name} /> · <Named name={area.country.name} /></Link><Cites cites={cites} /></span><span className="figures">{supplyUsd === null ? <Trans>supply not known</Trans> : <Usd usd={supplyUsd} />}{coverage !== null && <> · {percent(coverage, lang)}</>}</span></p>
                {line !== null && <p className="row-sub"><LineMark line={line} />{i18n._(lineWords[line])}</p>}
              </li>
            ))}
          </ol>
        )}
      </section>
      </div>
    </div>
  );
}
