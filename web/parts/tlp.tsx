import "./tlp.css";
import { Trans } from "@lingui/react/macro";
import type { Marking as Mutable, Name, Tlp } from "../api/types.ts";
import { lazy, Suspense } from "react";
import type { WhyKind } from "../why/why-marking.tsx";
import { Listed } from "./listed.tsx";
import { Named } from "./named.tsx";

type Marking = { readonly tlp: Tlp; readonly openTo: { readonly kind: Mutable["openTo"]["kind"]; readonly names: readonly Name[] } };

/** A label of the Traffic Light Protocol. Never translated, never turned round. */
export const TlpLabel = ({ tlp }: { readonly tlp: Tlp }) => <bdi className="tlp" dir="ltr" translate="no" data-tlp={tlp}>{tlp}</bdi>;

const WhyMarking = lazy(() => import("../why/why-marking.tsx").then((m) => ({ default: m.WhyMarking })));

/** The label and to whom that is open. `why`: what it is the marking of; the label then opens why one may see it. */
export function MarkingLine({ marking, why }: { readonly marking: Marking; readonly why?: { readonly kind: WhyKind; readonly id: string } }) {
  const label = <TlpLabel tlp={marking.tlp} />;
  return <span className="marking-line">{why === undefined ? label : <Suspense fallback={label}><WhyMarking kind={why.kind} id={why.id} tlp={marking.tlp} /></Suspense>} <OpenTo marking={marking} /></span>;
}

function OpenTo({ marking: { openTo } }: { readonly marking: Marking }) {
  const names = <Listed items={openTo.names.slice(0, 3).map((name) => <Named key={name.text} name={name} />)} />;
  const more = openTo.names.length - 3;
  switch (openTo.kind) {
    case "everyone":
      return <Trans>open to everyone</Trans>;
    case "coalition":
      return <Trans>open to the coalition’s members</Trans>;
    case "circle":
      return more > 0 ? <Trans>open to {names} and {more} more</Trans> : <Trans>open to {names}</Trans>;
    case "owner":
      return <Trans>open to its owner alone: {names}</Trans>;
  }
}
