/** `npm run build`: the pages into dist/web, when their sources have changed. `npm start` does the same by itself. */
import { ensureWebBuilt } from "./launch/build-web.mjs";
import { ensureInstalled } from "./launch/install.mjs";
import { pickNode } from "./launch/pick-node.mjs";
import { ROOT, say } from "./launch/root.mjs";

await ensureInstalled(ROOT);
if (!ensureWebBuilt(ROOT, pickNode(ROOT))) say("The pages are as their sources are; nothing to build.");
