import { getConfig } from "@lingui/conf";
import { createCompilationErrorMessage, createCompiledCatalog, createMissingErrorMessage, getCatalogs } from "@lingui/cli/api";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Folders of web/ whose sentences a first view may need: the frame, home and the picture. The rest comes with the first other scene. */
const firstFolders = new Set(["api", "demonstration", "frame", "home", "parts", "picture", "words"]);
/** What a first view is made of. */
const firstModules = ["web/main.tsx", "web/home/home.tsx", "web/picture/picture-scene.tsx", "web/picture/findings.tsx"];
const wanted = /\/(\w+)\.po\?(first|rest)$/;

const folderOf = (file: string) => file.split("/", 2)[1] ?? "";

/**
 * Serves `en.po?first` and `en.po?rest`: one catalogue for the translator, two for the line. A sentence is of the first when one of its origins lies in a first folder.
 * A build in which the first view reaches a sentence of the rest fails and says which file.
 */
export function wordsByScene(): Plugin {
  const config = getConfig({ cwd: root });
  const origins = new Set<string>();
  return {
    name: "entente-words-by-scene",
    enforce: "pre",
    load: {
      filter: { id: wanted },
      async handler(id) {
        const [, locale = "", part] = wanted.exec(id) ?? [];
        const [catalogue] = await getCatalogs(config);
        if (catalogue === undefined) throw new Error("lingui.config.ts names no catalogue");
        this.addWatchFile(id.replace(/\?.*/, ""));
        const { messages, missing } = await catalogue.getTranslations(locale, { sourceLocale: "en", fallbackLocales: config.fallbackLocales });
        if (missing.length > 0) throw new Error(createMissingErrorMessage(locale, missing, "resolved"));
        const entries = (await catalogue.read(locale)) ?? {};
        const isFirst = (key: string) => {
          const files = (entries[key]?.origin ?? []).map(([file]) => file);
          for (const file of files) origins.add(file);
          return files.some((file) => firstFolders.has(folderOf(file)));
        };
        const chosen = Object.fromEntries(Object.entries(messages).filter(([key]) => isFirst(key) === (part === "first")));
        const { source, errors } = createCompiledCatalog(locale, chosen, { namespace: "es" });
        if (errors.length > 0) throw new Error(createCompilationErrorMessage(locale, errors));
        return { code: source, map: null, moduleType: "js" };
      },
    },
    buildEnd() {
      const seen = new Set<string>();
      const walk = (id: string): void => {
        if (seen.has(id)) return;
        seen.add(id);
        for (const next of this.getModuleInfo(id)?.importedIds ?? []) walk(next);
      };
      for (const file of firstModules) walk(fileURLToPath(new URL(`../../${file}`, import.meta.url)));
      const strays = [...seen].map((id) => relative(root, id)).filter((file) => origins.has(file) && !firstFolders.has(folderOf(file)));
      if (strays.length > 0) this.error(`The first view says sentences of ${strays.join(", ")}, whose folder is none of ${[...firstFolders].join(", ")} (web/build/words-by-scene.ts): load that part when it is needed, or make its folder one of the first.`);
    },
  };
}
