import "./claim-panel.css";
import { useQuery } from "@tanstack/react-query";
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { asProblem } from "../api/problem.ts";
import { fieldClaimsQuery } from "../api/record-queries.ts";
import type { Claim, FieldClaims } from "../api/record-types.ts";
import { Fault } from "../parts/fault.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { useMay } from "../record/use-as-of.ts";
import { useLanguage } from "../words/use-language.ts";
import { chosenWords } from "./chosen-words.ts";
import { ClaimSide } from "./claim-side.tsx";
import { DecisionLine } from "./decision-line.tsx";
import { ReasonForm } from "./reason-form.tsx";
import { StateClaim } from "./state-claim.tsx";

/** What one field rests on: every side with its sources' words, who decided and why; here one decides, withdraws, or adds what another source says. */
export function ClaimPanel({ href, label }: { readonly href: string; readonly label: string }) {
  const answer = useQuery(fieldClaimsQuery(useLanguage(), href));
  if (answer.isPending) return <div className="claim-panel"><p className="claim-panel-head"><b>{label}</b></p><Waiting lines={5} /></div>;
  if (answer.isError) return <div className="claim-panel"><Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /></div>;
  return <Sides label={label} href={href} field={answer.data} />;
}

type Doing = { readonly kind: "decide"; readonly claim: string | null } | { readonly kind: "withdraw-claim" | "withdraw-decision"; readonly id: string } | { readonly kind: "claim" } | null;

function Sides({ label, href, field }: { readonly label: string; readonly href: string; readonly field: FieldClaims }) {
  const lang = useLanguage();
  const { i18n } = useLingui();
  const may = useMay();
  const [doing, setDoing] = useState<Doing>(null);
  const standing = field.claims.filter((claim) => claim.withdrawn === null);
  const withdrawn = field.claims.filter((claim) => claim.withdrawn !== null);
  const sides = sidesOf(standing);
  const decision = field.decisions.find((one) => one.withdrawn === null);
  const chosen = chosenWords[field.chosenBy];
  const mayDecide = field.mayDecide && may.has("decide") && sides.length > 1;
  const done = () => setDoing(null);
  return (
    <div className="claim-panel" data-state={field.state}>
      <p className="claim-panel-head"><b>{label}</b> <span className="quiet">{useSaid(standing, sides.length)}</span></p>
      <ul className="claim-sides">
        {sides.map((claims) => (
          <ClaimSide key={claims[0]?.id} kind={field.record.kind} field={field.field} claims={claims} decided={decision?.claim !== null && claims.some(({ id }) => id === decision?.claim)} choose={mayDecide && doing === null && !(decision !== undefined && claims.some(({ id }) => id === decision.claim)) ? () => setDoing({ kind: "decide", claim: claims[0]?.id ?? null }) : undefined} withdraw={may.has("edit-record") && doing === null ? (id) => setDoing({ kind: "withdraw-claim", id }) : undefined} />
        ))}
      </ul>
      {decision !== undefined ? <DecisionLine decision={decision} newSince={field.newSince} withdraw={field.mayDecide && may.has("decide") && doing === null ? () => setDoing({ kind: "withdraw-decision", id: decision.id }) : undefined} /> : chosen !== null && <p className="claim-panel-foot">{i18n._(chosen)}</p>}
      {doing?.kind === "decide" && <ReasonForm what="decide" path="/api/decisions" body={{ record: field.record.id, field: field.field, claim: doing.claim, basedOn: decision?.id ?? null, ...(field.language === null ? {} : { language: field.language }) }} standing={decision && { said: <DecisionLine decision={decision} newSince={0} />, reason: decision.reason }} done={done} />}
      {doing?.kind === "withdraw-decision" && <ReasonForm what="withdraw" path={`/api/decisions/${doing.id}/withdraw`} body={{}} done={done} />}
      {doing?.kind === "withdraw-claim" && <ReasonForm what="withdraw" path={`/api/claims/${doing.id}/withdraw`} body={{}} done={done} />}
      {doing?.kind === "claim" && <StateClaim field={field} href={href} done={done} />}
      {doing === null && (
        <p className="claim-panel-acts small">
          {field.mayClaim && may.has("edit-record") && <button type="button" className="link" onClick={() => setDoing({ kind: "claim" })}><Trans>State what another source says</Trans></button>}
          {mayDecide && <button type="button" className="link" onClick={() => setDoing({ kind: "decide", claim: null })}><Trans>None of these</Trans></button>}
          <Link className="link" to="/$lang/history/$kind/$id" params={{ lang, kind: field.record.kind, id: field.record.id }}><Trans>History</Trans></Link>
        </p>
      )}
      {(withdrawn.length > 0 || field.decisions.some((one) => one.withdrawn !== null)) && <Withdrawn field={field} claims={withdrawn} />}
    </div>
  );
}

function Withdrawn({ field, claims }: { readonly field: FieldClaims; readonly claims: readonly Claim[] }) {
  return (
    <details className="claim-withdrawn">
      <summary className="small"><Trans>Withdrawn</Trans></summary>
      <ul className="claim-sides">{claims.map((claim) => <ClaimSide key={claim.id} kind={field.record.kind} field={field.field} claims={[claim]} decided={false} />)}</ul>
      {field.decisions.filter((one) => one.withdrawn !== null).map((one) => <DecisionLine key={one.id} decision={one} newSince={0} />)}
    </details>
  );
}

/** Claims that agree stand together; the side that is shown first, then the one with more sources. */
export function sidesOf(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  return [...Map.groupBy(claims, (claim) => claim.side).values()]
    .map((side) => side.toSorted((a, b) => Number(b.shown) - Number(a.shown)))
    .toSorted((a, b) => Number(b.some(({ shown }) => shown)) - Number(a.some(({ shown }) => shown)) || b.length - a.length);
}

function useSaid(claims: readonly Claim[], sides: number): string {
  const { t } = useLingui();
  const sources = new Set(claims.map((claim) => claim.source.id)).size;
  if (sources === 0) return t`no source says`;
  if (sides > 1) return plural(sources, { one: "# source that contradicts itself", other: "# sources that differ" });
  return sources === 1 ? t`one source` : plural(sources, { one: "# source", other: "# sources that agree" });
}
