import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { startWorkspace, type Workspace } from "../support/workspace.ts";

type Pair = { a: { id: string; title: { text: string } }; b: { id: string } };

let browser: Browser;
let place: Workspace;
beforeAll(async () => {
  [browser, place] = await Promise.all([launchBrowser(), startWorkspace()]);
});
afterAll(async () => {
  await browser?.close();
  await place?.stop();
});

/** A page, and what it complained of: refusals by the server's policy among them. */
async function pageOf(path: string, options: Parameters<Workspace["open"]>[1] = {}): Promise<{ page: Page; complaints: string[]; hosts: Set<string>; close: () => Promise<void> }> {
  const context = await place.open(browser, options);
  const page = await context.newPage();
  const complaints: string[] = [];
  const hosts = new Set<string>();
  page.on("console", (message) => { if (message.type() === "error") complaints.push(message.text()); });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => hosts.add(new URL(request.url()).host));
  await page.goto(place.origin + path, { waitUntil: "networkidle" });
  return { page, complaints, hosts, close: () => context.close() };
}

test.each([
  ["en", "ltr", /reporters? describes? [\d,]+ initiatives?;/],
  ["fr", "ltr", /déclarants? décrivent [\d\s]+ initiatives?/],
  ["ar", "rtl", /تصف [\d,]+ مبادر/],
] as const)("in %s the picture opens on its sentence, asks no other host and breaks no rule of the policy", async (language, direction, sentence) => {
  const { page, complaints, hosts, close } = await pageOf(`/${language}/picture`, { language, anonymous: true });
  expect((await page.locator("h1.sentence").textContent())?.replace(/[\u2066-\u2069]/g, "")).toMatch(sentence);
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([language, direction]);
  expect(await page.locator(".tlp").first().textContent()).toBe("TLP:CLEAR");
  expect(await page.locator("path.map-area").count()).toBeGreaterThan(50);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect([...hosts]).toEqual([new URL(place.origin).host]);
  expect(complaints).toEqual([]);
  await close();
});

test("the first view is light enough for a slow line: at most 300 kB compressed, fonts included", async () => {
  const context = await place.open(browser, { language: "ar", anonymous: true });
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    const path = new URL(response.url()).pathname;
    if (path.startsWith("/api/")) return;
    sizes.push(response.body().then((body) => (path.endsWith(".woff2") ? body.length : gzipSync(body, { level: 9 }).length)));
  });
  await page.goto(`${place.origin}/ar/picture`, { waitUntil: "networkidle" });
  await page.locator("path.map-area").first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(100_000);
  expect(total).toBeLessThanOrEqual(300_000);
  await context.close();
});

test("an area is reached by the keyboard alone, and its page opens beside the map", async () => {
  const { page, close } = await pageOf("/en/picture");
  await page.locator("path.map-area[tabindex='0']").focus();
  const code = () => page.evaluate(() => (document.activeElement as SVGElement | null)?.dataset["code"]);
  const first = await code();
  for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowRight"]) await page.keyboard.press(key);
  expect(await code()).not.toBe(first);
  await page.locator(".map-tip").waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/en\/picture\/area\/[A-Z]{2}-/);
  await page.locator("h2.area-name").waitFor();
  expect(await page.locator(".area-line").count()).toBe(4);
  expect(await page.locator("path.map-area").count()).toBeGreaterThan(50);
  await close();
});

test("what is chosen stands in the address, and an address brings it back", async () => {
  const { page, close } = await pageOf("/en/picture");
  await page.getByRole("checkbox", { name: /Stabilisation/ }).click();
  await page.waitForURL(/[?&]line=stabilisation/);
  await page.locator(".strip-grip").first().focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForURL(/[?&]from=\d{4}-\d{2}&to=\d{4}-\d{2}/);
  await page.getByRole("radio", { name: "Threat" }).click();
  await page.waitForURL(/[?&]view=threat/);
  const address = page.url();
  await page.goto(address, { waitUntil: "networkidle" });
  expect(await page.getByRole("checkbox", { name: /Stabilisation/ }).getAttribute("aria-checked")).toBe("true");
  expect(await page.getByRole("radio", { name: "Threat" }).getAttribute("aria-checked")).toBe("true");
  await page.locator(".in-words .clause").first().click();
  await page.waitForURL((url) => !url.searchParams.has("line"));
  await close();
});

test("another day shows in the ground, and stays from scene to scene until today is asked for", async () => {
  const { page, close } = await pageOf("/en/picture");
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const today = await ground();
  await page.getByRole("button", { name: /As of today/ }).click();
  const day = page.getByLabel("A day, in words or as year-month-day");
  for (const none of ["2014-06-31", "31 June 2014", "June 2014", "some time"]) {
    await day.fill(none);
    await page.keyboard.press("Enter");
    await page.getByText("That is not one day of the calendar.").waitFor();
    expect(page.url(), none).not.toContain("asOf");
  }
  await day.fill("30 June 2014");
  await page.keyboard.press("Enter");
  await page.waitForURL(/asOf=2014-06-30/);
  await expect.poll(ground).not.toBe(today);
  await page.getByRole("link", { name: "Initiatives", exact: true }).click();
  await page.waitForURL(/\/initiatives\?asOf=2014-06-30/);
  await page.getByRole("button", { name: "Back to today" }).click();
  await expect.poll(ground).toBe(today);
  expect(page.url()).not.toContain("asOf");
  await close();
});

test("a pair opens beside its list, both sides in words, down to the reports", async () => {
  const { items } = await place.ask<{ items: Pair[] }>("/api/overlaps?limit=1");
  const pair = items[0];
  expect(pair).toBeDefined();
  const { page, complaints, close } = await pageOf("/en/overlaps");
  await page.locator(".finding").first().click();
  await page.waitForURL(new RegExp(`/overlaps/${pair?.a.id}/${pair?.b.id}`));
  await page.locator(".pair-table").waitFor();
  expect(await page.locator(".finding[data-status='active']").count()).toBe(1);
  expect(await page.locator(".pair-table").textContent()).not.toMatch(/\d{4}-\d{2}\/\d{4}-\d{2}/);
  await page.locator(".contribution-why summary").first().click();
  await page.locator(".contribution-why li").first().waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test("an initiative shows its reports, each statement of money, and why one does not count", async () => {
  const { items } = await place.ask<{ items: { id: string; title: { text: string } }[] }>("/api/initiatives?budget=known&limit=1");
  const found = items[0];
  const { page, complaints, close } = await pageOf(`/en/initiatives/${found?.id}`);
  expect(await page.locator("h1").textContent()).toContain(found?.title.text);
  expect(await page.title()).toContain(found?.title.text);
  await page.getByRole("button", { name: /^Start: / }).click();
  await page.getByRole("dialog").locator(".claim").first().waitFor();
  await page.keyboard.press("Escape");
  expect(await page.locator(".money-table tbody tr").count()).toBeGreaterThan(0);
  expect(await page.locator(".beside tbody tr").count()).toBeGreaterThan(4);
  expect(complaints).toEqual([]);
  await close();
});

test("what may not be seen and what is not there answer alike, in the reader's words", async () => {
  const { page, close } = await pageOf("/fr/initiatives/00000000-0000-4000-8000-000000000000", { language: "fr" });
  expect(await page.getByRole("alert").textContent()).toContain("Il n’y a rien ici que vous puissiez voir.");
  await close();
});
