/** `npm run bench [NAME]`: the benchmarks of bench/, in a Node that is young enough. */
import { join } from "path";
import { handOver } from "./launch/hand-over.mjs";
import { ensureInstalled } from "./launch/install.mjs";
import { pickNode } from "./launch/pick-node.mjs";
import { ROOT } from "./launch/root.mjs";

await ensureInstalled(ROOT);
handOver(pickNode(ROOT), join(ROOT, "bench/run.mjs"), process.argv.slice(2));
