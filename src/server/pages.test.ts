import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newRoutes } from "../api/new-routes.ts";
import { addPages } from "./pages.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-pages-"));
  await writeFile(join(folder, "index.html"), '<!doctype html><html lang="en"><head><title>E</title></head><body><div id="root"></div></body></html>');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function served(answer: (secret: string | null) => Promise<string>) {
  const routes = newRoutes();
  await addPages(routes, folder, { secure: false, answer: ({ secret, scene, language }) => answer(secret).then((said) => `<h1>${said} ${scene} ${language}</h1>`) });
  return (path: string, headers: Record<string, string> = {}) => routes.request(path, { headers });
}

test("the answer stands in the page of home and picture, in its language; other addresses and filtered ones come as they are", async () => {
  const ask = await served(async (secret) => `for ${secret ?? "anyone"}`);
  expect(await (await ask("/ar/picture")).text()).toContain('<div id="root"><h1>for anyone picture ar</h1></div>');
  expect(await (await ask("/fr")).text()).toContain('<html lang="fr" dir="ltr">');
  for (const path of ["/en/picture?line=capacity", "/en/members", "/de"]) expect(await (await ask(path)).text(), path).toContain('<div id="root"></div>');
});

test("what one person is told is stored nowhere; what anyone is told is asked again by its tag", async () => {
  const ask = await served(async (secret) => `for ${secret ?? "anyone"}`);
  const own = await ask("/en", { cookie: "entente=secret" });
  expect([await own.text(), own.headers.get("cache-control"), own.headers.get("etag")]).toEqual([expect.stringContaining("for secret home en"), "private, no-store", null]);
  const anyone = await ask("/en");
  expect(anyone.headers.get("cache-control")).toBe("no-cache");
  expect(anyone.headers.get("vary")).toContain("Cookie");
  expect((await ask("/en", { "if-none-match": anyone.headers.get("etag") ?? "" })).status).toBe(304);
});

test("what is refused, or does not come in time, leaves the page as it is", async () => {
  const refused = await served(() => Promise.reject(new Error("closed")));
  const never = await served(() => new Promise(() => {}));
  for (const ask of [refused, never]) expect(await (await ask("/en/picture")).text()).toContain('<div id="root"></div>');
});
