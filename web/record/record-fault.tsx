import type { ReactNode } from "react";
import { asProblem } from "../api/problem.ts";
import { Fault } from "../parts/fault.tsx";

/** A page of the record that did not come: what it was, why, and again. */
export function RecordFault({ said, error, again }: { readonly said: ReactNode; readonly error: unknown; readonly again: () => void }) {
  return <section className="plain-page"><h1 className="sentence">{said}</h1><Fault problem={asProblem(error)} retry={again} /></section>;
}
