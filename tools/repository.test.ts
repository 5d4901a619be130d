import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./launch/root.mjs";

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly resolved?: string; readonly integrity?: string; readonly link?: boolean }>
  >;
}

/** Files under version control, or all that a source archive holds. */
function trackedFiles(): string[] {
  if (!existsSync(join(ROOT, ".git"))) return [];
  const names = execFileSync("git", ["ls-files", "-z"], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 });
  return names.split("\0").filter((name) => name !== "" && existsSync(join(ROOT, name)));
}

test("the lockfile names no server, and every package by its hash", () => {
  const text = readFileSync(join(ROOT, "package-lock.json"), "utf8");
  const { packages } = JSON.parse(text) as Lock;
  const entries = Object.entries(packages).filter(([path]) => path !== "");
  expect(entries.length).toBeGreaterThan(100);
  expect(entries.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
  expect(
    entries.filter(([, entry]) => entry.integrity === undefined && entry.link !== true).map(([path]) => path),
  ).toEqual([]);
});

test("every optional dependency is in the lockfile: one that npm could not find is dropped without a word", () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    optionalDependencies: Record<string, string>;
  };
  const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as Lock;
  const names = Object.keys(manifest.optionalDependencies);
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => packages[`node_modules/${name}`] === undefined)).toEqual([]);
});

test.skipIf(!existsSync(join(ROOT, ".git")))("no tracked file holds a path of somebody's machine", () => {
  const files = trackedFiles();
  expect(files.length).toBeGreaterThan(20);
  // put together here, so that this file does not hold what it looks for
  const homes = ["home", "Users", "root"].map((folder) => new RegExp(`(?<![\\w.~-])/${folder}/[a-z][\\w.-]*/`, "i"));
  const here = [literal(`${ROOT}/`), literal(`${homedir()}/`)];

  const offenders: string[] = [];
  for (const name of files) {
    if (/\.(png|jpe?g|webp|woff2?|ttf|ico|gz|zip|xlsx)$/.test(name) || statSync(join(ROOT, name)).isDirectory())
      continue;
    const text = readFileSync(join(ROOT, name), "utf8");
    // a test may invent a home
    for (const suspect of /\.test\.tsx?$/.test(name) ? here : [...here, ...homes]) {
      const found = suspect.exec(text);
      if (found !== null) offenders.push(`${name}: ${found[0]}`);
    }
  }
  expect(offenders).toEqual([]);
});

test.skipIf(!existsSync(join(ROOT, ".git")))(
  "what is made by a build, a start or a test is not under version control",
  () => {
    const made = trackedFiles().filter((name) =>
      /^(node_modules|dist|coverage)\/|\.log$|\.(bench)\.tmp$|(^|\/)\.DS_Store$/.test(name),
    );
    expect(made).toEqual([]);
  },
);

function literal(text: string): RegExp {
  return new RegExp(text.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`));
}
