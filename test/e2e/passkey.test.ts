import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { startWorkspace, type Workspace } from "../support/workspace.ts";

let browser: Browser;
let place: Workspace;
let here: string;
beforeAll(async () => {
  [browser, place] = await Promise.all([launchBrowser(), startWorkspace()]);
  // A passkey belongs to a name: an address of numbers has none.
  here = place.origin.replace("127.0.0.1", "localhost");
});
afterAll(async () => {
  await browser?.close();
  await place?.stop();
});

/** An authenticator that the browser itself plays, with its bearer already known by finger. */
async function authenticator(context: BrowserContext, page: Page) {
  const cdp = await context.newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return { verified: (isUserVerified: boolean) => cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }) };
}

test("a passkey is made, opens the door, opens nothing without its bearer, and is ended", async () => {
  const context = await browser.newContext({ locale: "en", reducedMotion: "reduce" });
  await context.addCookies([{ ...place.cookie, url: here }]);
  const page = await context.newPage();
  const key = await authenticator(context, page);
  await page.goto(`${here}/en/account`, { waitUntil: "networkidle" });
  const mine = page.getByRole("region", { name: "Passkeys" });
  await mine.getByLabel("What you call this device").fill("The officer’s telephone");
  await mine.getByRole("button", { name: "Make a passkey" }).click();
  await mine.getByText("The officer’s telephone").waitFor();
  // the session went on under a new secret
  const before = place.cookie.value;
  const after = (await context.cookies(here)).find((c) => c.name === "entente")?.value;
  expect(after).not.toBe(before);
  expect(((await (await fetch(`${here}/api/session`, { headers: { cookie: `entente=${before}` } })).json()) as { viewer: { kind: string } }).viewer.kind).toBe("anonymous");

  await context.clearCookies();
  await page.goto(`${here}/en/sign-in`, { waitUntil: "networkidle" });
  await key.verified(false);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByRole("button", { name: "Sign in with a passkey" }).and(page.locator(":enabled")).waitFor();
  expect((await context.cookies(here)).some((c) => c.name === "entente")).toBe(false);
  await key.verified(true);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByRole("button", { name: /A\. Officer/ }).waitFor();

  await page.goto(`${here}/en/account`, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "End the passkey The officer’s telephone" }).click();
  await page.getByText("The officer’s telephone").waitFor({ state: "detached" });
  await context.clearCookies();
  await page.goto(`${here}/en/sign-in`, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByRole("alert").waitFor();
  expect(await page.getByRole("alert").innerText()).toContain("This passkey opens nothing here.");
  await context.close();
});
