import { expect, test } from "vitest";
import { sceneParts } from "./scene-parts.ts";

const built = {
  "index.html": { file: "assets/index.js", imports: ["_parts.js"], css: ["assets/index.css"] },
  "_parts.js": { file: "assets/parts.js", css: ["assets/parts.css"] },
  "../src/locales/ar.po?first": { file: "assets/ar.js" },
  "../src/locales/en.po?first": { file: "assets/en.js" },
  "home/home.tsx": { file: "assets/home.js", imports: ["_parts.js"], css: ["assets/home.css"] },
  "picture/picture-scene.tsx": { file: "assets/picture.js", imports: ["_parts.js"] },
  "picture/findings.tsx": { file: "assets/findings.js", imports: ["_parts.js"] },
};
const files = ["/assets/plex-sans-latin-letters-400-x.woff2", "/assets/plex-sans-arabic-letters-400-x.woff2", "/assets/plex-sans-arabic-arabic-400-x.woff2", "/assets/context.topo-x.json"];

test("a scene names all that it needs once, in its language, and nothing of another", () => {
  expect(sceneParts(built, files, "ar", "home")).toEqual({
    styles: ["/assets/parts.css", "/assets/index.css", "/assets/home.css"],
    scripts: ["/assets/parts.js", "/assets/index.js", "/assets/ar.js", "/assets/home.js"],
    fonts: ["/assets/plex-sans-arabic-letters-400-x.woff2"],
    maps: ["/assets/context.topo-x.json"],
  });
  expect(sceneParts(built, files, "en", "picture").scripts).toEqual(["/assets/parts.js", "/assets/index.js", "/assets/en.js", "/assets/picture.js", "/assets/findings.js"]);
});

test("a build without a manifest names nothing: the page comes as it always did", () => {
  expect(sceneParts({}, [], "en", "home")).toEqual({ styles: [], scripts: [], fonts: [], maps: [] });
});
