import type { ProofState } from "../api/types.ts";

/** Ten pixels: ring, one source; disc, several that agree; half disc in warm, they differ; tick, a person decided; broken ring, no source says. */
export function ProofGlyph({ state }: { readonly state: ProofState }) {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      {state === "one" && <circle cx="5" cy="5" r="3.8" fill="none" stroke="currentColor" strokeWidth="1.5" />}
      {state === "agree" && <circle cx="5" cy="5" r="4.5" fill="currentColor" />}
      {state === "differ" && <><circle cx="5" cy="5" r="4.1" fill="none" stroke="currentColor" strokeWidth="1.2" /><path d="M5 .9a4.1 4.1 0 0 0 0 8.2z" fill="currentColor" /></>}
      {state === "decided" && <path d="M1 5.4 3.9 8.2 9 1.8" fill="none" stroke="currentColor" strokeWidth="1.9" />}
      {state === "unknown" && <circle cx="5" cy="5" r="3.8" fill="none" stroke="currentColor" strokeWidth="1.2" strokeDasharray="2 1.6" />}
    </svg>
  );
}
