import { createHash, randomBytes } from "node:crypto";

/** A new opaque secret: 256 random bits, base64url. Shown once; only its hash is kept. */
export function newSecret(prefix = ""): string {
  return prefix + randomBytes(32).toString("base64url");
}

/** SHA-256 of a secret. A secret this long needs no slow hash: it cannot be guessed. */
export function secretHash(secret: string): Buffer {
  return createHash("sha256").update(secret, "utf8").digest();
}
