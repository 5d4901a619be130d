import { i18n } from "@lingui/core";
import { beforeEach, expect, test } from "vitest";
import { dayRange, longDay, monthRange } from "./dates.ts";
import { integer, millions, percent, statedAmount } from "./figures.ts";
import { preferredLanguage } from "./language.ts";
import { monthNumber, monthText } from "./months.ts";

const bare = (text: string) => text.replace(/[\u2066-\u2069]/g, "").replace(/[\u00a0\u202f\u2009]/g, " ");

beforeEach(() => i18n.loadAndActivate({ locale: "en", messages: {} }));

test("a date in Arabic keeps its own direction and has European digits", () => {
  const text = longDay("2023-11-15", "ar");
  expect(text.startsWith("\u2068") && text.endsWith("\u2069")).toBe(true);
  expect(bare(text)).toBe("15 نوفمبر 2023");
});

test.each([
  ["en", "1–2 March 2023", "Jan 2024 – Mar 2026", "1,234,567"],
  ["fr", "1–2 mars 2023", "janv. 2024 – mars 2026", "1 234 567"],
  ["ar", "1–2 مارس 2023", "يناير 2024 – مارس 2026", "1,234,567"],
] as const)("in %s: days, months, figures", (language, days, months, figure) => {
  expect(bare(dayRange("2023-03-01", "2023-03-02", language)).replaceAll(" – ", "–").replaceAll("‏", "")).toBe(days.replaceAll(" – ", "–"));
  expect(bare(monthRange("2024-01", "2026-03", language))).toBe(months);
  expect(bare(integer(1234567, language))).toBe(figure);
});

test("millions keep the figures that matter", () => {
  expect([182_400_000, 2_100_000, 310_000, 4_200, 0].map((usd) => millions(usd, "en"))).toEqual(["182.4", "2.10", "0.31", "0.004", "0"]);
});

test("an amount names its currency, and is shown as stated when it is no number", () => {
  expect(bare(statedAmount("2400000", "EUR", "en"))).toBe("2,400,000 EUR");
  expect(bare(statedAmount("about five", null, "en"))).toBe("about five");
  expect(bare(percent(0.62, "fr"))).toBe("62 %");
});

test("the reader's first language that we speak, else English", () => {
  expect(preferredLanguage(["pt-PT", "ar-MA", "fr"])).toBe("ar");
  expect(preferredLanguage(["pt-PT"])).toBe("en");
});

test("months count on over the year", () => {
  expect(monthText(monthNumber("2024-12") + 1)).toBe("2025-01");
  expect(monthText(monthNumber("2024-01") - 1)).toBe("2023-12");
});
