/**
 * `npm start`. Runs in whatever Node the machine has: installs what the lockfile lists, finds a Node that runs
 * our TypeScript, builds the pages, and hands over to the server. On a second start all of that is a few hashes.
 */
import { join } from "path";
import { ensureWebBuilt } from "./launch/build-web.mjs";
import { handOver } from "./launch/hand-over.mjs";
import { ensureInstalled } from "./launch/install.mjs";
import { pickNode } from "./launch/pick-node.mjs";
import { ROOT } from "./launch/root.mjs";

await ensureInstalled(ROOT);
const node = pickNode(ROOT);
ensureWebBuilt(ROOT, node);
handOver(node, join(ROOT, "src/server/main.ts"), process.argv.slice(2));
