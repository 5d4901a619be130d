import "./line-mark.css";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";

export type LineOrOther = "counter-finance" | "capacity" | "stabilisation" | "resilience" | "other";

export const lineWords: Readonly<Record<LineOrOther, MessageDescriptor>> = {
  "counter-finance": msg`Countering finance`,
  capacity: msg`Building capacity`,
  stabilisation: msg`Stabilisation`,
  resilience: msg`Resilience`,
  other: msg`Other work`,
};

/** Hue and texture together, so that neither colour nor sight of it is needed. */
const textures: Readonly<Record<LineOrOther, ReactNode>> = {
  "counter-finance": [3.2, 8.8].flatMap((x) => [3.2, 8.8].map((y) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.3" />)),
  capacity: <path className="line-mark-texture" d="M-1 7 7 -1M1 13 13 1" />,
  stabilisation: <path className="line-mark-texture" d="M0 3.5h12M0 8.5h12" />,
  resilience: <path className="line-mark-texture" d="M6 0v12M0 6h12" />,
  other: null,
};

export function LineMark({ line }: { readonly line: LineOrOther }) {
  return <svg className="line-mark" data-line={line} viewBox="0 0 12 12" aria-hidden="true"><rect className="line-mark-ground" width="12" height="12" />{textures[line]}</svg>;
}

/** The mark and the name of a line of effort. */
export function LineName({ line }: { readonly line: LineOrOther }) {
  const { i18n } = useLingui();
  return <span className="line-name"><LineMark line={line} /> {i18n._(lineWords[line])}</span>;
}
