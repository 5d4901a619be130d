import "./proof.css";
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import type { Proofed } from "../api/types.ts";
import { Claims } from "./claims.tsx";
import { Opening } from "./opening.tsx";
import { ProofGlyph } from "./proof-glyph.tsx";

type Props = {
  readonly of: Pick<Proofed<unknown>, "state" | "claimsHref" | "sources">;
  /** what the value is: "Date of the Niamey meeting" */
  readonly label: string;
  /** shown instead of the plain list of claims: where the proof is something else (the reports of an initiative), or where one may decide */
  readonly children?: ReactNode;
};

/** The small mark beside a value. Opens the sources' exact words in place. */
export function Proof({ of, label, children }: Props) {
  const { t } = useLingui();
  const said = {
    one: t`one source`,
    agree: plural(of.sources, { one: "# source", other: "# sources that agree" }),
    differ: plural(of.sources, { one: "# source", other: "# sources that differ" }),
    decided: t`decided by a person`,
    unknown: t`no source says`,
  }[of.state];
  if (of.claimsHref === null && children === undefined) return <span className="proof-glyph" data-state={of.state} role="img" aria-label={said}><ProofGlyph state={of.state} /></span>;
  return (
    <Opening label={label} trigger={<Button className="proof" data-state={of.state} aria-label={`${label}: ${said}`}><ProofGlyph state={of.state} /></Button>}>
      {children ?? (of.claimsHref !== null && <Claims href={of.claimsHref} label={label} />)}
    </Opening>
  );
}
