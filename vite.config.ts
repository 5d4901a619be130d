import { lingui } from "@lingui/vite-plugin";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { compressPages } from "./web/build/compress-pages.ts";
import { writeSubsetFonts } from "./web/build/subset-fonts.ts";
import { wordsByScene } from "./web/build/words-by-scene.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The workspace: `vite build` writes dist/web; `vite` serves it beside an API whose address stands in ENTENTE_API. */
export default defineConfig(async () => {
  const fonts = here("node_modules/.cache/entente/fonts");
  await writeSubsetFonts(fonts);
  return {
    root: here("web"),
    resolve: { alias: { "@fonts": fonts, "@areas": here("data/areas") } },
    // The server sends a strict Content-Security-Policy: nothing may stand inline, fonts and small pictures included.
    build: { outDir: here("dist/web"), manifest: true, emptyOutDir: true, assetsInlineLimit: 0, target: "es2023", modulePreload: { polyfill: false }, reportCompressedSize: false, rolldownOptions: { output: { codeSplitting: { groups: [{ name: "parts", test: /\/web\/(parts|words|api|frame)\/(?!as-of-calendar|opened|date-in-words|timeline|time-axis|claims|proof)/ }] } } } },
    plugins: [
      lingui({ macroTransform: true }),
      wordsByScene(),
      { ...optimizeLocales.vite({ locales: ["en-US", "fr-FR", "ar-AE"] }), enforce: "pre" as const },
      react(),
      compressPages(),
    ],
    server: { proxy: { "/api": process.env["ENTENTE_API"] ?? "http://127.0.0.1:4700" } },
  };
});
