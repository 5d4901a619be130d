/** What the build says of one of its modules (Vite's manifest). Paths are of the built folder. */
export type Built = Readonly<Record<string, { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[] }>>;
export type FirstScene = "home" | "picture";
export type SceneParts = { readonly styles: readonly string[]; readonly scripts: readonly string[]; readonly fonts: readonly string[]; /** the land around a map */ readonly maps: readonly string[] };

const modules: Readonly<Record<FirstScene, readonly string[]>> = { home: ["home/home.tsx"], picture: ["picture/picture-scene.tsx", "picture/findings.tsx"] };
const face: Readonly<Record<string, string>> = { ar: "sans-arabic-letters" };

/**
 * All that a scene will ask for in a language, so that a page can name it at once: otherwise the browser learns of each part only when the one before has come,
 * and on a slow line every such step is a third of a second.
 */
export function sceneParts(built: Built, files: readonly string[], language: string, scene: FirstScene): SceneParts {
  const seen = new Set<string>();
  const styles = new Set<string>();
  const scripts = new Set<string>();
  const walk = (name: string): void => {
    const part = built[name];
    if (part === undefined || seen.has(name)) return;
    seen.add(name);
    for (const other of part.imports ?? []) walk(other);
    scripts.add(`/${part.file}`);
    for (const css of part.css ?? []) styles.add(`/${css}`);
  };
  for (const name of ["index.html", `../src/locales/${language}.po?first`, ...modules[scene]]) walk(name);
  return { styles: [...styles], scripts: [...scripts], fonts: files.filter((file) => file.endsWith(".woff2") && file.includes(face[language] ?? "sans-latin-letters")), maps: files.filter((file) => /\/context\.topo-[^/]+\.json$/.test(file)) };
}
