import { noLinks } from "../../coordination/link-initiatives.ts";
import type { Atlas } from "./atlas.ts";
import { type ComposedInitiative, composeInitiative } from "./compose-initiative.ts";
import { type Ground, makeGround } from "./ground.ts";

/** The ground as it would be if nobody had decided that the parts of this initiative are one. */
export function apartGround(atlas: Atlas, ground: Ground, whole: ComposedInitiative): Ground {
  const initiatives = new Map(ground.initiatives);
  initiatives.delete(whole.id);
  for (const id of whole.parts) initiatives.set(id, composeInitiative(id, whole.reports.filter((r) => r.initiative_id === id)));
  return makeGround(atlas, new Map([...initiatives].sort(([x], [y]) => (x < y ? -1 : 1))), ground, noLinks, ground);
}
