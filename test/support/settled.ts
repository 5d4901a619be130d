import type { Store } from "../../src/store/open-store.ts";
import { unsettledLeaves } from "../../src/store/queries/audit-log.ts";

/**
 * Waits until no transaction of the whole server can still come before an entry of the log. Tests share a server, and a
 * checkpoint rightly waits for what other tests have under way.
 */
export async function settled(store: Store): Promise<void> {
  while ((await store.system(null, unsettledLeaves)) > 0) {
    // asked again: each question is a round trip
  }
}
