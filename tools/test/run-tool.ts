import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { ROOT } from "../launch/root.mjs";

export interface ToolRun {
  readonly status: number;
  /** stdout, when it was asked for; else empty */
  readonly output: string;
}

/**
 * Runs a tool of node_modules in this Node. `capture` keeps its stdout instead of showing it.
 * Never throws for the tool's own failure: a signal counts as status 1.
 */
export function runTool(script: string, args: readonly string[], capture: boolean): Promise<ToolRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, script), ...args], {
      cwd: ROOT,
      stdio: ["ignore", capture ? "pipe" : "inherit", "inherit"],
      env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env["PATH"] ?? ""}` },
    });
    const parts: Buffer[] = [];
    child.stdout?.on("data", (part: Buffer) => parts.push(part));
    child.on("error", reject);
    child.on("close", (code) => resolve({ status: code ?? 1, output: Buffer.concat(parts).toString("utf8") }));
  });
}
