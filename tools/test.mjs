/** `npm test`: the same first steps as `npm start`, then every check. */
import { join } from "path";
import { handOver } from "./launch/hand-over.mjs";
import { ensureInstalled } from "./launch/install.mjs";
import { pickNode } from "./launch/pick-node.mjs";
import { ROOT } from "./launch/root.mjs";

await ensureInstalled(ROOT);
handOver(pickNode(ROOT), join(ROOT, "tools/test/run-checks.ts"), process.argv.slice(2));
