import { lazy, Suspense } from "react";
import type { Proofed } from "../api/types.ts";
import { Proof } from "../parts/proof.tsx";
import { useMay } from "../record/use-as-of.ts";
import { withWords } from "../words/catalogues.ts";
import { Waiting } from "../parts/waiting.tsx";

/** Comes when a proof is first opened: most readers look, few decide. */
const ClaimPanel = lazy(withWords(async () => ({ default: (await import("./claim-panel.tsx")).ClaimPanel })));

type Props = {
  readonly of: Pick<Proofed<unknown>, "state" | "claimsHref" | "sources">;
  readonly label: string;
  /** where nobody has claimed anything yet, someone who may can begin: the record and its field */
  readonly record?: string;
  readonly field?: string;
};

/** The mark beside a value of the record. Opens its sources in place, where one also decides and adds. */
export function FieldProof({ of, label, record, field }: Props) {
  const mayBegin = useMay().has("edit-record") && record !== undefined && field !== undefined;
  const href = of.claimsHref ?? (mayBegin ? `/api/claims?record=${record}&field=${field}` : null);
  if (href === null) return null;
  return <Proof of={of} label={label}><Suspense fallback={<Waiting lines={5} />}><ClaimPanel href={href} label={label} /></Suspense></Proof>;
}
