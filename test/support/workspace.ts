import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext } from "playwright-core";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The real server on a data folder of its own, with the record it ships, its pages built, and the first officer signed in. */
export type Workspace = {
  readonly origin: string;
  readonly cookie: { readonly name: string; readonly value: string };
  /** as the officer, in a language */
  readonly ask: <Answer>(path: string, language?: string) => Promise<Answer>;
  readonly open: (browser: Browser, options?: { readonly language?: string; readonly width?: number; readonly dark?: boolean; readonly anonymous?: boolean }) => Promise<BrowserContext>;
  readonly stop: () => Promise<void>;
};

export async function startWorkspace(): Promise<Workspace> {
  buildPages();
  const data = await mkdtemp(join(tmpdir(), "entente-e2e-"));
  const child = spawn(process.execPath, ["src/server/main.ts"], { cwd: root, env: { ...process.env, ENTENTE_DATA: data, PORT: "0", HOST: "127.0.0.1" }, stdio: ["ignore", "pipe", "pipe"] });
  const stop = async () => {
    if (child.exitCode === null) {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    }
    await rm(data, { recursive: true, force: true });
  };
  try {
    const link = await setupLink(child);
    const { origin, hash } = new URL(link);
    const token = new URLSearchParams(hash.slice(1)).get("token") ?? "";
    const { formToken } = (await (await fetch(`${origin}/api/session`)).json()) as { formToken: string };
    const made = await fetch(`${origin}/api/setup`, { method: "POST", headers: { "content-type": "application/json", "x-entente-form": formToken }, body: JSON.stringify({ token, login: "officer", password: "a password of some length", name: "A. Officer" }) });
    if (!made.ok) throw new Error(`no account: ${made.status} ${await made.text()}`);
    const [name = "", value = ""] = (made.headers.getSetCookie()[0] ?? "").split(";")[0]?.split("=") ?? [];
    const cookie = { name, value };
    return {
      origin,
      cookie,
      ask: async <Answer>(path: string, language = "en") => {
        const answer = await fetch(origin + path, { headers: { cookie: `${name}=${value}`, "accept-language": language } });
        if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
        return (await answer.json()) as Answer;
      },
      open: async (browser, { language = "en", width = 1440, dark = false, anonymous = false } = {}) => {
        const context = await browser.newContext({ viewport: { width, height: 900 }, locale: language, colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
        if (!anonymous) await context.addCookies([{ ...cookie, url: origin }]);
        return context;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Only when their sources are not those of the last build. */
function buildPages(): void {
  const built = spawnSync(process.execPath, [join(root, "tools/build.mjs")], { cwd: root, encoding: "utf8" });
  if (built.status !== 0) throw new Error(`the pages could not be built:\n${built.stdout}${built.stderr}`);
}

async function setupLink(child: ReturnType<typeof spawn>): Promise<string> {
  let said = "";
  child.stderr?.on("data", (bytes: Buffer) => { said += bytes.toString(); });
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
    child.stdout?.on("data", (bytes: Buffer) => {
      said += bytes.toString();
      const link = /http\S+\/setup#token=\S+/.exec(said)?.[0];
      if (link !== undefined) resolve(link);
    });
  });
}
