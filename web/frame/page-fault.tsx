import { Trans } from "@lingui/react/macro";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { asProblem } from "../api/problem.ts";
import { Fault } from "../parts/fault.tsx";

/** When drawing a scene fails: what happened, and that nothing was lost by it. */
export function PageFault({ error, reset }: ErrorComponentProps) {
  return (
    <section className="plain-page">
      <h1 className="sentence"><Trans>This page could not be drawn.</Trans></h1>
      <Fault problem={asProblem(error)} retry={reset} />
    </section>
  );
}
