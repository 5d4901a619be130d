import { relative } from "node:path";
import { ROOT } from "../launch/root.mjs";
import { failure, pass, type Outcome } from "./outcome.ts";
import { ownTypeScript } from "./own-files.ts";
import { runTool } from "./run-tool.ts";

/**
 * The compiler over the whole tree. It also says which files it read: one of ours that it did not read would
 * otherwise pass in silence, as would a project file that matches nothing.
 */
export async function checkTypes(): Promise<Outcome> {
  const args = ["--noEmit", "--listFiles", "--pretty", "false", "-p", "tsconfig.json"];
  const run = await runTool("node_modules/typescript/bin/tsc", args, true);
  const read = new Set<string>();
  const complaints: string[] = [];
  for (const line of run.output.split("\n")) {
    const text = line.trim();
    if (text === "") continue;
    if (/^\/.*\.(tsx?|mts|cts|json)$/.test(text)) read.add(relative(ROOT, text));
    else complaints.push(line);
  }
  if (complaints.length > 0) process.stdout.write(`${complaints.join("\n")}\n`);
  if (run.status !== 0)
    return failure("types", `${complaints.filter((line) => /error TS\d+/.test(line)).length} errors`);
  const own = ownTypeScript();
  const unread = own.filter((path) => !read.has(path));
  if (own.length === 0 || unread.length > 0) {
    return failure(
      "types",
      `not looked at: ${unread.slice(0, 5).join(", ") || "anything"} (${unread.length} of ${own.length})`,
    );
  }
  return pass("types", `${own.length} files`);
}
