import type { Ground } from "../ground.ts";

/** Less in common than this part: what is the same is not worth looking for. */
const enough = 1 / 2;

/** Of the grounds of other viewers, the one that holds the most of these initiatives composed of the same reports; undefined where none holds enough. */
export function nearestGround(grounds: readonly Ground[], initiatives: Ground["initiatives"]): Ground | undefined {
  let best: { readonly ground: Ground; readonly same: number } | undefined;
  for (const ground of grounds) {
    let same = 0;
    for (const [id, i] of initiatives) if (ground.initiatives.get(id) === i) same++;
    const apart = Math.max(initiatives.size, ground.initiatives.size) - same;
    if (same > 0 && apart <= enough * same && same > (best?.same ?? 0)) best = { ground, same };
  }
  return best?.ground;
}
