import "./frame.css";
import { Trans } from "@lingui/react/macro";
import { Outlet, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { FictionalBanner } from "../demonstration/fictional-banner.tsx";
import { useLanguage } from "../words/use-language.ts";
import { ariaLocaleOf } from "../words/language.ts";
import { Later } from "./later.tsx";
import { LookingAsBanner } from "./looking-as-banner.tsx";
import { Told } from "./told.tsx";
import { TopBar } from "./top-bar.tsx";

/** What stands around every scene: who and when at the top, and a way past it for those who come by keyboard. */
export function Frame() {
  const language = useLanguage();
  const { asOf } = useSearch({ from: "/$lang" });
  useEffect(() => {
    // the ground of the whole page turns, so that another day is never taken for today
    if (asOf === undefined) delete document.documentElement.dataset["time"];
    else document.documentElement.dataset["time"] = "past";
  }, [asOf]);
  return (
    <I18nProvider locale={ariaLocaleOf[language]}>
      <a className="skip" href="#content"><Trans>To the content</Trans></a>
      <TopBar />
      <FictionalBanner />
      <LookingAsBanner />
      <Told />
      <main id="content" tabIndex={-1}><Outlet /></main>
      <Later />
    </I18nProvider>
  );
}
