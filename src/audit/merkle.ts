import { createHash } from "node:crypto";

/**
 * The Merkle tree of RFC 6962 (Certificate Transparency), section 2: SHA-256, leaves and nodes hashed with different first
 * bytes, so that no node can pass as a leaf. A tree of n leaves is a full tree of the largest power of two below n beside the rest.
 */
export type Hash = Uint8Array;

/** MTH({d}) = SHA-256(0x00 || d) */
export function leafHash(data: Uint8Array): Hash {
  return createHash("sha256").update(leafPrefix).update(data).digest();
}

/** SHA-256(0x01 || left || right) */
export function nodeHash(left: Hash, right: Hash): Hash {
  return createHash("sha256").update(nodePrefix).update(left).update(right).digest();
}

/** The root of no leaves: SHA-256 of nothing. */
export function emptyRoot(): Hash {
  return createHash("sha256").digest();
}

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/**
 * All that a growing tree must remember: the roots of its full subtrees, largest first (at most 53 hashes).
 * Add leaves with `append`, ask for the root with `rootOfFrontier`.
 */
export type Frontier = { readonly size: number; readonly peaks: readonly Hash[] };

export const emptyFrontier: Frontier = { size: 0, peaks: [] };

export function append(tree: Frontier, leaf: Hash): Frontier {
  const peaks = [...tree.peaks];
  let hash = leaf;
  for (let n = tree.size; n % 2 === 1; n = (n - 1) / 2) hash = nodeHash(peaks.pop() ?? hash, hash);
  peaks.push(hash);
  return { size: tree.size + 1, peaks };
}

export function rootOfFrontier(tree: Frontier): Hash {
  return tree.peaks.length === 0 ? emptyRoot() : tree.peaks.reduceRight((right, left) => nodeHash(left, right));
}

/** The root over leaf hashes in their order. Keeps only the frontier: the leaves may be a stream of any length. */
export function rootOf(leafHashes: Iterable<Hash>): Hash {
  let tree = emptyFrontier;
  for (const leaf of leafHashes) tree = append(tree, leaf);
  return rootOfFrontier(tree);
}

export function sameHash(a: Hash, b: Hash): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
