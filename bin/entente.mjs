#!/usr/bin/env node
/** `entente`: the command line, in whatever Node the machine has. */
import { join } from "path";
import { handOver } from "../tools/launch/hand-over.mjs";
import { ensureInstalled } from "../tools/launch/install.mjs";
import { pickNode } from "../tools/launch/pick-node.mjs";
import { ROOT } from "../tools/launch/root.mjs";

await ensureInstalled(ROOT);
handOver(pickNode(ROOT), join(ROOT, "src/cli/main.ts"), process.argv.slice(2));
