import { expect, test } from "vitest";
import { csv, everyPage } from "./csv.ts";

test("figures are in full and nothing stands for what is not known", () => {
  expect(csv(["title", "USD"], [["wells, \"deep\"", 1234567.5], ["posts", null]])).toBe('"title","USD"\r\n"wells, ""deep""","1234567.5"\r\n"posts",""\r\n');
});

test("a list is read to its end, each page where the one before it ended", async () => {
  const asked: (string | undefined)[] = [];
  const pages = await everyPage(async ({ cursor }) => {
    asked.push(cursor);
    return asked.length < 3 ? { items: [asked.length], next: String(asked.length) } : { items: [3], next: null };
  });
  expect([asked, pages.flatMap((p) => p.items)]).toEqual([[undefined, "1", "2"], [1, 2, 3]]);
});
