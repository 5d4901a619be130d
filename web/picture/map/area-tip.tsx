import { useLayoutEffect, useRef } from "react";
import { Trans } from "@lingui/react/macro";
import type { View } from "../../address.ts";
import type { AreaCell } from "../../api/types.ts";
import { Named } from "../../parts/named.tsx";
import type { Size } from "../../parts/use-size.ts";
import { useCellParts } from "./cell-words.ts";
import type { Scale } from "./fill.ts";

type Props = { readonly cell: AreaCell | undefined; readonly at: readonly [number, number] | null; readonly size: Size; readonly view: View; readonly scale: Scale };

/** Beside the area that is pointed at; never under the pointer, never outside the pane. */
export function AreaTip({ cell, at, size, view, scale }: Props) {
  const tip = useRef<HTMLDivElement>(null);
  const parts = useCellParts(scale);
  useLayoutEffect(() => {
    const element = tip.current;
    if (element === null || at === null) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    const left = at[0] + 28 + width < size.width ? at[0] + 28 : at[0] - 28 - width;
    element.style.left = `${Math.max(8, left)}px`;
    element.style.top = `${Math.max(8, Math.min(size.height - height - 8, at[1] - height / 2))}px`;
  });
  if (cell === undefined || at === null) return null;
  const { need, supply, threat } = parts(cell);
  return (
    <div className="map-tip" ref={tip} aria-hidden="true">
      <p><b><Named name={cell.area.name} /></b> <span className="quiet"><Named name={cell.area.country.name} /></span></p>
      <p>{supply}</p>
      {view === "threat" ? <p>{threat}</p> : <p>{need}</p>}
      {cell.state !== "reported" && <p className="quiet"><Trans>Nobody reported is not nobody there.</Trans></p>}
    </div>
  );
}
