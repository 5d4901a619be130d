import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { startWorkspace, type Workspace } from "../support/workspace.ts";

let browser: Browser;
let place: Workspace;
beforeAll(async () => {
  [browser, place] = await Promise.all([launchBrowser(), startWorkspace()]);
});
afterAll(async () => {
  await browser?.close();
  await place?.stop();
});

test("by keyboard alone: Ctrl-K, a name without its accents, Enter; the day stays", async () => {
  const context = await place.open(browser);
  const page = await context.newPage();
  await page.goto(`${place.origin}/en?asOf=2023-11-15`);
  await page.getByRole("button", { name: "Search" }).waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Search over everything" }).waitFor();
  await page.keyboard.type("turkiy");
  await page.locator("mark").filter({ hasText: /^Türkiy$/ }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1 }).filter({ hasText: "Türkiye" }).waitFor();
  expect(page.url()).toMatch(/\/en\/members\/[0-9a-f-]+\?asOf=2023-11-15$/);
  await page.keyboard.press("Control+k");
  await page.getByRole("menuitem", { name: "turkiy" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await context.close();
});

test("on a phone in Arabic: without the article, and a page of the workspace by its name", async () => {
  const context = await place.open(browser, { language: "ar", width: 390 });
  const page = await context.newPage();
  await page.goto(`${place.origin}/ar`);
  await page.getByRole("button", { name: "بحث" }).click();
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("مغرب");
  await page.getByRole("menuitem").filter({ hasText: "المغرب" }).first().waitFor();
  await page.getByRole("searchbox").or(page.getByRole("combobox")).first().fill("مبادر");
  await page.getByRole("menuitem", { name: "المبادرات", exact: true }).click();
  await page.waitForURL(/\/ar\/initiatives$/);
  await page.getByRole("heading", { level: 1 }).filter({ hasText: "مبادر" }).waitFor();
  expect(new URL(page.url()).search).toBe("");
  await context.close();
});

test("what nobody is called says so, and to whom; nothing is complained of", async () => {
  const context = await place.open(browser, { anonymous: true, language: "fr", dark: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => { if (message.type() === "error") complaints.push(message.text()); });
  await page.goto(`${place.origin}/fr`);
  await page.getByRole("button", { name: "Chercher" }).click();
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("qqxzvvw");
  await page.getByText("Rien de ce que vous pouvez voir").waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
