import { createHash } from "node:crypto";
import { bytesOfHex, uuidFromBytes } from "./ids.ts";

// The project's own namespace, drawn once at random: changing it would change the id of every shipped row.
const root = "6f0c2d0e-7a51-4c1e-9f63-2b8a5d3e9c47";

/**
 * The id of a shipped row: the same namespace and key give the same id on every machine and at every start, so that
 * loading the shipped record again changes nothing. UUID version 5 (RFC 9562), in the namespace that is itself
 * the version 5 of `namespaceText`. Server only (node:crypto).
 *
 * `stableId("meeting", "afg-2023-03-01")`
 */
export function stableId(namespaceText: string, key: string): string {
  return uuid5(uuid5(root, namespaceText), key);
}

/** RFC 9562 section 5.5: SHA-1 over the namespace's bytes and the name in UTF-8. */
export function uuid5(namespace: string, name: string): string {
  const hash = createHash("sha1").update(bytesOfHex(namespace.replaceAll("-", ""))).update(name, "utf8").digest();
  return uuidFromBytes(hash, 5);
}
