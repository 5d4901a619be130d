import { Plural, Trans } from "@lingui/react/macro";
import type { FieldDecision } from "../api/record-types.ts";
import { Named } from "../parts/named.tsx";
import { ProofGlyph } from "../parts/proof-glyph.tsx";
import { longDay } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";

/** Who decided what is shown, when and why; a decision can be withdrawn, and both stay. */
export function DecisionLine({ decision, newSince, withdraw }: { readonly decision: FieldDecision; readonly newSince: number; readonly withdraw?: (() => void) | undefined }) {
  const language = useLanguage();
  const by = <Named name={decision.by} />;
  const day = longDay(decision.at.slice(0, 10), language);
  return (
    <div className="claim-panel-foot decision-line" data-withdrawn={decision.withdrawn === null ? undefined : ""}>
      <p>
        <span className="proof-glyph" data-state="decided"><ProofGlyph state="decided" /></span>{" "}
        {decision.claim === null ? <Trans>None is shown, by decision of {by}, {day}</Trans> : <Trans>Shown by decision of {by}, {day}</Trans>}
        {withdraw && <> · <button type="button" className="link" onClick={withdraw}><Trans>withdraw</Trans></button></>}
      </p>
      <p dir="auto" className="decision-reason">{decision.reason}</p>
      {newSince > 0 && <p className="warm"><Plural value={newSince} one="# claim came after this decision." other="# claims came after this decision." /></p>}
      {decision.withdrawn && <p><Trans>withdrawn by <Named name={decision.withdrawn.by} />, {longDay(decision.withdrawn.at.slice(0, 10), language)}: <bdi>{decision.withdrawn.reason}</bdi></Trans></p>}
    </div>
  );
}
