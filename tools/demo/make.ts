import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { loadShipped } from "../../src/app/load-shipped.ts";
import { openApp } from "../../src/app/open-app.ts";
import { clearMade, readMade, writeMade } from "./demo-folder.ts";
import { tellStory } from "./tell-story.ts";
import { type DemoOptions, editionOf, makeDemo, writeDemo } from "./write-folder.ts";

export type MakeOptions = DemoOptions & { readonly again: boolean };

/** The environment in which a demonstration's server and commands run: its own data, its own coalition, never an outside database. */
export function demoEnv(env: Readonly<Record<string, string | undefined>>, folder: string): Record<string, string> {
  const { DATABASE_URL: _outside, ...rest } = env;
  const kept = Object.fromEntries(Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return { ...kept, PORT: env["PORT"] ?? "4701", ENTENTE_DATA: join(folder, "data"), ENTENTE_COALITION: join(folder, "coalition") };
}

/**
 * Makes the demonstration where there is none, none that is whole, or when asked to make it again.
 * @throws in words, when another size or edition stands there already
 */
export async function ensureMade(env: Readonly<Record<string, string | undefined>>, folder: string, options: MakeOptions, say: (line: string) => void): Promise<void> {
  const made = await readMade(folder);
  const edition = editionOf(options);
  if (made?.whole === true && !options.again) {
    if (made.edition !== edition) throw new Error(`The demonstration in ${folder} is ${made.edition}, not ${edition}. Make it anew: npm run demo -- --again`);
    return;
  }
  const began = Date.now();
  if (made !== null) await clearMade(folder);
  const today = options.today;
  await writeMade(folder, { edition, today, whole: false });
  say("Inventing a coalition, its coast and what its members report …");
  const demo = makeDemo(options);
  const coalition = join(folder, "coalition");
  await mkdir(join(folder, "data"), { recursive: true, mode: 0o700 });
  await writeDemo(demo, coalition);
  const { app, close } = await openApp({ env: demoEnv(env, folder), demonstration: true });
  try {
    await loadShipped(app, say);
    say("Importing the members' files …");
    const { reports, setAside } = await tellStory(app, demo, coalition, say);
    say(`${reports} reports, ${setAside} rows set aside, in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
  } finally {
    await close();
  }
  await writeMade(folder, { edition, today, whole: true });
}
