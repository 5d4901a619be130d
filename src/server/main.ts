import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pino from "pino";
import { buildApi } from "../api/build-api.ts";
import { firstAnswer } from "../api/public/first-answer.ts";
import { newSetupSecret } from "../app/door/setup-link.ts";
import { loadShipped } from "../app/load-shipped.ts";
import { openApp } from "../app/open-app.ts";
import { isFault } from "../base/errors.ts";
import { checkpointer } from "../jobs/checkpointer.ts";
import { importQueue } from "../jobs/import-queue.ts";
import { serverConfig } from "./config.ts";
import { listen } from "./listen.ts";
import { addPages } from "./pages.ts";
import { requestLog } from "./request-log.ts";
import { startFault } from "./start-fault.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);

async function start(): Promise<void> {
  const config = serverConfig(process.env);
  const log = pino({ level: config.logLevel, base: null }, pino.destination(2));
  // What is open by now, in the order it was opened: a stop at any moment of the start closes just that, last first.
  const open: (() => Promise<void>)[] = [];
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => (closing ??= (async () => {
    for (const one of open.toReversed()) await one();
  })());
  const end = (): void => void close().then(() => process.exit(0), (error: unknown) => {
    log.error({ err: error }, "stopping failed");
    process.exit(1);
  });
  process.on("SIGTERM", end);
  process.on("SIGINT", end);

  try {
    const opened = await openApp({ env: process.env, log });
    open.push(opened.close);
    const { app } = opened;
    await loadShipped(app, say);
    const imports = await importQueue(app, log);
    open.push(imports.stop);
    const checkpoints = checkpointer(app, log);
    open.push(checkpoints.stop);
    const faultOfOurs = (error: unknown) => log.error({ err: error }, "a request failed by a fault of ours");
    const api = buildApi({ app, settings: { secure: config.secure, publicUrl: config.publicUrl, setupFromAnywhere: config.setupFromAnywhere, proxies: config.proxies, importStarted: imports.add, faultOfOurs } });
    const pages = fileURLToPath(new URL("../../dist/web", import.meta.url));
    if (existsSync(pages)) await addPages(api, pages, { secure: config.secure, answer: (ask) => firstAnswer(app, ask) });
    const { server, port } = await listen(requestLog(api, log), config.host, config.port);
    open.push(async () => {
      server.close();
      if ("closeIdleConnections" in server) server.closeIdleConnections();
      // Requests under way get a moment; streams of progress do not end by themselves.
      setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), 2_000).unref();
    });

    const address = config.publicUrl ?? `http://${config.host.includes(":") ? `[${config.host}]` : config.host === "0.0.0.0" ? "127.0.0.1" : config.host}:${port}`;
    say(`Entente is open at ${address}`);
    const setup = await newSetupSecret(app);
    if (setup) {
      say("");
      say("The first secretariat officer makes an account here, once, within 30 minutes:");
      say(`  ${address}/en/setup#token=${setup.secret}`);
    }
  } catch (error) {
    // A stop that came meanwhile has taken the ground from under the start: that is no fault.
    if (closing !== null) return;
    await close();
    throw error;
  }
}

start().catch((error: unknown) => {
  process.stderr.write(`${startFault(error)}\n`);
  if (!isFault(error)) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(isFault(error) ? 2 : 1);
});
