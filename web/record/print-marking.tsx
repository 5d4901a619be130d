import "./print.css";
import { Trans } from "@lingui/react/macro";
import type { Marking } from "../api/types.ts";
import { TlpLabel } from "../parts/tlp.tsx";
import { longDay } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";

/** On paper alone: the marking and the day, at the foot of every sheet. A child of the page itself, whose foot it is. */
export function PrintMarking({ marking, asOf }: { readonly marking: Marking; readonly asOf: string }) {
  const lang = useLanguage();
  return <div className="print-marking" aria-hidden="true"><p><TlpLabel tlp={marking.tlp} /> <span><Trans>As of {longDay(asOf, lang)}</Trans></span></p></div>;
}
