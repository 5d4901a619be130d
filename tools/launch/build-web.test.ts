import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ROOT } from "./root.mjs";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "entente-pages-"));
  mkdirSync(join(root, "web"));
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"));
  writeFileSync(join(root, "package-lock.json"), "{}");
  writeFileSync(join(root, "vite.config.ts"), `export default { root: ${JSON.stringify(join(root, "web"))} };\n`);
  writeFileSync(join(root, "web/index.html"), `<!doctype html><script type="module" src="./main.ts"></script>\n`);
  writeFileSync(join(root, "web/main.ts"), `document.title = "one";\n`);
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function build(): { status: number | null; built: boolean; words: string } {
  const module = pathToFileURL(join(ROOT, "tools/launch/build-web.mjs")).href;
  const script = `
    import { ensureWebBuilt } from ${JSON.stringify(module)};
    console.log(ensureWebBuilt(${JSON.stringify(root)}, process.execPath));`;
  const run = spawnSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" });
  return { status: run.status, built: run.stdout.trim() === "true", words: run.stderr };
}

function pages(): string {
  const assets = join(root, "dist/web/assets");
  return readdirSync(assets)
    .map((name) => readFileSync(join(assets, name), "utf8"))
    .join("\n");
}

test("pages are built once, again when a source changes, and not for a test file", () => {
  expect(build()).toMatchObject({ status: 0, built: true });
  expect(pages()).toContain("one");
  expect(build()).toMatchObject({ status: 0, built: false, words: "" });
  writeFileSync(join(root, "web/main.test.ts"), "export {};\n");
  expect(build()).toMatchObject({ built: false });
  writeFileSync(join(root, "web/main.ts"), `document.title = "two";\n`);
  expect(build()).toMatchObject({ status: 0, built: true });
  expect(pages()).toContain("two");
});

test("a broken source is told, starts nothing, and leaves the last good pages", () => {
  build();
  writeFileSync(join(root, "web/main.ts"), `import "./nowhere.ts";\n`);
  const broken = build();
  expect(broken.status).toBe(1);
  expect(broken.words).toContain("nowhere");
  expect(broken.words).toContain("could not be built");
  expect(pages()).toContain("one");
  expect(readdirSync(join(root, "dist")).sort()).toEqual(["web", "web.stamp"]);
});

test("a folder without pages is told as a checkout that is not whole", () => {
  rmSync(join(root, "web/index.html"));
  expect(build()).toMatchObject({ status: 1, words: expect.stringContaining("web/index.html is missing") });
});
