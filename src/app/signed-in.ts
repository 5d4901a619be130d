import { may, type Right } from "../access/rights.ts";
import { fault } from "../base/errors.ts";
import type { Viewer } from "../store/viewer.ts";

export type SignedIn = Extract<Viewer, { kind: "signed-in" }>;

/** @throws sign-in-needed */
export function signedIn(viewer: Viewer): SignedIn {
  if (viewer.kind === "anonymous") throw fault("sign-in-needed");
  return viewer;
}

/** @throws sign-in-needed; not-allowed, which names the missing right and who can give it */
export function withRight(viewer: Viewer, right: Right): SignedIn {
  const who = signedIn(viewer);
  if (!may(who.role, right)) throw fault("not-allowed", { right, whoCanGive: "secretariat" });
  if (who.readOnly) throw fault("not-allowed", { right, whoCanGive: who.lookingAs === null ? "a token that may write" : "end looking as a member" });
  return who;
}
