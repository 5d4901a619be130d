import { readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { Plugin } from "vite";

const press = promisify(brotliCompress);
const texts = new Set([".js", ".css", ".json", ".svg", ".html"]);

/** Writes each text once more, pressed as far as Brotli goes: too slow for a server's start, right for a build. The server hands it out as it is (src/server/pages.ts). */
export function compressPages(): Plugin {
  let folder = "";
  return {
    name: "entente-compress-pages",
    apply: "build",
    configResolved(config) { folder = config.build.outDir; },
    async closeBundle() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      await Promise.all(entries.filter((entry) => entry.isFile() && texts.has(extname(entry.name))).map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        const body = await readFile(path);
        await writeFile(`${path}.br`, await press(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }));
      }));
    },
  };
}
