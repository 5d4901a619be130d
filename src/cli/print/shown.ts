import type { Cell } from "./table.ts";
import { say } from "../speak.ts";

type Words = { readonly text: string; readonly language: string };
type Proofed<T> = { readonly value: T | null; readonly state: string; readonly sources: number };

/** A value with a mark where its proof is not plain: sources differ, or a person decided. */
export function proved<T>(proofed: Proofed<T>, show: (value: T) => string = String): string {
  if (proofed.value === null) return proofed.state === "decided" ? say("not known (decided)") : "";
  const value = show(proofed.value);
  return proofed.state === "differ" ? say("{value} (sources differ)", { value }) : proofed.state === "decided" ? say("{value} (decided)", { value }) : value;
}

export const words = (w: Words): string => w.text;
export const names = (refs: readonly { readonly name: Words }[]): string => refs.map((r) => r.name.text).join(", ");

type End = { readonly edtf: string | null };
type Held = { readonly answer: string; readonly from: End; readonly to: End & { readonly open: boolean }; readonly state: string };

/** How an undertaking stands, with what sources say without settling it. */
export const standing = (u: { readonly state: string; readonly perhaps: string | null }): string => (u.perhaps === null ? u.state : say("{value} (perhaps {other})", { value: u.state, other: u.perhaps }));

export function held(h: Held): readonly [answer: string, from: string, to: string] {
  return [h.state === "differ" ? say("{value} (sources differ)", { value: h.answer }) : h.answer, h.from.edtf ?? "?", h.to.edtf ?? (h.to.open ? "" : "?")];
}

/** US dollars, whole: cents would pretend. */
export function usd(amount: number | null): Cell {
  return amount === null ? null : Math.round(amount);
}

export function percent(share: number | null): Cell {
  return share === null ? null : `${Math.round(share * 100)} %`;
}
