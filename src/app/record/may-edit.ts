import { may, type Right } from "../../access/rights.ts";
import type { Viewer } from "../../store/viewer.ts";

/** Whether to show the way in; the verb decides again each time. */
export function mayEdit(viewer: Viewer, right: Right = "edit-record"): boolean {
  return viewer.kind === "signed-in" && !viewer.readOnly && may(viewer.role, right);
}
