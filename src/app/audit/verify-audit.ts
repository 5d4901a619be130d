import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { Checkpoint } from "../../audit/checkpoint.ts";
import { type LogReport, verifyLog } from "../../audit/verify-log.ts";
import { fault } from "../../base/errors.ts";
import { logLeaves } from "../../store/queries/audit-log.ts";
import type { App } from "../app.ts";
import { auditVerifier, lastByte, newline, rootsFile } from "./audit-keys.ts";

export type AuditReport = LogReport & {
  /** where the checkpoints were read: outside the database they bind it; inside they only bind one another */
  readonly checkpointsFrom: "file" | "database";
};

/** Recomputes the whole log and holds it against the signed checkpoints. Reads no record and shows none. */
export async function verifyAudit(app: Pick<App, "store" | "dataDir">): Promise<AuditReport> {
  const verifier = await auditVerifier(app.dataDir);
  const file = rootsFile(app.dataDir);
  // How far the file went before the log was looked at: what a checkpoint adds meanwhile is neither half read nor taken for a loss.
  const outside = await lengthOf(file);
  return app.store.system(null, async (writer) => {
    const inside = await writer.db.selectFrom("audit_checkpoint").selectAll().orderBy("n").execute();
    const stored = inside.map((c): Checkpoint => ({ n: Number(c.n), size: Number(c.size), root: c.root, previous: c.previous, at: c.at.toISOString(), keyId: c.key_id, signature: c.signature }));
    const report = await verifyLog(logLeaves(writer), outside !== null ? fileCheckpoints(file, outside, stored) : stored, verifier);
    return { ...report, checkpointsFrom: outside !== null ? "file" : "database" };
  });
}

/** The file's checkpoints, then those that the process had committed but was killed before writing outside. */
async function* fileCheckpoints(file: string, length: number, stored: readonly Checkpoint[]): AsyncGenerator<Checkpoint> {
  let next = 0;
  let lineNumber = 0;
  const endsWhole = (await lastByte(file, length)) === newline;
  let last: string | null = null;
  const input = length === 0 ? Readable.from([]) : createReadStream(file, { end: length - 1 });
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const whole = async function* (): AsyncGenerator<string> {
    for await (const line of lines) {
      if (last !== null) yield last;
      last = line;
    }
    // Killed while it wrote: the last line has no end, and the database has what it would have said.
    if (last !== null && endsWhole) yield last;
  };
  for await (const line of whole()) {
    lineNumber++;
    if (line === "") continue;
    const checkpoint = parseLine(line, `${file}:${lineNumber}`);
    // Killed between commit and file: the gap stands in the database alone.
    while (next < checkpoint.n && stored[next]) yield stored[next++] as Checkpoint;
    yield checkpoint;
    next = checkpoint.n + 1;
  }
  while (stored[next]) yield stored[next++] as Checkpoint;
}

/** In bytes; null where it is not there. */
async function lengthOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function parseLine(line: string, where: string): Checkpoint {
  try {
    return JSON.parse(line) as Checkpoint;
  } catch (cause) {
    throw fault("audit-broken", { where, found: line.slice(0, 80), expected: "a checkpoint" }, cause);
  }
}
