/** Runs one of our scripts, or one of node_modules, in a Node that is young enough: node tools/run.mjs FILE [ARG …] */
import { isAbsolute, join } from "path";
import { handOver } from "./launch/hand-over.mjs";
import { ensureInstalled } from "./launch/install.mjs";
import { pickNode } from "./launch/pick-node.mjs";
import { ROOT, fail } from "./launch/root.mjs";

const [file, ...args] = process.argv.slice(2);
if (file === undefined) fail("Which file? node tools/run.mjs FILE [ARG …]");
await ensureInstalled(ROOT);
handOver(pickNode(ROOT), isAbsolute(file) ? file : join(ROOT, file), args);
