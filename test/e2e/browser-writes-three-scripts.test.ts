import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { darkPixels } from "../support/dark-pixels.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

const SENTENCES = {
  en: "Nine programmes overlap in the Lake Chad basin.",
  fr: "Neuf programmes se chevauchent : à Diffa, où l’œuvre a été retardée.",
  ar: "تتداخل تسعة برامج في حوض بحيرة تشاد.",
} as const;

/** What was really drawn, in dark pixels. */
async function inkOf(html: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 900, height: 80 } });
  try {
    await page.setContent(html);
    return darkPixels(await page.screenshot());
  } finally {
    await page.close();
  }
}

test("text in English, French and Arabic is drawn, also without a font of the page's own", async () => {
  const blank = await inkOf(`<body style="background:#fff"></body>`);
  expect(blank).toBe(0);
  for (const [lang, words] of Object.entries(SENTENCES)) {
    const dir = lang === "ar" ? "rtl" : "ltr";
    const ink = await inkOf(
      `<html lang="${lang}" dir="${dir}"><body style="background:#fff;color:#000;font:24px sans-serif">${words}</body></html>`,
    );
    expect(ink, lang).toBeGreaterThan(500);
  }
});

test("Arabic letters are drawn as letters, not as empty boxes", async () => {
  const draw = (text: string) =>
    inkOf(
      `<html lang="ar" dir="rtl"><body style="background:#fff;color:#000;font:24px sans-serif">${text}</body></html>`,
    );
  // missing glyphs all look alike; ا and ش do not
  const [thin, wide] = [await draw("اااااااا"), await draw("شششششششش")];
  expect(wide).toBeGreaterThan(thin * 1.5);
});
