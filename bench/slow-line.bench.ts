import type { BrowserContext } from "playwright-core";
import { launchBrowser } from "../test/support/browser.ts";
import { startWorkspace, type Workspace } from "../test/support/workspace.ts";

/** A slow mobile line: 400 kbit/s each way, 300 ms there and back. */
const line = { offline: false, latency: 300, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const phone = { width: 390, height: 844 };
/** What stands there when everything of a page can be used. */
const usableWhen = { picture: "path.map-area", home: ".steps-next a" } as const;

/**
 * What a visitor on a slow line waits for, in a real browser, phone size, nobody signed in: the first visit with nothing kept, and the same address again.
 *
 * `readable`: the answer stands painted in words. `usable`: the script has taken over and all of the page is there. `shift`: cumulative layout shift until five
 * seconds after. Kilobytes are those on the wire. BENCH_VISITS (3): the middle one of so many is told.
 */
export default async function slowLineBench(): Promise<Record<string, string | number>[]> {
  const visits = Number(process.env["BENCH_VISITS"] ?? 3);
  const [browser, place] = await Promise.all([launchBrowser(), startWorkspace()]);
  try {
    // somebody was here before: the picture is computed once
    for (const language of ["en", "ar"]) await place.ask("/api/picture", language);
    for (const language of ["en", "ar"]) for (const path of ["", "/picture"]) await fetch(`${place.origin}/${language}${path}`);
    const rows: Record<string, string | number>[] = [];
    for (const language of ["en", "ar"]) {
      for (const scene of ["picture", "home"] as const) {
        const told: Visit[] = [];
        const again: Visit[] = [];
        for (let n = 0; n < visits; n++) {
          const context = await browser.newContext({ viewport: phone, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: language });
          told.push(await visit(context, place, language, scene));
          again.push(await visit(context, place, language, scene));
          await context.close();
        }
        const middle = (of: readonly Visit[], part: keyof Visit, digits = 0) => Number((of.map((v) => v[part]).toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0).toFixed(digits));
        rows.push({
          page: `/${language}${scene === "home" ? "" : "/picture"}`, "first HTML kB": middle(told, "htmlKb", 1), "readable ms": middle(told, "readable"), "usable ms": middle(told, "usable"), "next usable ms": middle(again, "usable"),
          shift: middle(told, "shift", 3), "kB": middle(told, "kb"), "next kB": middle(again, "kb"),
        });
      }
    }
    return rows;
  } finally {
    await browser.close();
    await place.stop();
  }
}

type Visit = { readonly htmlKb: number; readonly kb: number; readonly readable: number; readonly usable: number; readonly shift: number };

async function visit(context: BrowserContext, place: Workspace, language: string, scene: keyof typeof usableWhen): Promise<Visit> {
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.emulateNetworkConditions", line);
  let bytes = 0;
  const sizes = new Map<string, number>();
  let document = "";
  client.on("Network.requestWillBeSent", (e) => { if (e.type === "Document") document = e.requestId; });
  client.on("Network.loadingFinished", (e) => { bytes += e.encodedDataLength; sizes.set(e.requestId, e.encodedDataLength); });
  await page.addInitScript(watch, usableWhen[scene]);
  await page.goto(`${place.origin}/${language}${scene === "home" ? "" : "/picture"}`, { waitUntil: "load", timeout: 60_000 });
  await page.waitForFunction(() => (globalThis as unknown as Watched).usable !== undefined, null, { timeout: 60_000 });
  await page.waitForTimeout(5_000);
  const seen = await page.evaluate(() => {
    const { readable, usable, shift } = globalThis as unknown as Watched;
    return { readable: readable ?? Number.NaN, usable: usable ?? Number.NaN, shift: shift ?? 0 };
  });
  await page.close();
  return { ...seen, kb: bytes / 1000, htmlKb: (sizes.get(document) ?? 0) / 1000 };
}

type Watched = { readable?: number; usable?: number; shift?: number };

/** Runs in the page. A frame in which the words stand has been painted when the next one begins. */
function watch(usableWhen: string): void {
  const seen = globalThis as unknown as Watched;
  seen.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as readonly { value: number; hadRecentInput: boolean }[]) if (!entry.hadRecentInput) seen.shift = (seen.shift ?? 0) + entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  const look = () => {
    const painted = performance.getEntriesByName("first-contentful-paint").length > 0;
    if (seen.readable === undefined && painted && /\d/.test(document.querySelector(".sentence")?.textContent ?? "")) seen.readable = performance.now();
    if (seen.usable === undefined && document.querySelector(".top-bar") !== null && document.querySelector(usableWhen) !== null && document.querySelector("[data-first-answer]") === null) seen.usable = performance.now();
    if (seen.usable === undefined || seen.readable === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
