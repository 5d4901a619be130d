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

type Cookie = { readonly name: string; readonly value: string };
const headers = (cookie: Cookie) => ({ cookie: `${cookie.name}=${cookie.value}` });

async function post<T>(cookie: Cookie | null, path: string, body: unknown): Promise<{ readonly body: T; readonly cookie: Cookie }> {
  const own = cookie === null ? {} : headers(cookie);
  const { formToken } = (await (await fetch(`${place.origin}/api/session`, { headers: own })).json()) as { formToken: string };
  const answer = await fetch(place.origin + path, { method: "POST", headers: { ...own, "content-type": "application/json", "x-entente-form": formToken }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  const [name = "", value = ""] = (answer.headers.getSetCookie()[0] ?? "").split(";")[0]?.split("=") ?? [];
  return { body: (await answer.json()) as T, cookie: { name, value } };
}

/** Another person in the same body, come in by an invitation. */
async function another(): Promise<Cookie> {
  const { viewer } = await place.ask<{ viewer: { actsFor: { id: string } } }>("/api/session");
  const { body } = await post<{ link: string }>(place.cookie, "/api/invitations", { name: "B. Colleague", role: "officer", holder: viewer.actsFor.id });
  const token = new URLSearchParams(new URL(body.link, place.origin).hash.slice(1)).get("token");
  return (await post(null, "/api/invitations/accept", { token, login: "colleague", password: "another password of some length" })).cookie;
}

test("what a colleague decides appears on the open page, says by whom, and a page that is left open sees no sign-out late", async () => {
  const { items } = await place.ask<{ items: { a: { id: string }; b: { id: string } }[] }>("/api/overlaps?limit=1");
  const pair = items[0] as (typeof items)[number];
  const colleague = await another();
  const context = await place.open(browser);
  const [page, second] = [await context.newPage(), await context.newPage()];
  const streams: string[] = [];
  for (const one of [page, second]) one.on("request", (request) => { if (request.url().includes("/api/live?age")) streams.push(request.url()); });
  await page.goto(`${place.origin}/en/overlaps/${pair.a.id}/${pair.b.id}`, { waitUntil: "networkidle" });
  await second.goto(`${place.origin}/en/overlaps/${pair.a.id}/${pair.b.id}`, { waitUntil: "networkidle" });
  await page.waitForFunction(() => document.querySelector(".background-notes") !== null);
  await second.waitForFunction(() => document.querySelector(".background-notes") !== null);
  await post(colleague, `/api/overlaps/${pair.a.id}/${pair.b.id}/decision`, { outcome: "dismissed", reason: "two phases of one programme", basedOn: null });
  for (const one of [page, second]) {
    await one.getByRole("status").getByText("two phases of one programme").waitFor({ timeout: 5_000 });
    await one.getByText(/Changed just now by/).waitFor({ timeout: 5_000 });
  }
  // one line for both tabs
  expect(streams).toHaveLength(1);

  // who began to write before another decided sees both, and overrules nobody unseen
  await page.keyboard.press("d");
  await page.getByRole("textbox", { name: "Why it is left as it is" }).fill("they share no place");
  const { decision } = await place.ask<{ decision: { id: string } }>(`/api/overlaps/${pair.a.id}/${pair.b.id}`);
  await post(colleague, `/api/overlaps/${pair.a.id}/${pair.b.id}/decision`, { outcome: "coordinate", reason: "they meet in June", basedOn: decision.id });
  const both = page.getByRole("alert", { name: "Two say differently" });
  await both.getByText("they share no place").waitFor();
  await both.getByText("they meet in June").waitFor();
  // kept beyond the page, for this person
  expect(await page.evaluate(() => Object.values(localStorage).some((kept) => kept.includes("they share no place")))).toBe(true);
  await both.getByRole("button", { name: "Take mine", exact: true }).click();
  await page.getByRole("status").getByText("they share no place").waitFor();
  expect(await page.evaluate(() => Object.values(localStorage).some((kept) => kept.includes("they share no place")))).toBe(false);

  const { formToken } = await place.ask<{ formToken: string }>("/api/session");
  await fetch(`${place.origin}/api/session`, { method: "DELETE", headers: { ...headers(place.cookie), "x-entente-form": formToken } });
  for (const one of [page, second]) await one.locator(".viewer-button").getByText("Not signed in").waitFor({ timeout: 10_000 });
  await context.close();
}, 120_000);
