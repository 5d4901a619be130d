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

test("an officer invites a focal point, whose link makes one account that acts for the member", async () => {
  const officer = await place.open(browser);
  const people = await officer.newPage();
  await people.goto(`${place.origin}/en/people`, { waitUntil: "networkidle" });
  const invite = people.getByRole("region", { name: "Invite a person" });
  await invite.getByLabel("Name of the person").fill("Invented Person");
  await invite.getByRole("combobox", { name: "Acts for the member" }).fill("beni");
  await people.getByRole("option", { name: /Benin/ }).click();
  await invite.getByRole("button", { name: "Make the link" }).click();
  const link = await invite.getByLabel("Link of the invitation").inputValue();
  await officer.close();

  const guest = await place.open(browser, { anonymous: true });
  const page = await guest.newPage();
  await page.goto(link, { waitUntil: "networkidle" });
  await page.getByLabel("Account").fill("invented");
  await page.getByLabel(/^Password/).fill("another password of some length");
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.getByRole("button", { name: /Invented Person.*focal point.*Benin/ }).waitFor();

  const again = await (await place.open(browser, { anonymous: true })).newPage();
  await again.goto(link, { waitUntil: "networkidle" });
  await again.getByLabel("Account").fill("second");
  await again.getByLabel(/^Password/).fill("another password of some length");
  await again.getByRole("button", { name: "Make the account" }).click();
  await again.getByRole("alert").waitFor();
  expect(await again.getByLabel("Account").count()).toBe(1);
  await again.context().close();
  await guest.close();
});

test("a token is shown once, and a script reads with it what its maker reads", async () => {
  const context = await place.open(browser);
  const page = await context.newPage();
  await page.goto(`${place.origin}/en/people`, { waitUntil: "networkidle" });
  const form = page.getByRole("region", { name: "Make a token for a script" });
  await form.getByLabel("What it is for").fill("a nightly export");
  await form.getByRole("button", { name: "Make the token" }).click();
  const token = await form.getByLabel("Token", { exact: true }).inputValue();
  const answer = await fetch(`${place.origin}/api/imports`, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
  await page.reload({ waitUntil: "networkidle" });
  expect(await page.getByLabel("Token", { exact: true }).count()).toBe(0);
  await context.close();
});

// The last one: looking as somebody gives the session a new secret, and the one that the others share ends.
test("an officer looks as a member: a bar says so on every page, nothing can be changed, and it ends", async () => {
  const context = await place.open(browser);
  const page = await context.newPage();
  await page.goto(`${place.origin}/en/people`, { waitUntil: "networkidle" });
  const look = page.getByRole("region", { name: "Look as a member" });
  // first the page comes to rest where the field is: a list that is open closes when its ground moves
  await look.getByRole("combobox", { name: "Member" }).click();
  await look.getByRole("combobox", { name: "Member" }).pressSequentially("ital");
  await page.getByRole("option", { name: /Italy/ }).click();
  await look.getByRole("button", { name: "Look" }).click();
  const bar = page.locator(".looking-as");
  await bar.waitFor();
  expect(await bar.textContent()).toContain("Italy");
  await page.goto(`${place.origin}/en/imports`, { waitUntil: "networkidle" });
  expect(await bar.count()).toBe(1);
  expect(await page.locator("input[type=file]").count()).toBe(0);
  await bar.getByRole("button").click();
  await bar.waitFor({ state: "detached" });
  await context.close();
});
