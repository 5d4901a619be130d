import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOfHex, hexOf } from "../base/ids.ts";
import { signCheckpoint } from "./checkpoint.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { newSigningKey, signerOf, verifierOf } from "./ed25519.ts";
import { leafDigest } from "./leaf.ts";
import { rootOf } from "./merkle.ts";
import { verifyLog } from "./verify-log.ts";
import type { LogLeaf } from "./verify-log.ts";

fc.configureGlobal({ seed: 20_261_124 });

const signer = signerOf(newSigningKey());
const verify = verifierOf([signer.publicKeyPem]);

function entry(i: number, act = `act ${i}`): LogLeaf {
  const digest = leafDigest({ id: `leaf-${i}`, at: "2026-01-01T00:00:00.000Z", accountId: null, role: "system", holderId: null, act, reason: null, recordIds: [], classId: 1, beforeHash: "", afterHash: "" });
  return { position: i, id: `leaf-${i}`, recorded: digest, stored: digest, digest, valuesMatch: true, seq: i * 3 };
}

function log(sizes: readonly number[], total: number, withHashes = false) {
  const leaves = Array.from({ length: total }, (_, i) => entry(i));
  const hashes = leaves.map((l) => l.recorded);
  const checkpoints: Checkpoint[] = [];
  for (const [i, size] of sizes.entries()) {
    const root = hexOf(rootOf(hashes.slice(0, size).map(bytesOfHex)));
    const signed = signCheckpoint({ n: i + 1, size, root, previous: checkpoints.at(-1)?.root ?? null, at: `2026-01-01T00:0${i}:00.000Z`, keyId: signer.keyId }, signer.sign);
    checkpoints.push(withHashes ? { ...signed, leafHashes: hashes.slice(sizes[i - 1] ?? 0, size) } : signed);
  }
  return { leaves, checkpoints };
}

/** An entry rewritten with all its hashes, as someone who owns the database could. */
const forged = (i: number): LogLeaf => ({ ...entry(i, "something else"), position: i });

test("a whole log verifies; what came after the last checkpoint is pending", async () => {
  const { leaves, checkpoints } = log([0, 4, 4, 9], 11);
  expect(await verifyLog(leaves, checkpoints, verify)).toEqual({ kind: "log-report", leaves: 9, pending: 2, checkpoints: 4, root: checkpoints[3]?.root, fault: null });
  expect(await verifyLog([], [], verify)).toMatchObject({ leaves: 0, fault: null, root: null });
});

test("an entry that was numbered early and laid down late stands under a later checkpoint: no fault", async () => {
  const { leaves, checkpoints } = log([4, 9], 10);
  expect((await verifyLog(leaves.with(4, { ...entry(4), seq: 1 }), checkpoints, verify)).fault).toBeNull();
});

test("it reads streams", async () => {
  const { leaves, checkpoints } = log([3, 5], 5);
  async function* stream<T>(all: readonly T[]) {
    for (const one of all) yield one;
  }
  expect(await verifyLog(stream(leaves), stream(checkpoints), verify)).toMatchObject({ leaves: 5, checkpoints: 2, fault: null });
});

const damage: [string, (leaves: LogLeaf[]) => LogLeaf[], object][] = [
  ["a changed entry", (l) => l.with(5, { ...entry(5), digest: forged(5).digest }), { kind: "leaf", what: "changed", id: "leaf-5", position: 5 }],
  ["values that no longer match", (l) => l.with(2, { ...entry(2), valuesMatch: false }), { what: "changed", id: "leaf-2", position: 2 }],
  ["an entry changed with its own hash", (l) => l.with(5, { ...forged(5), recorded: entry(5).recorded }), { what: "changed", id: "leaf-5", position: 5 }],
  ["two places that point to each other's entry", (l) => l.with(4, { ...entry(5), position: 4, recorded: entry(4).recorded }).with(5, { ...entry(4), position: 5, recorded: entry(5).recorded }), { what: "reordered", id: "leaf-5", position: 4 }],
  ["an entry that is gone", (l) => l.with(6, { ...entry(6), digest: null, stored: null, valuesMatch: null }), { what: "removed", id: "leaf-6", position: 6 }],
  ["an entry gone with its position", (l) => l.toSpliced(6, 1), { what: "removed", id: null, position: 6 }],
  ["the last entries gone", (l) => l.slice(0, 7), { what: "removed", id: null, position: 7 }],
  ["a position given twice", (l) => l.toSpliced(4, 0, { ...entry(3), id: "leaf-x" }), { what: "added", id: "leaf-x", position: 4 }],
  ["two entries that changed places", (l) => l.with(4, { ...entry(5), position: 4 }).with(5, { ...entry(4), position: 5 }), { what: "reordered", id: "leaf-4", position: 5 }],
  ["two entries that changed places with their numbers", (l) => l.with(4, { ...entry(5), position: 4, seq: 12 }).with(5, { ...entry(4), position: 5, seq: 15 }), { kind: "leaves", what: "root", from: 4, to: 8 }],
  ["an entry forged with all its hashes", (l) => l.with(5, forged(5)), { kind: "leaves", what: "root", checkpoint: 2, from: 4, to: 8 }],
  ["all later entries moved up after a removal", (l) => l.toSpliced(1, 1).map((leaf, position) => ({ ...leaf, position })), { kind: "leaves", what: "root", checkpoint: 1, from: 0, to: 3 }],
];

test.each(damage)("%s is found and named", async (_, harm, fault) => {
  const { leaves, checkpoints } = log([4, 9], 10);
  expect((await verifyLog(harm(leaves), checkpoints, verify)).fault).toMatchObject(fault);
});

test.each([
  ["an entry forged with all its hashes", (l: LogLeaf[]) => l.with(5, forged(5)), { what: "changed", id: "leaf-5", position: 5 }],
  ["two entries that changed places with their numbers", (l: LogLeaf[]) => l.with(4, { ...entry(5), position: 4, seq: 12 }).with(5, { ...entry(4), position: 5, seq: 15 }), { what: "reordered", id: "leaf-5", position: 4 }],
] as const)("with hashes kept outside, %s is named by the leaf", async (_, harm, fault) => {
  const { leaves, checkpoints } = log([4, 9], 10, true);
  expect((await verifyLog(leaves, checkpoints, verify)).fault).toBeNull();
  expect((await verifyLog(harm(leaves), checkpoints, verify)).fault).toMatchObject(fault);
});

const badCheckpoints: [string, (c: Checkpoint[]) => Checkpoint[], object][] = [
  ["a root that was changed", (c) => c.map((one) => (one.n === 2 ? { ...one, root: "00".repeat(32) } : one)), { what: "signature", checkpoint: 2 }],
  ["one signed by a stranger", (c) => c.map((one) => (one.n === 2 ? signCheckpoint(one, signerOf(newSigningKey()).sign) : one)), { what: "signature", checkpoint: 2 }],
  ["one under an unknown key", (c) => c.map((one) => (one.n === 2 ? { ...one, keyId: "0".repeat(16) } : one)), { what: "signature", checkpoint: 2 }],
  ["one taken from the middle", (c) => c.filter((one) => one.n !== 2), { what: "number", checkpoint: 3 }],
  ["one that does not follow the one before", (c) => c.map((one) => (one.n === 2 ? signCheckpoint({ ...one, previous: "11".repeat(32) }, signer.sign) : one)), { what: "chain", checkpoint: 2 }],
  ["one that shrinks the log", (c) => c.map((one) => (one.n === 3 ? signCheckpoint({ ...one, size: 2 }, signer.sign) : one)), { what: "size", checkpoint: 3 }],
];

test.each(badCheckpoints)("a bad checkpoint is named: %s", async (_, harm, fault) => {
  const { leaves, checkpoints } = log([3, 6, 9], 10);
  expect((await verifyLog(leaves, harm(checkpoints), verify)).fault).toMatchObject({ kind: "checkpoint", ...fault });
});

test("a fault leaves what held before it in the report", async () => {
  const { leaves, checkpoints } = log([4, 9], 10);
  expect(await verifyLog(leaves.with(7, forged(7)), checkpoints, verify)).toMatchObject({ leaves: 4, checkpoints: 1, root: checkpoints[0]?.root });
});

test("an erased entry still verifies", async () => {
  const { leaves, checkpoints } = log([4], 4);
  expect((await verifyLog(leaves.with(2, { ...entry(2), valuesMatch: null }), checkpoints, verify)).fault).toBeNull();
});

test("any one leaf changed under a checkpoint is found, wherever the checkpoints lie", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.array(fc.nat(40), { maxLength: 4 }), fc.nat(), async (total, cuts, at) => {
      const sizes = [...cuts.map((c) => c % (total + 1)), total].toSorted((a, b) => a - b);
      const { leaves, checkpoints } = log(sizes, total);
      expect((await verifyLog(leaves, checkpoints, verify)).fault).toBeNull();
      const i = at % total;
      const { fault } = await verifyLog(leaves.with(i, forged(i)), checkpoints, verify);
      expect(fault).toMatchObject({ kind: "leaves", what: "root" });
      if (fault?.kind === "leaves") {
        expect(fault.from).toBeLessThanOrEqual(i);
        expect(fault.to).toBeGreaterThanOrEqual(i);
      }
    }),
  );
});

test("keys are told by their id, and only Ed25519 signs", () => {
  expect(signer.keyId).toMatch(/^[0-9a-f]{16}$/);
  expect(verify(new TextEncoder().encode("x"), signer.sign(new TextEncoder().encode("x")), signer.keyId)).toBe(true);
  expect(verify(new TextEncoder().encode("y"), signer.sign(new TextEncoder().encode("x")), signer.keyId)).toBe(false);
  expect(() => signerOf("no key")).toThrow("found no key in PEM");
  expect(() => signerOf(generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "pem" }).toString())).toThrow("found ec");
});
