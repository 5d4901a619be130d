import type { ReactNode } from "react";
import { FieldProof } from "../claims/field-proof.tsx";
import { NotKnown } from "../parts/money.tsx";
import type { Proofed } from "../api/types.ts";

type Props<T> = { readonly of: Proofed<T>; readonly label: string; readonly record?: string; readonly field?: string; readonly children: (value: T) => ReactNode };

/** A value of the record and its proof; where no source says, that. */
export function ProofedWords<T>({ of, label, record, field, children }: Props<T>) {
  return <>{of.value === null ? <NotKnown /> : children(of.value)} <FieldProof of={of} label={label} {...(record === undefined ? {} : { record })} {...(field === undefined ? {} : { field })} /></>;
}

/** One line of a list of facts. `quietly`: left out when no source says anything and nobody may add. */
export function FactRow<T>({ name, ...props }: Props<T> & { readonly name: string }) {
  return <div><dt>{name}</dt><dd><ProofedWords {...props} /></dd></div>;
}
