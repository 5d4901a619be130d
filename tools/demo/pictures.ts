import { spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execPath } from "node:process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../../test/support/browser.ts";
import { demoFolder } from "./demo-folder.ts";
import { demoEnv, ensureMade } from "./make.ts";
import { readPng, writeSmallPng } from "./small-png.ts";
import { logins, story } from "./story.ts";
import { usualInitiatives } from "./write-folder.ts";

/** `npm run pictures`: README's pictures, from the demonstration as it is today. Three pages, each by day and by night. */
const out = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));
const say = (line: string) => void process.stdout.write(`${line}\n`);

type Shot = { readonly name: string; readonly login: string; readonly path: (page: Page) => Promise<string>; readonly ready: string };
const shots: readonly Shot[] = [
  { name: "picture", login: logins.officer, path: async () => "/en/picture", ready: ".map path[data-code]" },
  { name: "overlap", login: logins.officer, path: async (page) => `/en/overlaps/${await idOf(page, story.overlap.larger)}/${await idOf(page, story.overlap.smaller)}`, ready: ".overlap-pair, main h1" },
  { name: "area-ar", login: logins.compliance, path: async () => `/ar/picture/area/${story.underServed.area}`, ready: ".map path[data-code]" },
];

async function run(): Promise<void> {
  const folder = demoFolder(process.env);
  await ensureMade(process.env, folder, { again: false, initiatives: usualInitiatives, today: new Date().toISOString().slice(0, 10) }, say);
  const server = spawn(execPath, [...process.execArgv, join(root, "src/server/main.ts")], { env: { ...demoEnv(process.env, folder), PORT: "0" }, stdio: ["ignore", "pipe", "inherit"] });
  let browser: Browser | undefined;
  try {
    const address = await addressOf(server.stdout);
    browser = await launchBrowser();
    await mkdir(out, { recursive: true });
    for (const shot of shots) for (const night of [false, true]) await take(browser, address, shot, night);
  } finally {
    await browser?.close();
    server.kill();
  }
}

async function addressOf(lines: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: lines })) {
    const address = /open at (\S+)/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error("the server ended before it was open");
}

async function take(browser: Browser, address: string, shot: Shot, night: boolean): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: night ? "dark" : "light", reducedMotion: "reduce", baseURL: address });
  const page = await context.newPage();
  await page.goto("/en/demonstration");
  await page.evaluate(async (login) => {
    const { formToken } = (await (await fetch("/api/session")).json()) as { formToken: string };
    const answer = await fetch("/api/demonstration/session", { method: "POST", headers: { "content-type": "application/json", "x-entente-form": formToken }, body: JSON.stringify({ login }) });
    if (!answer.ok) throw new Error(`${login} was not let in: ${answer.status}`);
  }, shot.login);
  await page.goto(await shot.path(page));
  await page.waitForSelector(shot.ready, { timeout: 120_000 });
  await page.waitForFunction(() => document.querySelector(".skeleton") === null, undefined, { timeout: 120_000 });
  await page.waitForLoadState("networkidle");
  // The key would lie over the south of the coast.
  const key = page.locator("details.legend[open] > summary");
  if ((await key.count()) > 0) await key.click();
  await page.mouse.move(2, 2);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const small = writeSmallPng(readPng(await page.screenshot()));
  const name = `${shot.name}${night ? "-dark" : ""}.png`;
  await writeFile(join(out, name), small);
  say(`docs/pictures/${name}: ${Math.round(small.length / 1000)} kB`);
  await context.close();
}

async function idOf(page: Page, identifier: string): Promise<string> {
  const answer = await page.evaluate(async (q) => (await (await fetch(`/api/initiatives?q=${encodeURIComponent(q)}`)).json()) as { items: { id: string }[] }, identifier);
  const [found] = answer.items;
  if (found === undefined) throw new Error(`no initiative ${identifier}`);
  return found.id;
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
