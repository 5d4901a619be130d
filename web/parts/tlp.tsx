import "./tlp.css";
import { Trans } from "@lingui/react/macro";
import type { Marking as Mutable, Name, Tlp } from "../api/types.ts";
import { Listed } from "./listed.tsx";
import { Named } from "./named.tsx";

type Marking = { readonly tlp: Tlp; readonly openTo: { readonly kind: Mutable["openTo"]["kind"]; readonly names: readonly Name[] } };

/** A label of the Traffic Light Protocol. Never translated, never turned round. */
export const TlpLabel = ({ tlp }: { readonly tlp: Tlp }) => <bdi className="tlp" dir="ltr" translate="no" data-tlp={tlp}>{tlp}</bdi>;

/** The label and to whom that is open. */
export function MarkingLine({ marking }: { readonly marking: Marking }) {
  return <span className="marking-line"><TlpLabel tlp={marking.tlp} /> <OpenTo marking={marking} /></span>;
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
