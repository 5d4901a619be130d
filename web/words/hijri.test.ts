import { expect, test } from "vitest";
import { stripBidi } from "../../src/base/bidi.ts";
import { inHijri } from "./hijri.ts";
import { localeOf } from "./language.ts";

const day = (text: string) => new Date(`${text}T00:00:00Z`);

test("a day of the calendar of Umm al-Qura, in each language and with the coalition's digits", () => {
  expect(inHijri(localeOf.ar, day("2023-11-15"))).toBe("1 جمادى الأولى 1445 هـ");
  expect(inHijri(localeOf.en, day("2023-11-15"))).toMatch(/^1 Jumada I 1445/);
  expect(inHijri(localeOf.fr, day("2023-11-15"))).toMatch(/^1.* 1445/);
});

test("a month is told as the months that it touches, a range as one", () => {
  expect(stripBidi(inHijri(localeOf.ar, day("2024-03-01"), day("2024-03-31"), true))).toMatch(/شعبان.*رمضان/);
  expect(inHijri(localeOf.en, day("2023-03-01"), day("2023-03-02"))).toMatch(/^9\D+10 Sha/);
});
