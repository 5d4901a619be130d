import { bytesOfHex, hexOf } from "../base/ids.ts";
import { checkpointMessage } from "./checkpoint.ts";
import type { Checkpoint, VerifySignature } from "./checkpoint.ts";
import { append, emptyFrontier, rootOfFrontier } from "./merkle.ts";
import type { Frontier } from "./merkle.ts";

/** One leaf as the log holds it now, in the order of positions. Hashes in hex. */
export type LogLeaf = {
  /** from 0, without a gap */
  readonly position: number;
  readonly id: string;
  /** the hash that was noted for this position when it was given out */
  readonly recorded: string;
  /** the hash that the entry itself carries; null where the entry is gone */
  readonly stored: string | null;
  /** recomputed from what the entry says (see leaf.ts); null where it is gone */
  readonly digest: string | null;
  /** whether the values kept in the clear match their salted hashes; null where they were erased */
  readonly valuesMatch: boolean | null;
  /** rises within a checkpoint, where the log numbers its entries as they come */
  readonly seq?: number;
};

/** The first thing that does not hold. A position where one leaf is meant, a range where the tree alone tells. */
export type LogFault =
  | { readonly kind: "leaf"; readonly what: "changed" | "removed" | "reordered" | "added"; readonly id: string | null; readonly position: number; readonly found: string; readonly expected: string }
  | { readonly kind: "leaves"; readonly what: "root"; readonly checkpoint: number; readonly from: number; readonly to: number; readonly found: string; readonly expected: string }
  | { readonly kind: "checkpoint"; readonly what: "signature" | "chain" | "number" | "size"; readonly checkpoint: number; readonly found: string; readonly expected: string };

export type LogReport = {
  readonly kind: "log-report";
  /** leaves that hold under a checkpoint */
  readonly leaves: number;
  /** leaves after the last checkpoint: whole in themselves, not yet signed for */
  readonly pending: number;
  readonly checkpoints: number;
  /** of the last checkpoint that holds; null before the first */
  readonly root: string | null;
  readonly fault: LogFault | null;
};

type Stream<T> = Iterable<T> | AsyncIterable<T>;

/**
 * Reads a log once, from its first leaf to its last, and tells whether every checkpoint holds.
 *
 * It stops at the first fault and names it. Whoever changes an entry without its noted hash is named by the entry; who changes
 * the hashes too meets the signed root, which names the leaves between two checkpoints, or the very one where the checkpoint
 * brings its `leafHashes`. Taking away the last checkpoints together with their leaves is seen only against copies kept
 * outside: pass those as `checkpoints`. Memory does not grow with the log.
 */
export async function verifyLog(leaves: Stream<LogLeaf>, checkpoints: Stream<Checkpoint>, verifySignature: VerifySignature): Promise<LogReport> {
  const upcoming = iterate(checkpoints);
  let state: State = { tree: emptyFrontier, last: null, next: null, held: 0, seq: -Infinity, expected: null };
  const report = (fault: LogFault | null): LogReport => ({
    kind: "log-report",
    leaves: state.last?.size ?? 0,
    pending: fault === null ? state.tree.size - (state.last?.size ?? 0) : 0,
    checkpoints: state.held,
    root: state.last?.root ?? null,
    fault,
  });
  /** Takes all checkpoints that the tree has reached. */
  const advance = async (): Promise<LogFault | null> => {
    for (;;) {
      if (state.next === null) {
        const { value, done } = await upcoming.next();
        if (done === true) return null;
        const bad = checkpointFault(value, state.last, verifySignature);
        if (bad !== null) return bad;
        state = { ...state, next: value, expected: expectedHashes(value, state.tree.size) };
      }
      const next: Checkpoint | null = state.next;
      if (next === null || next.size > state.tree.size) return null;
      const root = hexOf(rootOfFrontier(state.tree));
      if (root !== next.root) return { kind: "leaves", what: "root", checkpoint: next.n, from: state.last?.size ?? 0, to: next.size - 1, found: root, expected: next.root };
      state = { ...state, last: next, next: null, held: state.held + 1, seq: -Infinity, expected: null };
    }
  };

  let fault = await advance();
  if (fault !== null) return report(fault);
  /** Where an entry does not bear the hash of its place: whether that hash has a later place, then the two changed places. */
  let misplaced: Extract<LogFault, { kind: "leaf" }> | null = null;
  for await (const leaf of leaves) {
    if (misplaced !== null) {
      if (leaf.recorded === misplaced.found) return report({ ...misplaced, what: "reordered" });
      continue;
    }
    fault = leafFault(leaf, state);
    if (fault?.kind === "leaf" && fault.what === "changed" && fault.expected === leaf.recorded && leaf.digest === leaf.stored) {
      misplaced = fault;
      continue;
    }
    if (fault !== null) return report(fault);
    state = { ...state, tree: append(state.tree, bytesOfHex(leaf.digest ?? leaf.recorded)), seq: leaf.seq ?? state.seq };
    fault = await advance();
    if (fault !== null) return report(fault);
  }
  if (misplaced !== null) return report(misplaced);
  if (state.next !== null) {
    return report({ kind: "leaf", what: "removed", id: null, position: state.tree.size, found: `${state.tree.size} leaves`, expected: `${state.next.size} leaves at checkpoint ${state.next.n}` });
  }
  return report(null);
}

type State = {
  readonly tree: Frontier;
  readonly last: Checkpoint | null;
  readonly next: Checkpoint | null;
  readonly held: number;
  readonly seq: number;
  /** hash by position since the last checkpoint, where the next one brings them */
  readonly expected: ReadonlyMap<number, string> | null;
};

function leafFault(leaf: LogLeaf, state: State): LogFault | null {
  const position = state.tree.size;
  const named = (what: "changed" | "removed" | "reordered" | "added", found: string, expected: string, id: string | null = leaf.id): LogFault => ({ kind: "leaf", what, id, position, found, expected });
  if (leaf.position > position) return named("removed", `position ${leaf.position}`, `position ${position}`, null);
  if (leaf.position < position) return named("added", `position ${leaf.position} again`, `position ${position}`);
  if (leaf.digest === null || leaf.stored === null) return named("removed", "no entry", leaf.recorded);
  if (leaf.digest !== leaf.stored) return named("changed", leaf.digest, leaf.stored);
  if (leaf.valuesMatch === false) return named("changed", "values that do not match their hashes", "the values as written");
  if (leaf.digest !== leaf.recorded) return named("changed", leaf.digest, leaf.recorded);
  if (leaf.seq !== undefined && leaf.seq < state.seq) return named("reordered", `entry ${leaf.seq} after ${state.seq}`, "entries in the order they came");
  const expected = state.expected?.get(position);
  if (expected !== undefined && expected !== leaf.digest) {
    const elsewhere = state.expected !== null && [...state.expected.values()].includes(leaf.digest);
    return named(elsewhere ? "reordered" : "changed", leaf.digest, expected);
  }
  return null;
}

function checkpointFault(c: Checkpoint, last: Checkpoint | null, verifySignature: VerifySignature): LogFault | null {
  const named = (what: "signature" | "chain" | "number" | "size", found: unknown, expected: unknown): LogFault => ({ kind: "checkpoint", what, checkpoint: c.n, found: String(found), expected: String(expected) });
  if (last === null ? c.n !== 0 && c.n !== 1 : c.n !== last.n + 1) return named("number", c.n, last === null ? "0 or 1" : last.n + 1);
  if (!verifySignature(checkpointMessage(c), c.signature, c.keyId)) return named("signature", `no signature by key ${c.keyId}`, "a signature by a known key");
  if (c.previous !== (last?.root ?? null)) return named("chain", c.previous, last?.root ?? null);
  if (c.size < (last?.size ?? 0)) return named("size", c.size, `at least ${last?.size ?? 0}`);
  return null;
}

function expectedHashes(c: Checkpoint, from: number): ReadonlyMap<number, string> | null {
  return c.leafHashes === undefined ? null : new Map(c.leafHashes.map((hash, i) => [from + i, hash]));
}

async function* iterate<T>(stream: Stream<T>): AsyncGenerator<T, undefined> {
  for await (const item of stream) yield item;
  return undefined;
}
