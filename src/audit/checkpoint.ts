import { canonicalJson } from "./canonical-json.ts";

/** A signed word on the log at one moment: the root over its first `size` leaves. Hashes in hex. */
export type Checkpoint = {
  /** 0, 1, 2, … or 1, 2, 3, …: without a gap */
  readonly n: number;
  readonly size: number;
  readonly root: string;
  /** root of the checkpoint before; null for the first */
  readonly previous: string | null;
  /** ISO 8601 in UTC with milliseconds */
  readonly at: string;
  readonly keyId: string;
  /** base64 */
  readonly signature: string;
  /** The hashes of the leaves since the checkpoint before, where they were kept outside: they let a verifier name the very leaf. */
  readonly leafHashes?: readonly string[];
};

export type UnsignedCheckpoint = Omit<Checkpoint, "signature" | "leafHashes">;

/** Signs a message: base64. Ed25519 in ed25519.ts; a function, so that a key may live in a device. */
export type Sign = (message: Uint8Array) => string;

/** Whether the signature (base64) over the message is by the key of this id. An unknown key is a no. */
export type VerifySignature = (message: Uint8Array, signature: string, keyId: string) => boolean;

/** The bytes that are signed. The first line keeps a signature from standing for anything else. */
export function checkpointMessage({ n, size, root, previous, at, keyId }: UnsignedCheckpoint): Uint8Array {
  return new TextEncoder().encode(`entente audit checkpoint 1\n${canonicalJson({ n, size, root, previous, at, keyId })}\n`);
}

export function signCheckpoint(unsigned: UnsignedCheckpoint, sign: Sign): Checkpoint {
  return { ...unsigned, signature: sign(checkpointMessage(unsigned)) };
}
