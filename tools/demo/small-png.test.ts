import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Pixels, readPng, writeSmallPng } from "./small-png.ts";

// The reader meets only what browsers write; the writer's own output is of another kind (a palette), so reading it back here is by hand.

function readBack(bytes: Buffer): Uint8Array {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) chunks.set(bytes.toString("latin1", at + 4, at + 8), bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  const width = chunks.get("IHDR")?.readUInt32BE(0) ?? 0;
  const palette = chunks.get("PLTE") ?? Buffer.alloc(0);
  const rows = inflateSync(chunks.get("IDAT") ?? Buffer.alloc(0));
  return Uint8Array.from([...rows].filter((_, i) => i % (width + 1) !== 0).flatMap((index) => [...palette.subarray(index * 3, index * 3 + 3)]));
}

test("a picture of at most 256 colours keeps every pixel", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.infiniteStream(fc.nat({ max: 255 })), (width, height, stream) => {
      const rgb = Uint8Array.from(stream.take(width * height * 3));
      expect(readBack(writeSmallPng({ width, height, rgb }))).toEqual(rgb);
    }),
  );
});

test("of more colours, each pixel stays near, and the ground is kept exactly", () => {
  const picture: Pixels = { width: 64, height: 64, rgb: Uint8Array.from({ length: 64 * 64 * 3 }, (_, i) => (i < 64 * 32 * 3 ? 250 : (i * 37) % 251)) };
  const back = readBack(writeSmallPng(picture));
  expect(back.subarray(0, 64 * 32 * 3)).toEqual(picture.rgb.subarray(0, 64 * 32 * 3));
  expect(Math.max(...back.map((value, i) => Math.abs(value - (picture.rgb[i] ?? 0))))).toBeLessThan(64);
});

test("what is no screenshot is refused", () => {
  expect(() => readPng(Buffer.from("GIF89a and more"))).toThrow(/not a PNG/);
  expect(() => readPng(writeSmallPng({ width: 1, height: 1, rgb: Uint8Array.of(1, 2, 3) }))).toThrow(/another kind/);
});
