import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = new URL("../../", import.meta.url);
const main = fileURLToPath(new URL("src/server/main.ts", root));
const coalition = fileURLToPath(new URL("test/fixtures/coalition-b", root));

/** The real server as a process of its own. */
export type Running = {
  readonly url: string;
  /** the token of the setup link, which it prints after its address while no account exists */
  readonly setup: () => Promise<string>;
  readonly startedInMs: number;
  readonly pid: number;
  /** kill -9 */
  readonly kill: () => Promise<void>;
  /** SIGTERM. @returns its exit code */
  readonly stop: () => Promise<number | null>;
};

export type Ended = { readonly code: number | null; readonly said: string };

/** Settings of the environment reach the server through these alone. */
export function serverEnvironment(dataDir: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "/", ENTENTE_COALITION: coalition, ENTENTE_DATA: dataDir, PORT: "0", ...more };
}

/** Starts it and waits for its address. @throws with what it said when it ends instead */
export async function startServer(dataDir: string, more: Readonly<Record<string, string>> = {}): Promise<Running> {
  const began = performance.now();
  const { child, said } = launch(dataDir, more);
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  let url: string | null = null;
  for await (const line of lines) {
    url ??= /is open at (\S+)/.exec(line)?.[1] ?? null;
    if (url !== null) break;
  }
  if (url === null) throw new Error(`the server did not start: ${said()}`);
  const startedInMs = performance.now() - began;
  const ended = once(child, "exit");
  return {
    url,
    setup: async () => {
      for (;;) {
        const token = /#token=(\S+)/.exec(said())?.[1];
        if (token !== undefined) return token;
        await once(child.stdout as NodeJS.ReadableStream, "data");
      }
    },
    startedInMs,
    pid: child.pid ?? 0,
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      return child.exitCode;
    },
  };
}

/** Starts it where it cannot start, and waits for its end. */
export async function failToStart(dataDir: string, more: Readonly<Record<string, string>> = {}, uid?: number): Promise<Ended> {
  const { child, said } = launch(dataDir, more, uid);
  await once(child, "close");
  return { code: child.exitCode, said: said() };
}

function launch(dataDir: string, more: Readonly<Record<string, string>>, uid?: number): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main], { env: serverEnvironment(dataDir, more), stdio: ["ignore", "pipe", "pipe"], ...(uid === undefined ? {} : { uid, gid: uid }) });
  let text = "";
  child.stdout?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  return { child, said: () => text };
}

/** Asks the API as the bearer of a token. A connection that breaks gives null. */
export async function ask<T>(url: string, method: string, path: string, token: string | null, body?: unknown): Promise<{ readonly status: number; readonly body: T } | null> {
  const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  if (body !== undefined && !(body instanceof Uint8Array)) headers["content-type"] = "application/json";
  try {
    const response = await fetch(`${url}${path}`, { method, headers, ...(body === undefined ? {} : { body: body instanceof Uint8Array ? new Blob([body as Uint8Array<ArrayBuffer>]) : JSON.stringify(body) }) });
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text) as T };
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return null;
    throw error;
  }
}
