import "./demonstration.css";
import { useQuery } from "@tanstack/react-query";
import { Trans } from "@lingui/react/macro";
import { Link, useSearch } from "@tanstack/react-router";
import { coalitionQuery } from "../api/queries.ts";
import { useLanguage } from "../words/use-language.ts";

/** Over every scene, and on every printed sheet, of a coalition that is invented. */
export function FictionalBanner() {
  const language = useLanguage();
  const { asOf } = useSearch({ from: "/$lang" });
  if (useQuery(coalitionQuery(language, asOf)).data?.fictional !== true) return null;
  return (
    <div className="fictional" role="note">
      <span><b><Trans>Fictional.</Trans></b> <Trans>The coalition, its countries, people and figures are invented.</Trans></span>
      <Link to="/$lang/demonstration" params={{ lang: language }}><Trans>See it with other eyes</Trans></Link>
    </div>
  );
}
