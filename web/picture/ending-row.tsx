import "./findings.css";
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Picture } from "../api/types.ts";
import { Named } from "../parts/named.tsx";
import { shortMonth } from "../words/dates.ts";
import { integer } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";

export function EndingRow({ item, rank }: { readonly item: Picture["endingSoon"]["items"][number]; readonly rank: number }) {
  const language = useLanguage();
  return (
    <li>
      <Link className="finding" data-row="" to="/$lang/initiatives/$id" params={{ lang: language, id: item.id }}>
        <span className="finding-rank figures">{integer(rank, language)}</span>
        <span className="finding-name"><b><Named name={item.title} /></b></span>
        <span className="finding-figure figures">{shortMonth(item.ends, language)}</span>
        <span className="finding-why"><Named name={item.reporter.name} />{item.assumed && <> · <Trans>end assumed, none is published</Trans></>}</span>
      </Link>
    </li>
  );
}
