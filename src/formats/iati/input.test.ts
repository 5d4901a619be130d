import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { collect } from "../testing.ts";
import { readIati } from "./read.ts";
import { activity, file, read } from "./testing.ts";

const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return big ? bytes.swap16() : bytes;
};
const accents = (declared: string) =>
  `<?xml version="1.0" encoding="${declared}"?>${file(activity("A").replace("T A", "Réfugiés"))}`;

test.each([
  ["UTF-8", Buffer.from(accents("UTF-8"))],
  ["UTF-8 with a mark", Buffer.from(`\ufeff${accents("utf-8")}`)],
  ["UTF-16 little", utf16(accents("UTF-16"), false)],
  ["UTF-16 big", utf16(accents("UTF-16"), true)],
  ["ISO-8859-1", Buffer.from(accents("ISO-8859-1"), "latin1")],
  ["windows-1252", Buffer.from(accents("windows-1252"), "latin1")],
  ["gzip", gzipSync(Buffer.from(accents("UTF-8")))],
])("%s is read", async (_, bytes) => {
  for (const size of [1, 3, 65_536]) {
    const { reports, faults } = await read(bytes, size);
    expect([reports[0]?.title, faults]).toEqual([{ fr: "Réfugiés" }, []]);
  }
});

test("UTF-8 that calls itself UTF-16 is read, with a warning", async () => {
  const { reports, faults } = await read(accents("utf-16"));
  expect([reports[0]?.title, faults.map((f) => [f.code, f.severity])]).toEqual([
    { fr: "Réfugiés" },
    [["encoding-misdeclared", "warning"]],
  ]);
});

test("bytes that are not in the encoding are told where they stand", async () => {
  const { reports, faults } = await read(Buffer.from(accents("UTF-8"), "latin1"));
  expect([reports.length, faults.map((f) => [f.code, f.identifier])]).toEqual([1, [["bytes-undecodable", "A"]]]);
});

test("space before the XML declaration is forgiven, with a warning", async () => {
  const { reports, faults } = await read(`\n\n${accents("UTF-8")}`);
  expect([reports[0]?.at.line, faults.map((f) => [f.code, f.line])]).toEqual([4, [["xml-declaration-late", 3]]]);
});

test("a gzip file that is cut gives what could be had, and says so", async () => {
  const zipped = gzipSync(
    Buffer.from(file(...Array.from({ length: 2000 }, (_, i) => activity(`A${i}`, `<!-- ${Math.sin(i)} -->`)))),
  );
  const { reports, faults } = await read(zipped.subarray(0, zipped.length / 2));
  expect(reports.length).toBeGreaterThan(500);
  expect(faults.map((f) => f.code)).toContain("gzip-damaged");
});

test("progress counts the bytes as they came and ends with all of them", async () => {
  const text = file(...Array.from({ length: 2000 }, (_, i) => activity(`A${i}`)));
  const { progress } = await read(text, 10_000);
  expect(progress.at(-1)).toBe(text.length);
  expect(progress.length).toBeGreaterThan(5);
  expect(progress.toSorted((a, b) => a - b)).toEqual(progress);
});

test("what the input throws is thrown, and leaving early closes it", async () => {
  let closed = 0;
  async function* source(fails: boolean) {
    try {
      yield new TextEncoder().encode(`<iati-activities version="2.03">${activity("A")}`);
      if (fails) throw new Error("upload broken");
      for (;;) yield new TextEncoder().encode(activity("B"));
    } finally {
      closed += 1;
    }
  }
  await expect(collect(readIati(source(true), { file: "f" }))).rejects.toThrow("upload broken");
  for await (const item of readIati(source(false), { file: "f" })) if (item.kind === "report") break;
  expect(closed).toBe(2);
});

test("the reader is never far ahead of what it hands over, however long the file", async () => {
  let given = 0;
  let most = 0;
  let seen = 0;
  const one = activity("A");
  async function* endless() {
    for (let i = 0; i < 5000; i += 1) {
      const chunk = new TextEncoder().encode((i === 0 ? `<iati-activities version="2.03">` : "") + one.repeat(10));
      given += chunk.length;
      yield chunk;
    }
  }
  for await (const item of readIati(endless(), { file: "f" })) {
    if (item.kind !== "report") continue;
    seen += one.length;
    most = Math.max(most, given - seen);
  }
  expect(given).toBeGreaterThan(10_000_000);
  expect(most).toBeLessThan(300_000);
});
