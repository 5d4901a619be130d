/**
 * A picture of a page, for looking at it by hand.
 *
 *   npm run screenshot -- URL OUT.png [--width 390|1440] [--lang ar] [--full] [--dark] [--cookie name=value]
 *                                     [--wait "css selector"] [--click "css selector"] [--height 900]
 *
 * Says what the page complained of (console errors, failed and foreign requests) and ends with 1 when it did.
 */
import { parseArgs } from "node:util";
import { launchBrowser } from "../test/support/browser.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: "string", default: "1440" },
    height: { type: "string", default: "900" },
    lang: { type: "string", default: "en" },
    full: { type: "boolean", default: false },
    dark: { type: "boolean", default: false },
    cookie: { type: "string", multiple: true, default: [] },
    wait: { type: "string" },
    click: { type: "string", multiple: true, default: [] },
  },
});

const [address, out] = positionals;
if (address === undefined || out === undefined || !URL.canParse(address)) {
  process.stderr.write(
    "Usage: screenshot URL OUT.png [--width 390] [--height 900] [--lang ar] [--full] [--dark] [--cookie name=value] [--wait CSS] [--click CSS]\n",
  );
  process.exit(2);
}

const { origin } = new URL(address);
const complaints: string[] = [];
const browser = await launchBrowser();
try {
  const context = await browser.newContext({
    viewport: { width: Number(values.width), height: Number(values.height) },
    locale: values.lang,
    colorScheme: values.dark ? "dark" : "light",
    deviceScaleFactor: 1,
    reducedMotion: "reduce",
  });
  const cookies = values.cookie.map((pair) => {
    const cut = pair.indexOf("=");
    return { name: pair.slice(0, cut), value: pair.slice(cut + 1), url: origin };
  });
  if (cookies.length > 0) await context.addCookies(cookies);
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("requestfailed", (request) =>
    complaints.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ""}`),
  );
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith("data:") && !request.url().startsWith("blob:")) {
      complaints.push(`another host: ${request.url()}`);
    }
  });
  await page.goto(address, { waitUntil: "networkidle" });
  for (const selector of values.click) await page.click(selector);
  if (values.wait !== undefined) await page.waitForSelector(values.wait);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: out, fullPage: values.full });
} finally {
  await browser.close();
}
for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
process.exitCode = complaints.length === 0 ? 0 : 1;
