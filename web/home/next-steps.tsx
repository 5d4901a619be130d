import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Coalition } from "../api/types.ts";
import { useLanguage } from "../words/use-language.ts";

type Step = Coalition["nextSteps"][number];

/** Where each step leads, and why one would take it. Steps of scenes that are not there yet are left out. */
export function NextSteps({ coalition }: { readonly coalition: Coalition }) {
  const steps = coalition.nextSteps.map((step) => ({ step, card: <StepCard step={step} /> }));
  return (
    <ol className="steps-next">
      {steps.map(({ step, card }) => <li key={step}>{card}</li>)}
    </ol>
  );
}

function StepCard({ step }: { readonly step: Step }): ReactNode {
  const params = { lang: useLanguage() };
  switch (step) {
    case "see-picture":
      return <Link className="step" to="/$lang/picture" params={params}><b><Trans>See where efforts meet</Trans></b><span><Trans>The map of what is needed and what is reported, overlaps and gaps down to the reports.</Trans></span></Link>;
    case "sign-in":
      return <Link className="step" to="/$lang/sign-in" params={params}><b><Trans>Sign in</Trans></b><span><Trans>To see what is shared with you, and to work on it.</Trans></span></Link>;
    case "set-up":
      return <Link className="step" to="/$lang/setup" params={params}><b><Trans>Set up the first account</Trans></b><span><Trans>With the link that the server printed when it started.</Trans></span></Link>;
    case "read-record":
      return <Link className="step" to="/$lang/record" params={params}><b><Trans>Read the record</Trans></b><span><Trans>Who is in, who speaks, what was agreed, on any day, each fact with its sources.</Trans></span></Link>;
    case "import-file":
      return <Link className="step" to="/$lang/imports" params={params}><b><Trans>Bring in a file</Trans></b><span><Trans>What you publish already, as it is: nothing has to be typed again.</Trans></span></Link>;
    case "enter-meeting":
      return <Link className="step" to="/$lang/meetings/new" params={params}><b><Trans>Enter a meeting</Trans></b><span><Trans>From a text, each fact with the sentence that says it.</Trans></span></Link>;
    case "settle-conflicts":
      return <Link className="step" to="/$lang/conflicts" params={params}><b><Trans>Decide where sources differ</Trans></b><span><Trans>Side by side, with a reason; a decision can be withdrawn.</Trans></span></Link>;
    case "invite":
      return <Link className="step" to="/$lang/people" params={params}><b><Trans>Invite a person</Trans></b><span><Trans>A focal point, an analyst, a further officer: by a link that works once.</Trans></span></Link>;
  }
}
