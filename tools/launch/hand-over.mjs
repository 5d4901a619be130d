/**
 * Runs a TypeScript file of ours in the Node that was picked, as if it had been started directly: same terminal,
 * same signals, same exit code. Where Node can replace its own process it does, and nothing stands in between.
 */
import { spawn } from "child_process";
import { dirname, join, delimiter } from "path";
import { pathToFileURL } from "url";
import { explainNode } from "./pick-node.mjs";
import { ROOT, fail } from "./root.mjs";

// Young objects get little room: an import passes many through, and what is not collected soon stays in the process's memory.
const FLAGS = ["--disable-warning=ExperimentalWarning", "--max-semi-space-size=8"];

export function handOver(node, file, args) {
  const env = {
    ...process.env,
    PATH: [dirname(node), join(ROOT, "node_modules/.bin"), process.env.PATH || ""].join(delimiter),
  };
  if (typeof process.execve === "function" && process.platform !== "win32") {
    process.removeAllListeners("warning"); // execve announces itself as experimental
    process.execve(node, [node, ...FLAGS, file, ...args], env);
  }
  // a launcher that is killed outright must not leave a server behind that nobody sees
  const watch = pathToFileURL(join(ROOT, "tools/launch/stop-with-parent.mjs")).href;
  const child = spawn(node, [...FLAGS, "--import", watch, file, ...args], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env,
  });
  for (const signal of ["SIGTERM", "SIGHUP", "SIGINT", "SIGUSR2"]) {
    process.on(signal, () => {
      // Ctrl-C reaches the whole foreground group: sent on, the child would meet it twice
      if (signal === "SIGINT" && process.stdin.isTTY) return;
      child.kill(signal);
    });
  }
  child.on("error", () => fail(explainNode(node)));
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
