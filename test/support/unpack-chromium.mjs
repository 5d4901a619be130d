/**
 * Unpacks the Chromium that @sparticuz/chromium carries into the folder that TMPDIR names (the package always
 * unpacks to the temp folder). Run as a process of its own, so that nobody else's temp folder moves.
 */
import { inflate } from "@sparticuz/chromium";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const bin = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "..", "bin");
await Promise.all(["chromium.br", "fonts.tar.br", "al2023.tar.br"].map((name) => inflate(join(bin, name))));
