import "./why.css";
import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense } from "react";
import { Button } from "react-aria-components/Button";
import type { Tlp } from "../api/types.ts";
import { Opening } from "../parts/opening.tsx";
import { TlpLabel } from "../parts/tlp.tsx";

const WhySaid = lazy(() => import("./why-said.tsx").then((m) => ({ default: m.WhySaid })));
export type WhyKind = "record" | "source" | "import" | "initiative";

/** The label of a page as the way in to why one may see it, and to what its owner can do about it. */
export function WhyMarking({ kind, id, tlp }: { readonly kind: WhyKind; readonly id: string; readonly tlp: Tlp }) {
  const { t } = useLingui();
  return (
    <Opening label={t`Why you may see this`} trigger={<Button className="why-open" aria-label={t`${tlp}: why you may see this`}><TlpLabel tlp={tlp} /></Button>}>
      <Suspense fallback={<p className="small quiet">…</p>}><WhySaid kind={kind} id={id} tlp={tlp} /></Suspense>
    </Opening>
  );
}
