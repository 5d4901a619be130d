import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { startWorkspace, type Workspace } from "../support/workspace.ts";

type Body = { id: string; meetings: { id: string; title: { text: string }; date: { value: string | null; state: string } }[] };

let browser: Browser;
let place: Workspace;
let group: Body;
beforeAll(async () => {
  [browser, place] = await Promise.all([launchBrowser(), startWorkspace()]);
  const focus = await place.ask<{ focus: { id: string } }>("/api/coalition");
  group = await place.ask<Body>(`/api/bodies/${focus.focus.id}`);
});
afterAll(async () => {
  await browser?.close();
  await place?.stop();
});

async function pageOf(path: string, options: Parameters<Workspace["open"]>[1] = {}): Promise<Page> {
  const context = await place.open(browser, options);
  const page = await context.newPage();
  await page.goto(place.origin + path, { waitUntil: "networkidle" });
  return page;
}

// an invented meeting: no source says any of it
const text = `The group met in Gaborone on 4 and 5 June 2024. Italy and Morocco were in the chair.
The delegation of Benin was led by Ama Example, director of an invented office. It followed the meeting in Cotonou.
Members undertook to share lessons on market policing by March 2025. The group was launched on 2 December 2021.`;

/** Selects words in the text by keyboard, as someone without a mouse does. */
async function selectByKeys(page: Page, words: string): Promise<void> {
  await page.keyboard.press("F2");
  const at = text.indexOf(words);
  await page.keyboard.press("Control+Home");
  for (let i = 0; i < at; i++) await page.keyboard.press("ArrowRight");
  for (let i = 0; i < words.length; i++) await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
}

/** Selects words in the text as a mouse does. */
async function select(page: Page, words: string): Promise<void> {
  const field = page.getByLabel("The text; select words in it");
  const at = text.indexOf(words);
  await field.evaluate((element, [from, to]) => {
    const area = element as HTMLTextAreaElement;
    area.focus();
    area.setSelectionRange(from ?? 0, to ?? 0);
  }, [at, at + words.length]);
}

test("a meeting is typed in from a text, survives a reload, and is read back with its words", async () => {
  const page = await pageOf(`/en/meetings/new?body=${group.id}`);
  await page.getByLabel("The text", { exact: true }).fill(text);
  await page.getByLabel("Its title").fill("An invented report");
  await page.getByLabel("Who published it").fill("Nobody’s Gazette");
  await page.getByLabel("Published on").fill("6 June 2024");
  await page.getByRole("button", { name: /Take .*6 June 2024/ }).click();
  await page.getByRole("button", { name: "Go on to what it says" }).click();

  const meeting = page.getByRole("region", { name: "The meeting" });
  await meeting.getByLabel("Title", { exact: true }).fill("Gaborone meeting");
  await meeting.getByLabel("Date", { exact: true }).focus();
  await select(page, "on 4 and 5 June 2024");
  await meeting.getByRole("button", { name: /Take .*4.*5 June 2024/ }).click();
  expect(await meeting.getByLabel("Date", { exact: true }).inputValue()).toBe("2024-06-04/2024-06-05");
  await meeting.getByLabel("Place", { exact: true }).fill("Gaborone");
  await meeting.getByRole("combobox", { name: "Country" }).fill("botsw");
  await page.getByRole("option", { name: /Botswana/ }).click();
  await meeting.getByRole("combobox", { name: "Co-chairs" }).fill("ital");
  await page.getByRole("option", { name: /Italy/ }).click();

  await page.getByRole("button", { name: "An undertaking", exact: true }).click();
  const undertaking = page.getByRole("region", { name: "An undertaking" });
  await undertaking.getByLabel("What", { exact: true }).fill("Share lessons on market policing");
  await selectByKeys(page, "Members undertook to share lessons on market policing by March 2025.");
  await expect.poll(() => undertaking.getByLabel("Its words in the text").inputValue()).toBe("Members undertook to share lessons on market policing by March 2025.");
  await undertaking.getByLabel("Due", { exact: true }).fill("2025-03");

  await page.getByRole("button", { name: "A delegation", exact: true }).click();
  const delegation = page.getByRole("region", { name: "A delegation" });
  await delegation.getByRole("combobox", { name: "Of which member" }).fill("beni");
  await page.getByRole("option", { name: /Benin/ }).click();
  await delegation.getByLabel("Head of delegation").fill("Ama Example");
  await delegation.getByLabel("Its words in the text").fill("led by Ama Exampel");
  await expect.poll(() => delegation.getByText("These words do not stand in the text.").count()).toBe(1);
  await delegation.getByRole("button", { name: "Take that" }).click();

  await page.reload({ waitUntil: "networkidle" });
  expect(await page.getByRole("region", { name: "The meeting" }).getByLabel("Title", { exact: true }).inputValue()).toBe("Gaborone meeting");
  await page.getByRole("region", { name: "A delegation" }).getByLabel("Its words in the text").fill("led by Ama Example");

  await page.getByRole("button", { name: /^Enter \d+ facts$/ }).click();
  await page.waitForURL(/\/en\/meetings\/[0-9a-f-]{36}/);
  await page.getByRole("heading", { level: 1, name: /Gaborone meeting/ }).waitFor();
  await page.getByText("Members undertook to share lessons on market policing by March 2025.").waitFor();
  expect(await page.getByText("Ama Example").count()).toBeGreaterThan(0);
  expect(await page.getByText("An invented report").count()).toBeGreaterThan(0);
  await page.getByRole("button", { name: /^Date: one source/ }).click();
  await page.getByRole("dialog").getByText("on 4 and 5 June 2024").waitFor();
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("entente.entry")))).toEqual([]);

  const chain = await pageOf(`/en/bodies/${group.id}`);
  await chain.getByRole("link", { name: "Gaborone meeting" }).first().waitFor();
  await chain.context().close();
  await page.context().close();
});

test("a decision between sources is made with a reason, and withdrawn; both stay in the history", async () => {
  const meeting = group.meetings.find(({ date }) => date.state === "differ");
  expect(meeting).toBeDefined();
  const page = await pageOf(`/en/meetings/${meeting?.id ?? ""}`);
  await page.getByRole("button", { name: /^Date: \d+ sources that differ/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Show this" }).first().click();
  const decide = dialog.getByRole("button", { name: "Decide", exact: true });
  expect(await decide.isDisabled()).toBe(true);
  await dialog.getByLabel("Why this is what should be shown").fill("The statement itself says so.");
  await decide.click();
  await dialog.getByText("The statement itself says so.").waitFor();
  await page.getByRole("button", { name: "Date: decided by a person", includeHidden: true }).waitFor({ state: "attached" });

  await dialog.getByRole("button", { name: "withdraw" }).click();
  await dialog.getByLabel("Why it is withdrawn").fill("Another copy turned up.");
  await dialog.getByRole("button", { name: "Withdraw", exact: true }).click();
  await page.getByRole("button", { name: /^Date: \d+ sources that differ/, includeHidden: true }).waitFor({ state: "attached" });
  await dialog.getByRole("link", { name: "History" }).click();
  await page.getByText("The statement itself says so.").waitFor();
  await page.getByText("Another copy turned up.").waitFor();
  await page.context().close();
});

test("the record stands on any day: offices between two dates are neither yes nor no", async () => {
  const page = await pageOf(`/en/bodies/${group.id}?asOf=2023-09-01`);
  const sentence = await page.locator(".record-head .sentence").textContent();
  expect(sentence).toMatch(/On .*1 September 2023.* three members chaired it with certainty, two between two dates\./);
  await page.getByRole("link", { name: "Record", exact: true }).first().click();
  await page.waitForURL(/\/en\/record\?asOf=2023-09-01/);
  await page.context().close();
});

test("in Arabic the page runs from right to left, time does not, and nothing is wider than a phone", async () => {
  const page = await pageOf(`/ar/bodies/${group.id}?asOf=2023-09-01`, { language: "ar", width: 390 });
  expect(await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang])).toEqual(["rtl", "ar"]);
  const heading = await page.locator("h1").boundingBox();
  expect((heading?.x ?? 0) + (heading?.width ?? 0)).toBeGreaterThan(300);
  const years = await page.locator(".timeline-year").evaluateAll((all) => all.map((year) => [Number(year.textContent), year.getBoundingClientRect().x]));
  expect(years.length).toBeGreaterThan(1);
  expect(years.map(([year]) => year)).toEqual(years.toSorted((a, b) => (a[1] ?? 0) - (b[1] ?? 0)).map(([year]) => year));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.locator(".proof[data-state='differ']").first().click();
  const sheet = await page.getByRole("dialog").boundingBox();
  expect(sheet?.width ?? 0).toBeGreaterThan(360);
  expect((sheet?.y ?? 0) + (sheet?.height ?? 0)).toBeGreaterThan(860);
  await page.context().close();
});

test("a meeting prints on one sheet of A4", async () => {
  for (const { id } of group.meetings) {
    const page = await pageOf(`/en/meetings/${id}`);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length, id).toBe(1);
    await page.context().close();
  }
});
