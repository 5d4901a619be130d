import { Trans, useLingui } from "@lingui/react/macro";
import { useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { Button } from "react-aria-components/Button";
import { Opening } from "../parts/opening.tsx";
import { useAddress } from "../parts/use-address.ts";
import { shortDay } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";

const AsOfCalendar = lazy(async () => ({ default: (await import("./as-of-calendar.tsx")).AsOfCalendar }));

/** The day that the whole workspace stands on. Rights and markings stay today's. */
export function AsOf() {
  const { t } = useLingui();
  const language = useLanguage();
  const { asOf } = useSearch({ from: "/$lang" });
  const change = useAddress();
  const go = (day: string | undefined) => change((old) => ({ ...old, asOf: day }));
  const label = asOf === undefined ? t`As of today. Choose another day.` : t`As of ${shortDay(asOf, language)}. Choose another day.`;
  const day = asOf === undefined ? "" : shortDay(asOf, language);
  return (
    <div className="as-of" data-past={asOf === undefined ? undefined : ""}>
      <Opening
        label={t`The day the workspace stands on`}
        placement="bottom end"
        trigger={
          <Button className="as-of-button" aria-label={label}>
            {asOf === undefined ? <Trans><span className="as-of-word">As of</span> <b>today</b></Trans> : <Trans><span className="as-of-word">As of</span> <b>{day}</b></Trans>}
          </Button>
        }
      >
        {(close) => (
          <div className="as-of-panel">
            <p className="as-of-said"><Trans>Everything is shown as it was on that day. What you may see is decided by today’s rights.</Trans></p>
            <Suspense fallback={<div className="as-of-wait" />}>
              <AsOfCalendar value={asOf} onChoose={(chosen) => { go(chosen); close(); }} />
            </Suspense>
            <Button className="button" isDisabled={asOf === undefined} onPress={() => { go(undefined); close(); }}><Trans>Back to today</Trans></Button>
          </div>
        )}
      </Opening>
      {asOf !== undefined && <Button className="as-of-back link small" onPress={() => go(undefined)}><Trans>Back to today</Trans></Button>}
    </div>
  );
}
