import { memo } from "react";
import type { View } from "../../address.ts";
import type { AreaCell } from "../../api/types.ts";
import { useCellWords } from "./cell-words.ts";
import { fillOf, type Scale } from "./fill.ts";
import type { Drawing } from "./geometry.ts";

type Props = { readonly drawing: Drawing; readonly cells: ReadonlyMap<string, AreaCell>; readonly view: Exclude<View, "table">; readonly scale: Scale; readonly stop: string | undefined };

/** The areas themselves: drawn again when figures or view change, not when one is pointed at. */
export const AreaLayer = memo(function AreaLayer({ drawing, cells, view, scale, stop }: Props) {
  const say = useCellWords(scale);
  return drawing.areas.map(({ code, d }) => {
    const cell = cells.get(code);
    return <path key={code} d={d} className="map-area" data-code={code} data-fill={fillOf(cell, view, scale)} role="link" tabIndex={code === stop ? 0 : -1} aria-label={cell && say(cell, view)} />;
  });
});
