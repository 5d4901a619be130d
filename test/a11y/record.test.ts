import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { startWorkspace, type Workspace } from "../support/workspace.ts";

type Finding = { readonly id: string; readonly impact: string | null; readonly nodes: readonly { readonly html: string }[] };
let browser: Browser;
let place: Workspace;
let axe: string;
let pages: readonly (readonly [string, string])[];
beforeAll(async () => {
  [browser, place, axe] = await Promise.all([launchBrowser(), startWorkspace(), readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")]);
  const { focus, root } = await place.ask<{ focus: { id: string }; root: { id: string } }>("/api/coalition");
  const { meetings, offices } = await place.ask<{ meetings: { id: string }[]; offices: { holder: { id: string } }[] }>(`/api/bodies/${focus.id}`);
  const sources = await place.ask<{ items: { id: string }[] }>("/api/sources?limit=1");
  pages = [
    ["the record", "record"],
    ["a body", `bodies/${focus.id}?asOf=2023-09-01`],
    ["the coalition", `bodies/${root.id}`],
    ["members", "members"],
    ["a member", `members/${offices[0]?.holder.id}`],
    ["a meeting", `meetings/${meetings.at(-1)?.id}`],
    ["conflicts", "conflicts"],
    ["sources", "sources"],
    ["a source", `sources/${sources.items[0]?.id}`],
    ["history", `history/meeting/${meetings.at(-1)?.id}`],
    ["imports", "imports"],
    ["people", "people"],
    ["entering a meeting", "meetings/new"],
  ];
});
afterAll(async () => {
  await browser?.close();
  await place?.stop();
});

/** What a tool can see of what keeps people out; run apart from the page's own scripts, which its policy binds. */
async function seriousIn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe: tool } = window as unknown as { axe: { run: (options: object) => Promise<{ violations: Finding[]; passes: unknown[] }> } };
    const { violations, passes } = await tool.run({ resultTypes: ["violations"] });
    return { violations: violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => ({ html })) })), passes: passes.length };
  });
  expect(found.passes).toBeGreaterThan(5);
  return found.violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

test.each([
  ["en", 1440, false],
  ["fr", 390, true],
  ["ar", 390, false],
  ["ar", 1440, true],
] as const)("no page keeps anyone out: %s, %i wide, dark %s", async (language, width, dark) => {
  const context = await place.open(browser, { language, width, dark });
  const complaints: string[] = [];
  for (const [name, path] of pages) {
    const page = await context.newPage();
    page.on("console", (message) => { if (message.type() === "error") complaints.push(`${name}: ${message.text()}`); });
    page.on("pageerror", (error) => complaints.push(`${name}: ${error.message}`));
    await page.goto(`${place.origin}/${language}/${path}`, { waitUntil: "networkidle" });
    await page.locator("h1").first().waitFor();
    expect(await seriousIn(page), name).toEqual([]);
    expect(await page.locator("h1").count(), name).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(width);
    await page.close();
  }
  expect(complaints).toEqual([]);
  await context.close();
});

test("an opened proof keeps nobody out, and gives the focus back", async () => {
  const context = await place.open(browser, {});
  const page = await context.newPage();
  await page.goto(`${place.origin}/en/${pages[1]?.[1]}`, { waitUntil: "networkidle" });
  const mark = page.locator(".proof[data-state='differ']").first();
  await mark.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("link", { name: "History" }).waitFor();
  expect(await seriousIn(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect.poll(() => mark.evaluate((element) => element === document.activeElement)).toBe(true);
  await context.close();
});
