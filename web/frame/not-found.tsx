import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useLanguage } from "../words/use-language.ts";

export function NotFound() {
  const language = useLanguage();
  return (
    <section className="plain-page">
      <h1 className="sentence"><Trans>There is no such page.</Trans></h1>
      <p className="quiet"><Trans>It may have moved, or you may not be entitled to see it; the two are not told apart.</Trans></p>
      <p><Link className="link" to="/$lang" params={{ lang: language }}><Trans>To the first page</Trans></Link></p>
    </section>
  );
}
