import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Checkpoint } from "../../audit/checkpoint.ts";
import { type LogReport, verifyLog } from "../../audit/verify-log.ts";
import { logLeaves } from "../../store/queries/audit-log.ts";
import type { App } from "../app.ts";
import { auditVerifier, rootsFile } from "./audit-keys.ts";

export type AuditReport = LogReport & {
  /** where the checkpoints were read: outside the database they bind it; inside they only bind one another */
  readonly checkpointsFrom: "file" | "database";
};

/** Recomputes the whole log and holds it against the signed checkpoints. Reads no record and shows none. */
export async function verifyAudit(app: Pick<App, "store" | "dataDir">): Promise<AuditReport> {
  const verifier = await auditVerifier(app.dataDir);
  const file = rootsFile(app.dataDir);
  const outside = existsSync(file);
  return app.store.system(null, async (writer) => {
    const inside = await writer.db.selectFrom("audit_checkpoint").selectAll().orderBy("n").execute();
    const stored = inside.map((c): Checkpoint => ({ n: Number(c.n), size: Number(c.size), root: c.root, previous: c.previous, at: c.at.toISOString(), keyId: c.key_id, signature: c.signature }));
    const report = await verifyLog(logLeaves(writer), outside ? fileCheckpoints(file, stored) : stored, verifier);
    return { ...report, checkpointsFrom: outside ? "file" : "database" };
  });
}

/** The file's checkpoints, then those that the process had committed but was killed before writing outside. */
async function* fileCheckpoints(file: string, stored: readonly Checkpoint[]): AsyncGenerator<Checkpoint> {
  let next = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line === "") continue;
    const checkpoint = JSON.parse(line) as Checkpoint;
    // Killed between commit and file: the gap stands in the database alone.
    while (next < checkpoint.n && stored[next]) yield stored[next++] as Checkpoint;
    yield checkpoint;
    next = checkpoint.n + 1;
  }
  while (stored[next]) yield stored[next++] as Checkpoint;
}
