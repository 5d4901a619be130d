import { execFileSync } from "node:child_process";
import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newSetupSecret } from "../src/app/door/setup-link.ts";
import { setUp } from "../src/app/door/set-up.ts";
import { readImport } from "../src/app/imports/read-import.ts";
import { runImport } from "../src/app/imports/run-import.ts";
import { startImport } from "../src/app/imports/start-import.ts";
import { loadShipped } from "../src/app/load-shipped.ts";
import { type OpenedApp, openApp } from "../src/app/open-app.ts";

/**
 * A file taken in, read, derived and written until every report can be asked for: seeded IATI files, into a PostgreSQL of its own that
 * waits for the disk. `again` is the same file a second time. Memory is this process's, PostgreSQL's is its own; `longest pause` is how
 * long the process could answer nobody meanwhile.
 */
export default async function importBench(): Promise<Record<string, string | number>[]> {
  const folder = await mkdtemp(join(tmpdir(), "entente-bench-import-"));
  const data = await mkdtemp(join(tmpdir(), "entente-bench-data-"));
  const opened = await openApp({ env: { ENTENTE_DATA: data } });
  try {
    await loadShipped(opened.app, () => {});
    const setup = await newSetupSecret(opened.app);
    const { secret } = await setUp(opened.app, { token: setup?.secret ?? "", login: "bench", password: "a password for the bench", name: "Bench" });
    const rows = [];
    await measure(opened, secret, folder, "warm up", 500, { seed: 3 });
    for (const n of [2_000, 20_000, 60_000]) {
      rows.push(await measure(opened, secret, folder, "new", n, { seed: n }));
      if (n === 20_000) rows.push(await measure(opened, secret, folder, "again", n, { seed: n }));
    }
    rows.push(await measure(opened, secret, folder, "new, 5 % broken", 20_000, { seed: 77, broken: 0.05 }));
    return rows;
  } finally {
    await opened.close();
    await rm(folder, { recursive: true, force: true });
    await rm(data, { recursive: true, force: true });
  }
}

async function measure({ app }: OpenedApp, secret: string, folder: string, what: string, count: number, options: { seed: number; broken?: number }) {
  const file = join(folder, `${options.seed}.xml`);
  execFileSync(process.execPath, [fileURLToPath(new URL("./generate/write-iati.ts", import.meta.url)), file, String(count), String(options.seed), String(options.broken ?? 0)], { stdio: "ignore" });
  const megabytes = (await stat(file)).size / 1e6;
  globalThis.gc?.();
  let peak = 0;
  let pause = 0;
  let tick = performance.now();
  const watch = setInterval(() => {
    const now = performance.now();
    pause = Math.max(pause, now - tick - 10);
    tick = now;
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 10);
  const began = performance.now();
  const id = await startImport(app, secret, { fileName: `${options.seed}.xml`, publication: true, bytes: createReadStream(file) });
  await runImport(app, id, new AbortController().signal);
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  const { counts, state } = await readImport(app, secret, id, ["en"]);
  if (state !== "done") throw new Error(`the import ended as ${state}`);
  return {
    file: what, activities: count, MB: megabytes, seconds, "activities/s": Math.round(count / seconds), "MB/s": megabytes / seconds, "peak RSS MB": peak / 2 ** 20, "longest pause ms": pause,
    added: counts.added, unchanged: counts.unchanged, "set aside": counts.setAside, warnings: counts.warnings,
  };
}
