import { expect, test } from "vitest";
import { browserName } from "./browser-name.ts";

test("a browser is named by its name and system, whichever others it claims to be like", () => {
  expect(browserName("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0")).toBe("Edge · Windows");
  expect(browserName("Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0")).toBe("Firefox · Android");
  expect(browserName("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1")).toBe("Safari · iOS");
});

test("what says nothing known is named by nobody", () => {
  for (const agent of [null, "", "curl/8.5"]) expect(browserName(agent)).toBeNull();
});
