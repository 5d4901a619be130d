import { emptyRoot, nodeHash, rootOf, sameHash } from "./merkle.ts";
import type { Hash } from "./merkle.ts";

/**
 * The hashes that lead from a leaf to the root (RFC 6962, 2.1.1), nearest first.
 *
 * @throws RangeError when there is no such leaf
 */
export function inclusionProof(leafHashes: readonly Hash[], index: number): Hash[] {
  if (!Number.isInteger(index) || index < 0 || index >= leafHashes.length) throw new RangeError(`leaf 0 to ${leafHashes.length - 1} expected, found ${index}`);
  if (leafHashes.length === 1) return [];
  const k = split(leafHashes.length);
  const [left, right] = [leafHashes.slice(0, k), leafHashes.slice(k)];
  return index < k ? [...inclusionProof(left, index), rootOf(right)] : [...inclusionProof(right, index - k), rootOf(left)];
}

/** Whether the leaf stands at `index` in the tree of `size` leaves with this root (RFC 9162, 2.1.3.2). */
export function verifyInclusion(leaf: Hash, index: number, size: number, proof: readonly Hash[], root: Hash): boolean {
  if (!Number.isInteger(index) || !Number.isInteger(size) || index < 0 || index >= size) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else hash = nodeHash(hash, sibling);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameHash(hash, root);
}

/**
 * The hashes that show that the tree of the first `size` leaves is the beginning of the whole (RFC 6962, 2.1.2).
 *
 * @throws RangeError when there are fewer leaves than `size`
 */
export function consistencyProof(leafHashes: readonly Hash[], size: number): Hash[] {
  if (!Number.isInteger(size) || size < 0 || size > leafHashes.length) throw new RangeError(`a size from 0 to ${leafHashes.length} expected, found ${size}`);
  return size === 0 ? [] : subproof(leafHashes, size, true);
}

/** Whether the older root is of a beginning of the newer tree: nothing was changed, removed or put between (RFC 9162, 2.1.4.2). */
export function verifyConsistency(oldSize: number, newSize: number, oldRoot: Hash, newRoot: Hash, proof: readonly Hash[]): boolean {
  if (!Number.isInteger(oldSize) || !Number.isInteger(newSize) || oldSize < 0 || oldSize > newSize) return false;
  if (oldSize === newSize) return proof.length === 0 && sameHash(oldRoot, newRoot);
  if (oldSize === 0) return proof.length === 0 && sameHash(oldRoot, emptyRoot());
  const path = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof;
  let [at, last] = [oldSize - 1, newSize - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  const [seed, ...rest] = path;
  if (seed === undefined) return false;
  let [older, newer] = [seed, seed];
  for (const hash of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [older, newer] = [nodeHash(hash, older), nodeHash(hash, newer)];
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else newer = nodeHash(newer, hash);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameHash(older, oldRoot) && sameHash(newer, newRoot);
}

function subproof(leaves: readonly Hash[], size: number, whole: boolean): Hash[] {
  if (size === leaves.length) return whole ? [] : [rootOf(leaves)];
  const k = split(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return size <= k ? [...subproof(left, size, whole), rootOf(right)] : [...subproof(right, size - k, false), rootOf(left)];
}

/** The largest power of two below n. */
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** Not >> 1: a log may outgrow 32 bits. */
function half(n: number): number {
  return Math.floor(n / 2);
}

function isPowerOfTwo(n: number): boolean {
  return split(n + 1) === n;
}
