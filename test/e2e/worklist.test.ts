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

type Work = { readonly sections: readonly { readonly kind: string; readonly open: number }[] };
const openOf = async (kind: string): Promise<number> => (await place.ask<Work>("/api/worklist?limit=1")).sections.find((s) => s.kind === kind)?.open ?? 0;

test("with the keyboard alone: from one to the next, decided, gone from the list, found among the decided, taken back", async () => {
  const before = await openOf("overlap");
  const page = await (await place.open(browser)).newPage();
  await page.goto(`${place.origin}/en/worklist?kind=overlap`, { waitUntil: "networkidle" });
  const rows = page.locator("[data-work]");
  await rows.nth(1).waitFor();
  const [first, second] = [await rows.nth(0).getAttribute("data-work"), await rows.nth(1).getAttribute("data-work")];
  await page.locator(`[data-work="${first}"][aria-current]`).waitFor();
  await page.keyboard.press("j");
  await page.locator(`[data-work="${second}"][aria-current]`).waitFor();
  await page.getByRole("button", { name: /Complementary/ }).waitFor();
  await page.keyboard.press("d");
  await page.getByRole("textbox", { name: "Why it is left as it is" }).fill("two phases of one programme");
  await page.keyboard.press("Enter");
  await page.locator(`[data-work="${second}"]`).waitFor({ state: "detached" });
  expect(await openOf("overlap")).toBe(before - 1);

  await page.getByRole("button", { name: "decided", exact: true }).click();
  await page.locator(`[data-work="${second}"]`).waitFor();
  await page.getByRole("status").getByText("two phases of one programme").waitFor();
  await page.locator(`[data-work="${second}"]`).focus();
  await page.keyboard.press("z");
  await page.getByText("Nothing is decided yet.").waitFor();
  expect(await openOf("overlap")).toBe(before);
});

test("on a phone, in Arabic: the list first, then the one gap with what may be decided, and back", async () => {
  const page = await (await place.open(browser, { language: "ar", width: 390 })).newPage();
  await page.goto(`${place.origin}/ar/worklist?kind=gap`, { waitUntil: "networkidle" });
  const first = page.locator("[data-work]").first();
  await first.waitFor();
  expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
  await first.click();
  await page.getByRole("button", { name: "طلب…" }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await page.getByRole("button", { name: "كل ما ينتظر" }).click();
  await first.waitFor();
});

test("the public is told who decides, and how to come in", async () => {
  const page = await (await place.open(browser, { anonymous: true })).newPage();
  await page.goto(`${place.origin}/en/worklist`, { waitUntil: "networkidle" });
  await page.getByText("Only those with a role in the coalition decide.").waitFor();
  expect(await page.locator("[data-work]").count()).toBe(0);
});
