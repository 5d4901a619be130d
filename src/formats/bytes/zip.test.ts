import { strFromU8, strToU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { zipped } from "./zip.ts";

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield strToU8(text);
}
const at = new Date("2026-03-01T12:00:00Z");
const made = async () => Buffer.concat(await Array.fromAsync(zipped([{ name: "a.csv", bytes: pieces("one,", "two") }, { name: "كتاب.txt", bytes: pieces("x".repeat(200_000), "end") }, { name: "empty", bytes: pieces() }], at)));

test("what goes in comes out, in its order and by its names", async () => {
  const files = unzipSync(await made());
  expect(Object.keys(files)).toEqual(["a.csv", "كتاب.txt", "empty"]);
  expect(strFromU8(files["a.csv"] ?? new Uint8Array())).toBe("one,two");
  expect(strFromU8(files["كتاب.txt"] ?? new Uint8Array())).toBe(`${"x".repeat(200_000)}end`);
});

test("the same files on the same day are the same bytes", async () => {
  expect((await made()).equals(await made())).toBe(true);
});

test("a file that cannot be read ends the zip with its failure, and leaves no half that looks whole", async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield strToU8("some");
    throw new Error("gone");
  }
  await expect(Array.fromAsync(zipped([{ name: "a", bytes: broken() }], at))).rejects.toThrow("gone");
});
