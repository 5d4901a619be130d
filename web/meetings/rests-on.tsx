import { useQueries } from "@tanstack/react-query";
import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { fieldClaimsQuery } from "../api/record-queries.ts";
import type { MeetingPage, SourceRef } from "../api/record-types.ts";
import { claimHrefs } from "../record/claim-hrefs.ts";
import { edtfWords } from "../words/edtf-words.ts";
import { useLanguage } from "../words/use-language.ts";

/** Every source of every value on the page, those that carry most of it first. */
export function RestsOn({ page }: { readonly page: MeetingPage }) {
  const lang = useLanguage();
  const fields = useQueries({ queries: claimHrefs(page).map((href) => fieldClaimsQuery(lang, href)) });
  const tally = new Map<string, { readonly source: SourceRef; facts: number }>();
  for (const { data } of fields)
    for (const source of new Map((data?.claims ?? []).filter((claim) => claim.withdrawn === null).map((claim) => [claim.source.id, claim.source])).values()) {
      const known = tally.get(source.id) ?? { source, facts: 0 };
      known.facts += 1;
      tally.set(source.id, known);
    }
  const sources = [...tally.values()].toSorted((a, b) => b.facts - a.facts || a.source.title.localeCompare(b.source.title));
  if (sources.length === 0) return null;
  return (
    <section className="record-part rests-on" aria-labelledby="rests-head">
      <h2 id="rests-head"><Plural value={sources.length} one="It rests on # source" other="It rests on # sources" /></h2>
      <ol className="rests-list">
        {sources.map(({ source, facts }) => (
          <li key={source.id}>
            <Link className="link-plain" to="/$lang/sources/$id" params={{ lang, id: source.id }}><bdi lang={source.language ?? undefined}>{source.title}</bdi></Link>
            <span className="quiet">{source.publisher && <> · <bdi>{source.publisher}</bdi></>}{source.published && <> · {edtfWords(source.published, lang)}</>} · <Plural value={facts} one="# fact" other="# facts" /></span>
          </li>
        ))}
      </ol>
      <p className="small quiet screen-only"><Trans>The mark beside a value opens what each of them says of it.</Trans></p>
    </section>
  );
}
