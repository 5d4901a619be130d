import type { Right } from "../../access/rights.ts";
import type { Viewer } from "../../store/viewer.ts";
import { mayNow } from "../signed-in.ts";

/** Whether to show the way in; the verb decides again each time. */
export function mayEdit(viewer: Viewer, right: Right = "edit-record"): boolean {
  return mayNow(viewer, right);
}
