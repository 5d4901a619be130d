import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { startWorkspace, type Workspace } from "../support/workspace.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
type Violation = { id: string; nodes: { html: string }[] };

let browser: Browser;
let place: Workspace;
let pages: string[];
beforeAll(async () => {
  [browser, place] = await Promise.all([launchBrowser(), startWorkspace()]);
  const { items } = await place.ask<{ items: { a: { id: string }; b: { id: string } }[] }>("/api/overlaps?limit=1");
  const gaps = await place.ask<{ items: { area: { code: string } }[] }>("/api/gaps?limit=1");
  const [pair, gap] = [items[0], gaps.items[0]];
  pages = ["", "/picture", "/picture?view=table&asOf=2014-06-30", `/picture/area/${gap?.area.code}`, "/initiatives", `/initiatives/${pair?.a.id}`, `/overlaps/${pair?.a.id}/${pair?.b.id}`, "/sign-in"];
});
afterAll(async () => {
  await browser?.close();
  await place?.stop();
});

test.each([
  { language: "en", width: 1440, dark: false },
  { language: "ar", width: 390, dark: true },
])("nothing that axe knows keeps anybody out: $language at $width px, dark $dark", async ({ language, width, dark }) => {
  const context = await place.open(browser, { language, width, dark });
  const page = await context.newPage();
  for (const path of pages) {
    await page.goto(`${place.origin}/${language}${path}`, { waitUntil: "networkidle" });
    await page.evaluate(axe);
    const violations = await page.evaluate(async (): Promise<Violation[]> => {
      const { run } = (globalThis as unknown as { axe: { run: (where: Document, how: object) => Promise<{ violations: Violation[] }> } }).axe;
      return (await run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })).violations;
    });
    expect(violations.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  }
  await context.close();
});
