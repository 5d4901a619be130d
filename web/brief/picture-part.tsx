import { useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { overlapsQuery } from "../api/queries.ts";
import { gapsQuery } from "../api/record-queries.ts";
import { LineMark, lineWords } from "../parts/line-mark.tsx";
import { Usd } from "../parts/money.tsx";
import { Named } from "../parts/named.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { percent } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";

/** Where efforts collide and where they are missing, the first five of each, with the way to the picture where their reports are. */
export function PicturePart() {
  const lang = useLanguage();
  const { i18n } = useLingui();
  const overlaps = useQuery(overlapsQuery(lang, { limit: 5 }));
  const gaps = useQuery(gapsQuery(lang));
  return (
    <div className="record-columns brief-picture">
      <section className="record-part" aria-labelledby="overlaps-head">
        <h2 id="overlaps-head"><Link className="link-plain" to="/$lang/overlaps" params={{ lang }}>{overlaps.data === undefined ? <Trans>Overlaps</Trans> : <Plural value={overlaps.data.total} _0="No overlap in what you may see" one="# overlap in what you may see" other="# overlaps in what you may see" />}</Link></h2>
        {overlaps.isPending ? <Waiting lines={5} /> : (
          <ol className="rows">
            {(overlaps.data?.items ?? []).map(({ a, b, lines, areas: [area], contestedUsd, score }) => (
              <li key={`${a.id} ${b.id}`}>
                <p className="row-main"><span>{lines.map((line) => <LineMark key={line} line={line} />)}<Link className="link-plain" to="/$lang/overlaps/$a/$b" params={{ lang, a: a.id, b: b.id }}><Named name={a.title} /> / <Named name={b.title} /></Link></span><span className="figures">{contestedUsd === null ? <Trans>amount not known</Trans> : <Usd usd={contestedUsd} />}{score !== null && <> · {percent(score, lang)}</>}</span></p>
                {area !== undefined && <p className="row-sub"><Named name={area.name} /> · <Named name={area.country.name} /></p>}
              </li>
            ))}
          </ol>
        )}
      </section>
      <section className="record-part" aria-labelledby="gaps-head">
        <h2 id="gaps-head"><Link className="link-plain" to="/$lang/picture" params={{ lang }} search={{ side: "gaps" }}>{gaps.data === undefined ? <Trans>Gaps</Trans> : <Plural value={gaps.data.total} _0="No gap in what you may see" one="# gap in what you may see" other="# gaps in what you may see" />}</Link></h2>
        {gaps.isPending ? <Waiting lines={5} /> : (
          <ol className="rows">
            {(gaps.data?.items ?? []).map(({ area, line, supplyUsd, coverage }) => (
              <li key={`${area.code} ${line}`}>
                <p className="row-main"><Link className="link-plain" to="/$lang/picture/area/$code" params={{ lang, code: area.code }}><Named name={area.name} /> · <Named name={area.country.name} /></Link><span className="figures">{supplyUsd === null ? <Trans>supply not known</Trans> : <Usd usd={supplyUsd} />}{coverage !== null && <> · {percent(coverage, lang)}</>}</span></p>
                {line !== null && <p className="row-sub"><LineMark line={line} />{i18n._(lineWords[line])}</p>}
              </li>
            ))}
          </ol>
        )}
      </section>
    </div>
  );
}
