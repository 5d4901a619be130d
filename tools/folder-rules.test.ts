import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { lintPlanted, type Finding } from "./folder-rules/plant.ts";
import { DEEPEST, PACKAGE_FAMILIES, ROOMS } from "./folder-rules/rooms.ts";
import { ROOT } from "./launch/root.mjs";
import { ownTypeScript } from "./test/own-files.ts";

const IMPORTS = "eslint(no-restricted-imports)";

/**
 * What the house says, written out by hand and not read from the table that makes the rules: a slip in the table
 * must not excuse itself. Each line is one file with one offence.
 */
const FORBIDDEN: readonly (readonly [path: string, text: string, rule: string])[] = [
  ["src/base/a.ts", `import { x } from "../marking/x.ts"; x();`, IMPORTS],
  ["src/base/b.ts", `import type { X } from "../record/x.ts"; export type Y = X;`, IMPORTS],
  ["src/base/c.ts", `import { x } from "../locales/x.ts"; x();`, IMPORTS],
  ["src/marking/a.ts", `import { x } from "../record/x.ts"; x();`, IMPORTS],
  ["src/marking/b.ts", `import { readFileSync } from "node:fs"; readFileSync("x");`, IMPORTS],
  ["src/record/a.ts", `import { x } from "../initiatives/x.ts"; x();`, IMPORTS],
  ["src/record/b.ts", `import { x } from "../store/x.ts"; x();`, IMPORTS],
  ["src/initiatives/a.ts", `import { x } from "../app/x.ts"; x();`, IMPORTS],
  ["src/initiatives/deep/a.ts", `import { x } from "../../formats/x.ts"; x();`, IMPORTS],
  ["src/initiatives/clock.ts", `export const now = new Date();`, "entente(pure)"],
  ["src/coordination/a.ts", `import { x } from "../coverage/x.ts"; x();`, IMPORTS],
  ["src/access/a.ts", `import { x } from "../store/x.ts"; x();`, IMPORTS],
  ["src/access/b.ts", `import { x } from "node:http"; x();`, IMPORTS],
  ["src/audit/a.ts", `import { x } from "../access/x.ts"; x();`, IMPORTS],
  ["src/linkage/a.ts", `import { x } from "../marking/x.ts"; x();`, IMPORTS],
  ["src/linkage/b.ts", `import { x } from "../coverage/x.ts"; x();`, IMPORTS],
  ["src/coverage/a.ts", `import { x } from "../store/x.ts"; x();`, IMPORTS],
  ["src/coverage/b.ts", `import type { X } from "../initiatives/x.ts"; export type Y = X;`, IMPORTS],
  ["src/coverage/c.ts", `import { readFile } from "node:fs/promises"; void readFile;`, IMPORTS],
  ["src/coverage/d.ts", `import { readFileSync } from "fs"; void readFileSync;`, IMPORTS],
  ["src/coverage/now.ts", `export const now = Date.now();`, "eslint(no-restricted-properties)"],
  ["src/coverage/today.ts", `export const today = new Date();`, "entente(pure)"],
  ["src/coverage/words.ts", `export const today = Date();`, "entente(pure)"],
  ["src/coverage/dice.ts", `export const dice = Math.random();`, "eslint(no-restricted-properties)"],
  ["src/coverage/net.ts", `export const page = fetch("/x");`, "eslint(no-restricted-globals)"],
  ["src/coverage/env.ts", `export const home = process.env;`, "eslint(no-restricted-globals)"],
  ["src/coverage/time.ts", `export const time = performance.now();`, "eslint(no-restricted-globals)"],
  ["src/coverage/id.ts", `export const id = crypto.randomUUID();`, "eslint(no-restricted-globals)"],
  ["src/coverage/later.ts", `setTimeout(() => undefined, 1);`, "eslint(no-restricted-globals)"],
  ["src/screening/a.ts", `import { x } from "../formats/ofac/x.ts"; x();`, IMPORTS],
  ["src/intake/a.ts", `import { x } from "../record/x.ts"; x();`, IMPORTS],
  ["src/places/deep/a.ts", `import { x } from "../../store/x.ts"; x();`, IMPORTS],
  ["src/formats/iati/a.ts", `import { x } from "../../store/x.ts"; x();`, IMPORTS],
  ["src/formats/iati/b.ts", `import { x } from "../../app/x.ts"; x();`, IMPORTS],
  ["src/formats/iati/c.ts", `import { x } from "../../marking/x.ts"; x();`, IMPORTS],
  ["src/deliver/a.ts", `import { x } from "../store/x.ts"; x();`, IMPORTS],
  ["src/deliver/b.ts", `import { x } from "../app/x.ts"; x();`, IMPORTS],
  ["src/store/a.ts", `import { x } from "../app/x.ts"; x();`, IMPORTS],
  ["src/store/b.ts", `import { x } from "../coverage/x.ts"; x();`, IMPORTS],
  ["src/store/postgres/a.ts", `import { x } from "../../api/x.ts"; x();`, IMPORTS],
  ["src/app/a.ts", `import { x } from "../api/x.ts"; x();`, IMPORTS],
  ["src/app/b.ts", `import { x } from "../server/x.ts"; x();`, IMPORTS],
  ["src/app/c.ts", `import { Kysely } from "kysely"; void Kysely;`, IMPORTS],
  ["src/app/d.ts", `import { Pool } from "pg"; void Pool;`, IMPORTS],
  ["src/app/sql.ts", "export const rows = sql`select 1`;", "entente(sql-in-store)"],
  ["src/app/raw.ts", `export const rows = sql.raw("select 1");`, "entente(sql-in-store)"],
  ["src/api/a.ts", `import { x } from "../store/x.ts"; x();`, IMPORTS],
  ["src/api/routes/a.ts", `import { x } from "../../store/x.ts"; x();`, IMPORTS],
  ["src/api/routes/lazy.ts", `export const x = await import("../../store/x.ts");`, IMPORTS],
  ["src/api/routes/again.ts", `export { x } from "../../store/x.ts";`, IMPORTS],
  ["src/api/b.ts", `import { x } from "../cli/x.ts"; x();`, IMPORTS],
  ["src/api/c.ts", `import { x } from "../jobs/x.ts"; x();`, IMPORTS],
  ["src/api/d.ts", `import { x } from "../coverage/x.ts"; x();`, IMPORTS],
  ["src/api/sql.ts", "export const rows = sql<string>`select 1`;", "entente(sql-in-store)"],
  ["src/cli/a.ts", `import { x } from "../store/x.ts"; x();`, IMPORTS],
  ["src/cli/b.ts", `import { x } from "../api/x.ts"; x();`, IMPORTS],
  ["src/cli/c.ts", `import { Hono } from "hono"; void Hono;`, IMPORTS],
  ["src/jobs/a.ts", `import { x } from "../store/x.ts"; x();`, IMPORTS],
  ["src/jobs/b.ts", `import { x } from "../cli/x.ts"; x();`, IMPORTS],
  ["src/server/a.ts", `import { x } from "../coverage/x.ts"; x();`, IMPORTS],
  ["src/server/b.ts", `import { x } from "../../web/x.ts"; x();`, IMPORTS],
  ["src/server/c.ts", `import { x } from "../../tools/x.ts"; x();`, IMPORTS],
  ["src/evaluate/a.ts", `import { x } from "../store/x.ts"; x();`, IMPORTS],
  ["src/locales/a.ts", `import { x } from "../app/x.ts"; x();`, IMPORTS],
  ["web/a.ts", `import { x } from "../src/base/x.ts"; x();`, IMPORTS],
  ["web/picture/a.tsx", `import { x } from "../../src/app/x.ts"; x();`, IMPORTS],
  ["web/picture/b.tsx", `import type { X } from "../../src/initiatives/report.ts"; export type Y = X;`, IMPORTS],
  ["web/picture/parts/a.tsx", `import { x } from "../../../src/store/x.ts"; x();`, IMPORTS],
  ["web/picture/c.tsx", `import { join } from "node:path"; join("x");`, IMPORTS],
  ["web/picture/d.tsx", `import { Hono } from "hono"; void Hono;`, IMPORTS],
];

/** What must stay possible: a rule that reports everything would pass the list above. */
const ALLOWED: readonly (readonly [path: string, text: string])[] = [
  ["src/marking/ok.ts", `import { x } from "../base/x.ts"; x();`],
  ["src/record/ok.ts", `import { x } from "../marking/x.ts"; import { y } from "./y.ts"; x(y);`],
  ["src/audit/ok.ts", `import { createHash } from "node:crypto"; createHash("sha256");`],
  ["src/coverage/ok.ts", `import { x } from "../base/x.ts"; x(new Date(0), Date.UTC(2023, 2, 1));`],
  ["src/coverage/deep/ok.ts", `import { x } from "../x.ts"; import { y } from "../store/y.ts"; x(y);`],
  ["src/coverage/ok.test.ts", `import { readFileSync } from "node:fs"; readFileSync("x"); Math.random();`],
  [
    "src/formats/iati/ok.ts",
    `import type { Report } from "../../initiatives/report.ts"; import { SaxesParser } from "saxes"; export type X = Report; void SaxesParser;`,
  ],
  [
    "src/store/ok.ts",
    'import type { X } from "../coverage/x.ts"; import { sql } from "kysely"; export const y = (x: X) => sql`select ${x}`;',
  ],
  ["src/app/ok.ts", `import { x } from "../store/x.ts"; import { y } from "../coverage/y.ts"; x(y);`],
  [
    "src/api/routes/ok.ts",
    `import { x } from "../../app/x.ts"; import type { Y } from "../../coverage/y.ts"; import { Hono } from "hono"; export const z = (y: Y) => x(y, Hono);`,
  ],
  ["src/cli/ok.ts", `import { x } from "../app/x.ts"; import { Command } from "commander"; x(Command);`],
  ["src/server/ok.ts", `import { x } from "../store/x.ts"; import { readFileSync } from "node:fs"; x(readFileSync);`],
  [
    "web/picture/ok.tsx",
    `import { x } from "../generated/api.ts"; import { y } from "../../src/locales/en.ts"; import { useState } from "react"; x(y, useState);`,
  ],
];

let found: Map<string, Finding[]>;
beforeAll(() => {
  found = lintPlanted(new Map([...FORBIDDEN, ...ALLOWED].map(([path, text]) => [path, `${text}\n`])));
});

test.each(FORBIDDEN)("%s: %s", (path, _text, rule) => {
  expect(found.get(path)?.map((finding) => finding.rule)).toContain(rule);
});

test.each(ALLOWED)("%s stays possible", (path) => {
  const rules = /no-restricted|entente/;
  expect(found.get(path)?.filter((finding) => rules.test(finding.rule))).toEqual([]);
});

test("every room is closed to every room that its line does not name, at every depth", () => {
  const files = new Map<string, string>();
  for (const room of ROOMS) {
    for (let depth = 0; depth < DEEPEST; depth += 1) {
      const folder = `src/${room.name}${["/a", "/b", "/c"].slice(0, depth).join("")}`;
      const up = "../".repeat(depth + 1);
      for (const other of ROOMS.filter(({ name }) => name !== room.name && !room.may.includes(name))) {
        files.set(`${folder}/plant-${other.name}.ts`, `import { x } from "${up}${other.name}/x.ts";\nx();\n`);
      }
      for (const family of Object.keys(PACKAGE_FAMILIES).filter((name) => !room.families.includes(name))) {
        const name = PACKAGE_FAMILIES[family]?.[0];
        files.set(`${folder}/plant-package-${family}.ts`, `import { x } from "${name}";\nx();\n`);
      }
    }
  }
  const unseen = [...lintPlanted(files)].filter(
    ([, findings]) => !findings.some((finding) => finding.rule === IMPORTS),
  );
  expect(unseen.map(([path]) => path)).toEqual([]);
  expect(files.size).toBeGreaterThan(1000);
});

test("every folder under src has a line in the table, and no file lies deeper than the rules reach", () => {
  const folders = readdirSync(join(ROOT, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const known = ROOMS.map((room) => room.name);
  expect(folders.map((entry) => entry.name).filter((name) => !known.includes(name))).toEqual([]);
  const depth = (path: string): number => path.split("/").length - (path.startsWith("src/") ? 2 : 1);
  const ruled = ownTypeScript().filter((path) => path.startsWith("src/") || path.startsWith("web/"));
  expect(ruled.length).toBeGreaterThan(0);
  expect(ruled.filter((path) => depth(path) > DEEPEST)).toEqual([]);
});

test("nothing planted is left in the tree", () => {
  const planted = [...FORBIDDEN, ...ALLOWED].map(([path]) => path).filter((path) => /plant-|ok\.tsx?$/.test(path));
  expect(planted.filter((path) => existsSync(join(ROOT, path)))).toEqual([]);
});
