import { may, type Right, rights } from "../access/rights.ts";
import { fault } from "../base/errors.ts";
import type { Viewer } from "../store/viewer.ts";

export type SignedIn = Extract<Viewer, { kind: "signed-in" }>;

/** @throws sign-in-needed */
export function signedIn(viewer: Viewer): SignedIn {
  if (viewer.kind === "anonymous") throw fault("sign-in-needed");
  return viewer;
}

/** Who could give what is missing: the role, the token's scope, or the end of looking as a member. Null: nothing is missing. */
function missing(who: SignedIn, right: Right): string | null {
  const { changes, byHand } = rights[right];
  if (!may(who.role, right)) return "secretariat";
  if (byHand && who.sessionKind === "token") return "signing in by hand";
  // Who only reads, and looks as nobody, begins no looking as a member; ending it is always possible.
  if ((changes || (right === "look-as" && who.lookingAs === null)) && who.readOnly) return who.lookingAs === null ? "a token that may write" : "end looking as a member";
  if (who.scopes !== null && (changes || right === "look-as") && !who.scopes.includes(right)) return "a token of that scope";
  return null;
}

/** @throws sign-in-needed; not-allowed, which names the missing right and who can give it */
export function withRight(viewer: Viewer, right: Right): SignedIn {
  const who = signedIn(viewer);
  const whoCanGive = missing(who, right);
  if (whoCanGive !== null) throw fault("not-allowed", { right, whoCanGive });
  return who;
}

/** Whether the verb would be allowed now; it decides again each time. */
export function mayNow(viewer: Viewer, right: Right): boolean {
  return viewer.kind === "signed-in" && missing(viewer, right) === null;
}
