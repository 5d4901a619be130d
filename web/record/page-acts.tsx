import "../meetings/meeting.css";
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Marking } from "../api/types.ts";
import { useLanguage } from "../words/use-language.ts";
import { CompareLink } from "./compare-link.tsx";
import { PrintMarking } from "./print-marking.tsx";

/** What one can do with a page of the record; on paper only the day it stands on is left of it. */
export function PageActs({ kind, id, asOf, marking, children }: { readonly kind: string; readonly id: string; readonly asOf: string; readonly marking: Marking; readonly children?: ReactNode }) {
  const lang = useLanguage();
  return (
    <>
      <p className="meeting-acts small">
        {children}
        <button type="button" className="link" onClick={() => window.print()}><Trans>Print</Trans></button>
        <Link className="link" to="/$lang/history/$kind/$id" params={{ lang, kind, id }}><Trans>History</Trans></Link>
        <CompareLink kind={kind} id={id} />
      </p>
      <PrintMarking marking={marking} asOf={asOf} />
    </>
  );
}
