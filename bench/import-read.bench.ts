import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { FormatItem } from "../src/formats/format.ts";
import { readIati } from "../src/formats/iati/read.ts";
import { readInitiativesCsv } from "../src/formats/initiatives-csv/read.ts";
import { writeInitiativesCsv } from "../src/formats/initiatives-csv/write.ts";
import type { Report } from "../src/initiatives/report.ts";
import { generateIati } from "./generate/iati.ts";

/**
 * How fast files are read into reports, and what memory that takes as they grow: seeded files in the temporary folder (300 MB for the largest).
 *
 * "records/CPU s" is by the time that this process had a processor (the collector's threads included), which a busy machine
 * changes less than the clock. Memory is this process's, so that a row's peak includes what earlier rows left.
 */
export default async function importRead(): Promise<Record<string, string | number>[]> {
  const folder = await mkdtemp(join(tmpdir(), "entente-bench-"));
  try {
    const rows = [];
    const file = join(folder, "file");
    await measure("warm up", 1_000, generateIati(1_000, 1), readIati, file);
    for (const n of [1_000, 10_000, 100_000])
      rows.push(await measure("iati 2.03", n, generateIati(n, 7), readIati, file));
    rows.push(
      await measure("iati 2.03, 5 % broken", 10_000, generateIati(10_000, 7, { broken: 0.05 }), readIati, file),
    );
    for (const n of [10_000, 50_000])
      rows.push(
        await measure(
          "initiatives-csv",
          n,
          writeInitiativesCsv(reportsOf(generateIati(n, 7))),
          readInitiativesCsv,
          file,
        ),
      );
    return rows;
  } finally {
    await rm(folder, { recursive: true });
  }
}

type Read = (bytes: AsyncIterable<Uint8Array>, options: { readonly file: string }) => AsyncIterable<FormatItem>;

async function measure(format: string, records: number, bytes: AsyncIterable<Uint8Array>, read: Read, file: string) {
  await pipeline(bytes, createWriteStream(file));
  const megabytes = (await stat(file)).size / 1e6;
  globalThis.gc?.();
  let [reports, faults, rss, heap] = [0, 0, 0, 0];
  const start = performance.now();
  const before = process.cpuUsage();
  for await (const item of read(createReadStream(file), { file: "bench" })) {
    if (item.kind === "fault") faults += 1;
    if (item.kind !== "report") continue;
    reports += 1;
    if (reports % 500 !== 0) continue;
    const memory = process.memoryUsage();
    rss = Math.max(rss, memory.rss);
    heap = Math.max(heap, memory.heapUsed);
  }
  const seconds = (performance.now() - start) / 1000;
  const cpu = process.cpuUsage(before);
  return {
    format,
    records,
    MB: megabytes,
    reports,
    faults,
    "records/s": Math.round(records / seconds),
    "records/CPU s": Math.round(records / ((cpu.user + cpu.system) / 1e6)),
    "MB/s": megabytes / seconds,
    "peak heap MB": heap / 2 ** 20,
    "peak RSS MB": rss / 2 ** 20,
  };
}

async function* reportsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Report> {
  for await (const item of readIati(bytes, { file: "bench" })) if (item.kind === "report") yield item.report;
}
