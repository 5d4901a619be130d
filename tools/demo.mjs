/**
 * `npm run demo [-- --again] [--initiatives N] [--today YYYY-MM-DD]`. As npm start does, but for a fictional coalition in a database of its own.
 * `npm run pictures` makes README's pictures from it.
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
const [first, ...args] = process.argv.slice(2);
if (first === "--pictures") handOver(node, join(ROOT, "tools/demo/pictures.ts"), args);
else handOver(node, join(ROOT, "tools/demo/run.ts"), process.argv.slice(2));
