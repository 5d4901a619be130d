import { useQuery } from "@tanstack/react-query";
import { useLingui } from "@lingui/react/macro";
import { Link, useLocation, useSearch } from "@tanstack/react-router";
import { coalitionQuery } from "../api/queries.ts";
import { SearchButton } from "./search-button.tsx";
import { useLanguage } from "../words/use-language.ts";
import { AsOf } from "./as-of.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { PhoneMenu } from "./phone-menu.tsx";
import { scenes } from "./scenes.ts";
import { ViewerMenu } from "./viewer-menu.tsx";

/** Product, body, scenes; at the other end the date, the language and who is looking. On a phone: product, date, and a menu with the rest. */
export function TopBar() {
  const language = useLanguage();
  const { i18n, t } = useLingui();
  const { asOf } = useSearch({ from: "/$lang" });
  const path = useLocation({ select: ({ pathname }) => pathname });
  const coalition = useQuery(coalitionQuery(language, asOf)).data;
  return (
    <header className="top-bar">
      <Link to="/$lang" params={{ lang: language }} className="top-bar-product" translate="no">Entente</Link>
      <span className="top-bar-body">{coalition && <bdi lang={coalition.focus.name.language}>{coalition.focus.name.text}</bdi>}</span>
      <nav className="top-bar-scenes" aria-label={t`Scenes`}>
        {scenes.map(({ to, name, within }) => (
          <Link key={to} to={to} params={{ lang: language }} activeOptions={{ exact: to === "/$lang", includeSearch: false }} data-within={within?.test(path) === true ? "" : undefined}>{i18n._(name)}</Link>
        ))}
      </nav>
      <SearchButton />
      <AsOf />
      <div className="top-bar-wide">
        <LanguageSwitch />
        <ViewerMenu />
      </div>
      <PhoneMenu />
    </header>
  );
}
