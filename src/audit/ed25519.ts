import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import type { KeyObject } from "node:crypto";
import type { Sign, VerifySignature } from "./checkpoint.ts";

/** A signing key and its id: the first 16 hex digits of the SHA-256 of the public key (SPKI, DER). */
export type Signer = { readonly kind: "signer"; readonly keyId: string; readonly publicKeyPem: string; readonly sign: Sign };

/** A new private key (PKCS #8, PEM), to be kept in a file that only the server's account reads. */
export function newSigningKey(): string {
  return generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

/** @throws TypeError when the text is no Ed25519 private key in PEM (its text is not repeated) */
export function signerOf(privateKeyPem: string): Signer {
  const key = readPrivateKey(privateKeyPem);
  if (key.asymmetricKeyType !== "ed25519") throw new TypeError(`an Ed25519 private key expected, found ${key.asymmetricKeyType}`);
  const publicKeyPem = createPublicKey(key).export({ type: "spki", format: "pem" }).toString();
  return { kind: "signer", keyId: keyIdOf(publicKeyPem), publicKeyPem, sign: (message) => sign(null, message, key).toString("base64") };
}

/** Accepts signatures of these public keys (SPKI, PEM), each under its own id: keys may follow one another. */
export function verifierOf(publicKeyPems: readonly string[]): VerifySignature {
  const keys = new Map(publicKeyPems.map((pem) => [keyIdOf(pem), createPublicKey(pem)]));
  return (message, signature, keyId) => {
    const key = keys.get(keyId);
    return key !== undefined && verify(null, message, key, Buffer.from(signature, "base64"));
  };
}

export function keyIdOf(publicKeyPem: string): string {
  const der = createPublicKey(publicKeyPem).export({ type: "spki", format: "der" });
  return createHash("sha256").update(der).digest("hex").slice(0, 16);
}

function readPrivateKey(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch (e) {
    throw new TypeError("an Ed25519 private key expected, found no key in PEM", { cause: e });
  }
}
