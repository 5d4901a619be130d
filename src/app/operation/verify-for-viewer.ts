import { isFault } from "../../base/errors.ts";
import type { App } from "../app.ts";
import { verifyAudit } from "../audit/verify-audit.ts";
import { withRight } from "../signed-in.ts";

type Verdict = { readonly holds: boolean; readonly at: string };
const under = new WeakMap<App, { readonly from: number; readonly verdict: Promise<Verdict> }>();
const goodMs = 60_000;

/**
 * Recomputes the whole audit log and says whether it holds, and nothing of what is in it or how much: that would tell of writes which the viewer may not
 * see. Which entry does not hold, `entente audit verify` says on the server. Asked again within a minute, the same answer. @throws not-allowed
 */
export async function verifyForViewer(app: App, secret: string | null): Promise<Verdict> {
  await app.store.read(secret, async (reader) => withRight(reader.viewer, "see-operation"));
  const from = performance.now();
  const known = under.get(app);
  if (known !== undefined && from - known.from < goodMs) return known.verdict;
  const verdict = verifyAudit(app).then(
    (report) => ({ holds: report.fault === null, at: app.now().toISOString() }),
    (error: unknown) => {
      // A file of checkpoints that cannot be read is a log that does not hold: an answer, no failure to answer.
      if (isFault(error, "audit-broken")) return { holds: false, at: app.now().toISOString() };
      throw error;
    },
  );
  under.set(app, { from, verdict });
  // A verification that failed is not an answer to be kept.
  verdict.catch(() => under.delete(app));
  return verdict;
}
