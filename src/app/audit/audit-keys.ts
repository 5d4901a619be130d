import { mkdir, open, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newSigningKey, type Signer, signerOf, verifierOf } from "../../audit/ed25519.ts";
import type { VerifySignature } from "../../audit/checkpoint.ts";

/** Holds the signing key, the public keys and the roots. */
export function auditFolder(dataDir: string): string {
  return join(dataDir, "audit");
}

/** The file outside the database in which every checkpoint stands too, one JSON line each. */
export function rootsFile(dataDir: string): string {
  return join(auditFolder(dataDir), "roots.jsonl");
}

export const newline = 10;

/**
 * @param length how much of it counts; all of it when absent
 * @returns null when the file is not there or empty
 */
export async function lastByte(file: string, length?: number): Promise<number | null> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (handle === null) return null;
  try {
    const size = length ?? (await handle.stat()).size;
    if (size === 0) return null;
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer[0] ?? null;
  } finally {
    await handle.close();
  }
}

/** The server's signing key, made at the first use; only its account may read it. Public halves stay beside it, so that a key can be followed by another. */
export async function auditSigner(dataDir: string): Promise<Signer> {
  const folder = auditFolder(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "signing-key.pem");
  // "wx": of two processes at once only one makes the key, and both read the same.
  await writeFile(file, newSigningKey(), { mode: 0o600, flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  const signer = signerOf(await readFile(file, "utf8"));
  await writeFile(join(folder, `public-${signer.keyId}.pem`), signer.publicKeyPem, { mode: 0o600 });
  return signer;
}

/** Accepts signatures of every key that ever signed here. */
export async function auditVerifier(dataDir: string): Promise<VerifySignature> {
  const folder = auditFolder(dataDir);
  const files = (await readdir(folder).catch(() => [])).filter((f) => /^public-[0-9a-f]+\.pem$/.test(f));
  return verifierOf(await Promise.all(files.map((f) => readFile(join(folder, f), "utf8"))));
}
