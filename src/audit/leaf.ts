import { createHmac } from "node:crypto";
import { hexOf } from "../base/ids.ts";
import { canonicalJson } from "./canonical-json.ts";
import { leafHash } from "./merkle.ts";

/** What one entry of the log binds: who, in which role, for whom, when, what, and salted hashes of what was before and after. */
export type LeafContent = {
  readonly id: string;
  /** ISO 8601 in UTC with milliseconds */
  readonly at: string;
  readonly accountId: string | null;
  readonly role: string;
  readonly holderId: string | null;
  readonly act: string;
  readonly reason: string | null;
  readonly recordIds: readonly string[];
  /** the marking that the entry carries, by the number of its visibility class */
  readonly classId: number;
  readonly beforeHash: string;
  readonly afterHash: string;
};

/** The leaf's hash in hex: RFC 6962's leaf hash of its canonical JSON. Any further fact given is bound too. */
export function leafDigest(content: LeafContent): string {
  return hexOf(leafHash(new TextEncoder().encode(canonicalJson(content))));
}

/**
 * HMAC-SHA-256 of a value's canonical JSON under the entry's salt, in hex.
 *
 * Salted, so that a hash tells nothing by trying likely values once the salt is gone: erasing value and salt is an
 * erasure, and the log still verifies. `salt` is at least 16 random bytes in hex.
 *
 * @throws RangeError when the salt is shorter
 */
export function saltedHash(value: unknown, salt: string): string {
  if (!/^(?:[0-9a-f]{2}){16,}$/i.test(salt)) throw new RangeError("a salt of 16 bytes or more in hex expected");
  return createHmac("sha256", Buffer.from(salt, "hex")).update(canonicalJson(value), "utf8").digest("hex");
}
