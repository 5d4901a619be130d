import "./print.css";
import { Trans } from "@lingui/react/macro";
import type { Marking } from "../api/types.ts";
import { TlpLabel } from "../parts/tlp.tsx";
import { longDay } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";

/** On paper alone: the marking and the day, at the foot of every sheet. */
export function PrintMarking({ marking, asOf }: { readonly marking: Marking; readonly asOf: string }) {
  const lang = useLanguage();
  return <p className="print-marking" aria-hidden="true"><TlpLabel tlp={marking.tlp} /> <Trans>As of {longDay(asOf, lang)}</Trans></p>;
}
