import { dirname, resolve } from "path";
import { fileURLToPath } from "url";

/** The project's folder, whatever folder the command was typed in. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** The oldest Node that runs our TypeScript as it is. */
export const NEEDED_NODE = 24;

/** Progress is for people and goes to stderr: stdout belongs to the command that follows. */
export function say(words) {
  process.stderr.write(`${words}\n`);
}

export function fail(words) {
  say(words);
  process.exit(1);
}
