import { fault } from "../../base/errors.ts";
import type { App } from "../app.ts";

/**
 * A script that sends a token means to be somebody: it is told when the token is not good any more, rather than answered as anybody.
 * @throws token-invalid for one that is unknown, expired or ended, and for one whose role has ended
 */
export async function knownToken(app: App, token: string): Promise<void> {
  if ((await app.store.who(token)).kind === "anonymous") throw fault("token-invalid");
}
