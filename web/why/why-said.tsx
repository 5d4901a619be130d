import { useQuery } from "@tanstack/react-query";
import { Trans } from "@lingui/react/macro";
import { request } from "../api/client.ts";
import { asProblem } from "../api/problem.ts";
import type { Tlp } from "../api/types.ts";
import type { paths } from "../generated/api.d.ts";
import { Fault } from "../parts/fault.tsx";
import { Named } from "../parts/named.tsx";
import { TlpLabel } from "../parts/tlp.tsx";
import { useMay } from "../record/use-as-of.ts";
import { useLanguage } from "../words/use-language.ts";
import { ProposeWider } from "./propose-act.tsx";
import type { WhyKind } from "./why-marking.tsx";

type Why = paths["/api/why/{kind}/{id}"]["get"]["responses"][200]["content"]["application/json"];
type Reason = Why["reasons"][number];

/** Each rule that opened it to this viewer; for its owner also the way to have it opened further, which takes two persons. */
export function WhySaid({ kind, id, tlp }: { readonly kind: WhyKind; readonly id: string; readonly tlp: Tlp }) {
  const lang = useLanguage();
  const may = useMay();
  const why = useQuery({ queryKey: ["/api/why", kind, id, lang], queryFn: ({ signal }) => request<Why>(`/api/why/${kind}/${id}`, { language: lang, signal }) });
  const own = why.data?.reasons.some((r) => r.code === "acts-for-owner") === true;
  return (
    <div className="why-said small">
      <h2><Trans>Why you may see this</Trans></h2>
      {why.isError && <Fault problem={asProblem(why.error)} />}
      {why.data?.lookingAs === true && <p><Trans>Told as for the member you look as.</Trans></p>}
      <ul>{why.data?.reasons.map((reason, i) => <li key={i}><TlpLabel tlp={reason.marking.tlp} /> <Because reason={reason} /></li>)}</ul>
      {own && kind !== "initiative" && may.has("edit-record") && (tlp === "TLP:GREEN" || tlp === "TLP:AMBER" || tlp === "TLP:AMBER+STRICT") && <ProposeWider kind={kind} id={id} tlp={tlp} />}
    </div>
  );
}

function Because({ reason: { code, through } }: { readonly reason: Reason }) {
  const who = through === null ? null : <Named name={through.name} />;
  switch (code) {
    case "clear":
      return <Trans>It is open to everyone.</Trans>;
    case "named":
      return <Trans>You are one of the persons it names.</Trans>;
    case "acts-for-owner":
      return who === null ? <Trans>You act for whoever owns it.</Trans> : <Trans>You act for {who}, whose it is.</Trans>;
    case "in-circle":
      return who === null ? <Trans>You act for one of the circle it is shared with.</Trans> : <Trans>You act for {who}, in the circle it is shared with.</Trans>;
    case "in-coalition":
      return who === null ? <Trans>You act for one of the coalition.</Trans> : <Trans>You act for {who}, one of the coalition.</Trans>;
  }
}
