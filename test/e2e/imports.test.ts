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

/** Invented activities; every fiftieth ends before it begins. */
function activities(count: number): string {
  const one = (i: number) => `<iati-activity default-currency="USD"><iati-identifier>XM-EXAMPLE-${i}</iati-identifier><reporting-org ref="XM-EXAMPLE" type="10"><narrative>Invented Reporter</narrative></reporting-org><title><narrative>Invented works ${i}</narrative></title><participating-org role="1" ref="XM-EXAMPLE" type="10"><narrative>Invented Reporter</narrative></participating-org><activity-status code="2"/><activity-date type="1" iso-date="2024-01-01"/><activity-date type="3" iso-date="${i % 50 === 0 ? "2023-01-01" : "2025-12-31"}"/><recipient-country code="NE" percentage="100"/><sector vocabulary="1" code="15130" percentage="100"/>${i % 50 === 0 ? `<budget><period-start iso-date="2024-12-31"/><period-end iso-date="2024-01-01"/><value value-date="2024-01-01">100</value></budget>` : ""}<transaction><transaction-type code="2"/><transaction-date iso-date="2024-02-01"/><value value-date="2024-02-01">${1000 + i}</value></transaction></iati-activity>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">\n${Array.from({ length: count }, (_, i) => one(i + 1)).join("\n")}\n</iati-activities>`;
}

test("a file dropped anywhere comes in, its reading is told as it goes, and what was wrong stands in a table", async () => {
  const context = await place.open(browser);
  const page = await context.newPage();
  await page.goto(`${place.origin}/en/imports`, { waitUntil: "networkidle" });
  const drop = await page.evaluateHandle((xml) => {
    const carried = new DataTransfer();
    carried.items.add(new File([xml], "invented.xml", { type: "text/xml" }));
    return carried;
  }, activities(1500));
  await page.dispatchEvent("body", "dragenter", { dataTransfer: drop });
  await page.getByText("Let go: the file is taken here.").waitFor();
  await page.dispatchEvent("body", "drop", { dataTransfer: drop });

  const staged = page.getByRole("region", { name: "About to be imported" });
  await staged.getByText("TLP:AMBER").waitFor();
  expect(await staged.textContent()).toContain("alone");
  await staged.getByRole("checkbox").check();
  await staged.getByText("TLP:CLEAR").waitFor();
  await staged.getByRole("checkbox").uncheck();

  // what the page shows while it reads: every figure that it drew, in order
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const said = document.querySelector(".imports h1")?.textContent ?? "";
      if (said !== seen.at(-1)) seen.push(said);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  const streamed = page.waitForRequest((request) => /\/api\/imports\/[0-9a-f-]+\/events/.test(request.url()));
  await staged.getByRole("button", { name: "Import", exact: true }).click();
  await page.waitForURL(/\/en\/imports\/[0-9a-f-]{36}/);
  await streamed;
  await page.getByText(/read to the end/).waitFor({ timeout: 60_000 });
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen.some((said) => /waits to be read|read so far/.test(said))).toBe(true);

  await page.getByText("1,500 records").waitFor();
  await page.getByRole("heading", { name: /remarks? on the file/ }).waitFor();
  expect(await page.locator(".fault-table tbody tr").count()).toBeGreaterThan(0);
  const job = await place.ask<{ items: { counts: { read: number; added: number; setAside: number }; marking: { tlp: string } }[] }>("/api/imports");
  expect(job.items[0]?.counts.read).toBe(1500);
  expect(job.items[0]?.marking.tlp).toBe("TLP:AMBER");
  await page.getByRole("link", { name: "Imports" }).last().click();
  await page.getByRole("link", { name: "invented.xml" }).waitFor();
  await context.close();
});

test("a file of another kind is refused in words that say what can be read", async () => {
  const context = await place.open(browser, { language: "fr" });
  const page = await context.newPage();
  await page.goto(`${place.origin}/fr/imports`, { waitUntil: "networkidle" });
  await page.setInputFiles("#file", { name: "photo.png", mimeType: "image/png", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4]) });
  await page.getByRole("button", { name: "Importer", exact: true }).click();
  await page.getByRole("alert").waitFor({ timeout: 60_000 });
  expect(await page.getByRole("alert").textContent()).toContain("unsupported-format");
  await context.close();
});

test("who is not signed in is told how, not shown a form", async () => {
  const context = await place.open(browser, { anonymous: true });
  const page = await context.newPage();
  await page.goto(`${place.origin}/en/imports`, { waitUntil: "networkidle" });
  await page.getByText("Bringing in files needs you to be signed in.").waitFor();
  expect(await page.locator("input[type=file]").count()).toBe(0);
  await context.close();
});
