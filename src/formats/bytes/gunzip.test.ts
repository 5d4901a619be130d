import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { gunzipped, plainHead } from "./gunzip.ts";
import { counted, type Input } from "./input.ts";

async function through(chunks: Iterable<Uint8Array>): Promise<{ readonly length: number; readonly input: Input }> {
  const input: Input = { taken: 0, notices: [] };
  async function* source() {
    yield* chunks;
  }
  let length = 0;
  for await (const chunk of gunzipped(counted(source(), input), input)) length += chunk.length;
  return { length, input };
}

test("plain bytes pass as they are, packed ones are unpacked, several archives in a row too", async () => {
  const text = Buffer.from("words ".repeat(1000));
  expect((await through([text])).length).toBe(6000);
  expect((await through([gzipSync(text).subarray(0, 5), gzipSync(text).subarray(5)])).length).toBe(6000);
  expect((await through([gzipSync(text), gzipSync(text)])).length).toBe(12_000);
});

test("an archive that expands beyond reason is stopped", async () => {
  const bomb = gzipSync(Buffer.alloc(200 * 2 ** 20));
  const { length, input } = await through([bomb]);
  expect(length).toBeLessThan(80 * 2 ** 20);
  expect(input.notices.map((n) => n.code)).toEqual(["gzip-expands-too-much"]);
});

test("a damaged archive is told, and what the input throws is thrown", async () => {
  const packed = gzipSync(Buffer.from("words ".repeat(1000)));
  packed.fill(0, 20, 30);
  expect((await through([packed])).input.notices.map((n) => n.code)).toEqual(["gzip-damaged"]);
  function* broken() {
    yield gzipSync(Buffer.from("words"));
    throw new Error("upload broken");
  }
  await expect(through(broken())).rejects.toThrow("upload broken");
});

test("the head of an archive can be looked at before the rest has come", () => {
  const packed = gzipSync(Buffer.from(Array.from({ length: 5000 }, (_, i) => `line ${Math.sin(i)}`).join("\n")));
  expect(new TextDecoder().decode(plainHead(packed.subarray(0, 2000)))).toMatch(/^line 0\nline 0\.84/);
  expect(plainHead(packed.subarray(0, 3))).toHaveLength(0);
});
