import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inTurn } from "./start-turn.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-turn-"));
});
afterAll(() => rm(folder, { recursive: true }));

const long = 60_000;

test.runIf(process.platform === "linux")("one works at a time in a folder, and the next when it is done", async () => {
  let working = 0;
  const seen: number[] = [];
  const work = async (): Promise<void> => {
    seen.push(++working);
    await new Promise(setImmediate);
    working -= 1;
  };
  await Promise.all([1, 2, 3].map(() => inTurn(folder, long, work)));
  expect(seen).toEqual([1, 1, 1]);
});

test("another folder's turn is another one, and so is that of one whose work failed", async () => {
  const other = await mkdtemp(join(tmpdir(), "entente-turn-"));
  const inner = await inTurn(folder, long, () => inTurn(other, long, async () => "inside"));
  expect(inner).toBe("inside");
  await expect(inTurn(folder, long, () => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
  expect(await inTurn(folder, long, async () => "after")).toBe("after");
  await rm(other, { recursive: true });
});

test("whose patience ends works all the same", async () => {
  const both = await inTurn(folder, long, () => inTurn(folder, 50, async () => "both"));
  expect(both).toBe("both");
});

test.runIf(process.platform === "linux")("the turn of a process that is killed is free", async () => {
  const module = new URL("start-turn.ts", import.meta.url).href;
  const script = `import { inTurn } from ${JSON.stringify(module)};
    await inTurn(process.argv[1], 60_000, () => new Promise(() => {
      process.stdout.write("mine");
      setInterval(() => {}, 60_000);
    }));`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
  const seen: string[] = [];
  await inTurn(folder, long, async () => seen.push("mine now"));
  expect(seen).toEqual(["mine now"]);
});
