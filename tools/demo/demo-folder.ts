import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { resolveDataFolder } from "../../src/store/postgres/data-folder.ts";

type Env = Readonly<Record<string, string | undefined>>;
const markName = "demonstration.json";

/** Where the demonstration lives: `ENTENTE_DEMO`, else beside the platform's data folder. Never what ENTENTE_DATA names. */
export function demoFolder(env: Env): string {
  const { ENTENTE_DATA: real, ...rest } = env;
  const folder = env["ENTENTE_DEMO"] ? resolve(env["ENTENTE_DEMO"]) : `${resolveDataFolder(rest)}-demo`;
  if (real !== undefined && resolve(real) === folder) throw new Error(`${folder} is where ENTENTE_DATA keeps real data. Name another folder in ENTENTE_DEMO.`);
  return folder;
}

export type Made = { readonly edition: string; readonly today: string; /** false while it is being made */ readonly whole: boolean };

/** What stands in the folder; null when it is empty or not there. @throws when it holds anything that no demonstration made */
export async function readMade(folder: string): Promise<Made | null> {
  const names = existsSync(folder) ? await readdir(folder) : [];
  if (names.length === 0) return null;
  if (!names.includes(markName)) throw new Error(`${folder} holds something that npm run demo did not make. Nothing was touched.`);
  return JSON.parse(await readFile(join(folder, markName), "utf8")) as Made;
}

export async function writeMade(folder: string, made: Made): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, markName), `${JSON.stringify(made, null, 2)}\n`);
}

/** Empties a demonstration's folder, and no other. */
export async function clearMade(folder: string): Promise<void> {
  if ((await readMade(folder)) === null) return;
  for (const name of await readdir(folder)) if (name !== markName) await rm(join(folder, name), { recursive: true, force: true });
  await rm(join(folder, markName));
}
