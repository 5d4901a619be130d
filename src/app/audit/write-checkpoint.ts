import { open, readFile, truncate } from "node:fs/promises";
import { type Checkpoint, signCheckpoint } from "../../audit/checkpoint.ts";
import { append, emptyFrontier, type Frontier, rootOfFrontier } from "../../audit/merkle.ts";
import { bytesOfHex, hexOf } from "../../base/ids.ts";
import { placedHashes, placeLeaves } from "../../store/queries/audit-log.ts";
import { oneAtATime } from "../../store/queries/one-at-a-time.ts";
import type { App } from "../app.ts";
import { auditSigner, lastByte, newline, rootsFile } from "./audit-keys.ts";

/** The tree so far, kept between checkpoints so that each costs only its new leaves. */
export type CheckpointMemory = { tree: Frontier };

export function newCheckpointMemory(): CheckpointMemory {
  return { tree: emptyFrontier };
}

/**
 * Places the leaves that are ready, signs the root over all, and writes it into the database and outside it.
 * @returns null when there was nothing new
 */
export async function writeCheckpoint(app: App, memory: CheckpointMemory): Promise<Checkpoint | null> {
  const signer = await auditSigner(app.dataDir);
  const made = await app.store.system(null, async (writer) => {
    await oneAtATime(writer.db, "audit-checkpoint");
    const { before, hashes } = await placeLeaves(writer);
    if (hashes.length === 0) return null;
    let tree = memory.tree;
    if (tree.size !== before) {
      tree = emptyFrontier;
      for await (const hash of placedHashes(writer)) if (tree.size < before) tree = append(tree, bytesOfHex(hash));
    }
    for (const hash of hashes) tree = append(tree, bytesOfHex(hash));
    const last = await writer.db.selectFrom("audit_checkpoint").select(["n", "root"]).orderBy("n", "desc").limit(1).executeTakeFirst();
    const at = app.now().toISOString();
    const signed = signCheckpoint({ n: last ? Number(last.n) + 1 : 0, size: tree.size, root: hexOf(rootOfFrontier(tree)), previous: last?.root ?? null, at, keyId: signer.keyId }, signer.sign);
    await writer.db
      .insertInto("audit_checkpoint")
      .values({ n: String(signed.n), size: String(signed.size), root: signed.root, previous: signed.previous, at: signed.at, key_id: signed.keyId, signature: signed.signature })
      .execute();
    return { tree, checkpoint: { ...signed, leafHashes: hashes } };
  });
  if (made === null) return null;
  memory.tree = made.tree;
  // After the commit: a root that stands outside and not inside would look like a removal.
  await dropHalfLine(rootsFile(app.dataDir));
  const file = await open(rootsFile(app.dataDir), "a", 0o600);
  try {
    await file.writeFile(`${JSON.stringify(made.checkpoint)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return made.checkpoint;
}

/** What a process that was killed while it wrote left of its line: the database has the whole. */
async function dropHalfLine(file: string): Promise<void> {
  const last = await lastByte(file);
  if (last === null || last === newline) return;
  const text = await readFile(file);
  await truncate(file, text.lastIndexOf(newline) + 1);
}
