import type { Atlas } from "../atlas.ts";
import { workFigures } from "../../coordination/work-figures.ts";
import type { Figures } from "../figures.ts";
import { exportedIds, exportedRows } from "../export-list.ts";
import { listFigures } from "../list-initiatives.ts";
import { areaFigures } from "../read-area.ts";
import { gapCellFigures } from "../read-gap-cell.ts";
import { gapFigures } from "../read-gaps.ts";
import { initiativeFigures } from "../read-initiative.ts";
import { pairFigures } from "../read-overlap-pair.ts";
import { overlapFigures } from "../read-overlaps.ts";
import { pictureFigures } from "../read-picture.ts";

/** What can be asked of figures, by name, so that it can be asked of a thread. All of it is decided by the figures alone. */
const answers = {
  picture: pictureFigures,
  overlaps: overlapFigures,
  pair: pairFigures,
  gaps: gapFigures,
  gapCell: gapCellFigures,
  area: areaFigures,
  initiative: initiativeFigures,
  initiatives: listFigures,
  work: workFigures,
  exportedIds,
  exportedRows,
} as const;

export type AskName = keyof typeof answers;
export type AskArgs<N extends AskName> = Parameters<(typeof answers)[N]>[2];
export type AskAnswer<N extends AskName> = ReturnType<(typeof answers)[N]>;
export type Ask<N extends AskName = AskName> = { readonly name: N; readonly args: AskArgs<N>; readonly languages: readonly string[] };

/** @throws faults of the catalogue, as each answer says */
export function answerOf<N extends AskName>(atlas: Atlas, figures: Figures, ask: Ask<N>): AskAnswer<N> {
  const of = answers[ask.name] as (atlas: Atlas, figures: Figures, args: AskArgs<N>, languages: readonly string[]) => AskAnswer<N>;
  return of(atlas, figures, ask.args, ask.languages);
}
