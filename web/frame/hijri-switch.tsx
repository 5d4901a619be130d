import { Trans } from "@lingui/react/macro";
import { chooseHijri, hijriShown } from "../words/hijri.ts";

/** Hijri dates beside the Gregorian ones, in this browser. */
export function HijriSwitch() {
  return <div className="theme-switch"><button type="button" aria-pressed={hijriShown} onClick={() => chooseHijri(!hijriShown)}><Trans>Hijri dates beside</Trans></button></div>;
}
