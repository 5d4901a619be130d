import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Button } from "react-aria-components/Button";
import { Opening } from "../parts/opening.tsx";
import { useLanguage } from "../words/use-language.ts";
import { LanguageSwitch } from "./language-switch.tsx";
import { scenes } from "./scenes.ts";
import { ViewerCard } from "./viewer-card.tsx";

export function PhoneMenu() {
  const language = useLanguage();
  const { i18n, t } = useLingui();
  return (
    <div className="phone-menu">
      <Opening
        label={t`Menu`}
        placement="bottom end"
        trigger={<Button className="phone-menu-button" aria-label={t`Menu`}><svg width="22" height="16" viewBox="0 0 22 16" aria-hidden="true"><path d="M1 2h20M1 8h20M1 14h20" stroke="currentColor" strokeWidth="2" /></svg></Button>}
      >
        {(close) => (
          <div className="phone-menu-list">
            <nav aria-label={t`Scenes`}>
              {scenes.map(({ to, name }) => <Link key={to} to={to} params={{ lang: language }} activeOptions={{ exact: to === "/$lang", includeSearch: false }} onClick={close}>{i18n._(name)}</Link>)}
            </nav>
            <LanguageSwitch long />
            <ViewerCard close={close} />
          </div>
        )}
      </Opening>
    </div>
  );
}
