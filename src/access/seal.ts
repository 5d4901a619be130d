import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/**
 * Seals a secret that has to be read again (AES-256-GCM: nonce of 12 bytes, tag of 16, then the rest).
 * @param what says what it is and whose: opened as anything else it is refused
 */
export function seal(key: Uint8Array, what: string, secret: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(what, "utf8"));
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @returns null when it was sealed with another key, as something else, or was changed */
export function unseal(key: Uint8Array, what: string, sealed: Uint8Array): string | null {
  if (sealed.length < 28) return null;
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12)).setAAD(Buffer.from(what, "utf8")).setAuthTag(sealed.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8");
  } catch (error) {
    if (error instanceof Error && /authenticate/.test(error.message)) return null;
    throw error;
  }
}
