import { isFault } from "../../base/errors.ts";
import type { Viewer } from "../../store/viewer.ts";
import { withRight } from "../signed-in.ts";

/** Whether a way to decide is shown; the verb checks again. */
export function mayDecide(viewer: Viewer): boolean {
  try {
    withRight(viewer, "decide");
    return true;
  } catch (error) {
    if (isFault(error)) return false;
    throw error;
  }
}
