import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { spawn } from "node:child_process";
import { demoFolder } from "./demo-folder.ts";
import { demoEnv, ensureMade } from "./make.ts";
import { usualInitiatives } from "./write-folder.ts";

/** `npm run demo`: makes the demonstration where it is not there yet, says how to walk it, and becomes its server. */
const say = (line: string) => void process.stdout.write(`${line}\n`);

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { again: { type: "boolean", default: false }, initiatives: { type: "string", default: String(usualInitiatives) }, today: { type: "string", default: new Date().toISOString().slice(0, 10) }, "only-make": { type: "boolean", default: false } } });
  const initiatives = Number(values.initiatives);
  if (!Number.isInteger(initiatives) || initiatives < 50 || initiatives > 1_000_000) throw new Error(`--initiatives is a whole number from 50 to 1000000, and not ${values.initiatives}`);
  const folder = demoFolder(process.env);
  await ensureMade(process.env, folder, { again: values.again, initiatives, today: values.today }, say);
  if (values["only-make"]) return;
  const env = demoEnv(process.env, folder);
  say("");
  say("Everything here is invented. Choose whose eyes to see it with, and change them at any time:");
  for (const language of ["en", "fr", "ar"]) say(`  ${env["ENTENTE_URL"] ?? `http://127.0.0.1:${env["PORT"]}`}/${language}/demonstration`);
  say("The ten-minute walk: docs/guide/demo.md. To begin anew: npm run demo -- --again");
  say("");
  const server = fileURLToPath(new URL("../../src/server/main.ts", import.meta.url));
  const flags = [...process.execArgv, server];
  process.removeAllListeners("warning");
  if (typeof process.execve === "function") process.execve(execPath, [execPath, ...flags], env);
  const child = spawn(execPath, flags, { stdio: "inherit", env });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 1));
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
