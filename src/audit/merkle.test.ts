import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOfHex, hexOf } from "../base/ids.ts";
import { append, emptyFrontier, emptyRoot, leafHash, nodeHash, rootOf, rootOfFrontier } from "./merkle.ts";
import type { Hash } from "./merkle.ts";
import { consistencyProof, inclusionProof, verifyConsistency, verifyInclusion } from "./proof.ts";

fc.configureGlobal({ seed: 20_261_124 });

// The inputs and roots that implementations of Certificate Transparency test themselves with.
const inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"].map((hex) => leafHash(bytesOfHex(hex)));
const roots = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

test("the empty tree has the hash of nothing", () => {
  expect(hexOf(emptyRoot())).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect(rootOf([])).toEqual(emptyRoot());
});

test.each(roots.map((root, i) => [i + 1, root] as const))("the known tree of %i leaves has its known root", (size, root) => {
  expect(hexOf(rootOf(inputs.slice(0, size)))).toBe(root);
});

/** MTH as RFC 6962 defines it, by recursion: slow and plain. */
function byDefinition(leaves: readonly Hash[]): Hash {
  const [first] = leaves;
  if (first === undefined) return emptyRoot();
  if (leaves.length === 1) return first;
  const k = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return nodeHash(byDefinition(leaves.slice(0, k)), byDefinition(leaves.slice(k)));
}

const anyLeaves = fc.integer({ min: 1, max: 70 }).map((n) => Array.from({ length: n }, (_, i) => leafHash(Uint8Array.of(i))));

test("growing leaf by leaf gives the root of the definition at every size, and remembers few hashes", () => {
  let tree = emptyFrontier;
  const leaves: Hash[] = [];
  for (let i = 0; i < 130; i++) {
    leaves.push(leafHash(Uint8Array.of(i)));
    tree = append(tree, leafHash(Uint8Array.of(i)));
    expect(hexOf(rootOfFrontier(tree))).toBe(hexOf(byDefinition(leaves)));
    expect(tree.peaks.length).toBe([...leaves.length.toString(2)].filter((bit) => bit === "1").length);
  }
});

test("every leaf is proven in its place, and in no other", () => {
  fc.assert(
    fc.property(anyLeaves, fc.nat(), fc.nat(), (leaves, a, b) => {
      const [i, j] = [a % leaves.length, b % leaves.length];
      const [leaf, root] = [leaves[i] ?? emptyRoot(), rootOf(leaves)];
      const proof = inclusionProof(leaves, i);
      expect(verifyInclusion(leaf, i, leaves.length, proof, root)).toBe(true);
      expect(verifyInclusion(leaf, j, leaves.length, proof, root)).toBe(i === j);
      expect(verifyInclusion(leafHash(Uint8Array.of(200)), i, leaves.length, proof, root)).toBe(false);
      expect(verifyInclusion(leaf, i, leaves.length, [...proof, root], root)).toBe(false);
      if (proof.length > 0) expect(verifyInclusion(leaf, i, leaves.length, proof.slice(1), root)).toBe(false);
    }),
  );
});

test("each tree is proven a beginning of each later one, and of no changed one", () => {
  fc.assert(
    fc.property(anyLeaves, fc.nat(), fc.nat(), (leaves, a, at) => {
      const size = a % (leaves.length + 1);
      const proof = consistencyProof(leaves, size);
      const [older, newer] = [rootOf(leaves.slice(0, size)), rootOf(leaves)];
      expect(verifyConsistency(size, leaves.length, older, newer, proof)).toBe(true);
      if (size > 0) {
        const changed = leaves.slice(0, size).with(at % size, leafHash(Uint8Array.of(200)));
        expect(verifyConsistency(size, leaves.length, rootOf(changed), newer, proof)).toBe(false);
      }
      expect(verifyConsistency(size, leaves.length, older, newer, [...proof, older])).toBe(false);
      if (proof.length > 0) expect(verifyConsistency(size, leaves.length, older, newer, proof.slice(0, -1))).toBe(false);
      expect(verifyConsistency(size, leaves.length, older, leafHash(Uint8Array.of(201)), proof)).toBe(size === 0);
    }),
  );
});

test("a proof for what is not there is refused", () => {
  expect(() => inclusionProof(inputs, 8)).toThrow(RangeError);
  expect(() => consistencyProof(inputs, 9)).toThrow(RangeError);
  expect(verifyInclusion(inputs[0] ?? emptyRoot(), 0, 0, [], emptyRoot())).toBe(false);
  expect(verifyConsistency(5, 3, emptyRoot(), emptyRoot(), [])).toBe(false);
});

test("no node passes as a leaf", () => {
  const [left, right] = [leafHash(Uint8Array.of(1)), leafHash(Uint8Array.of(2))];
  expect(leafHash(Uint8Array.of(...left, ...right))).not.toEqual(nodeHash(left, right));
});
