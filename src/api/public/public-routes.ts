import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Context } from "hono";
import { publicCsv, publicLinkedData, publicOpen, publicTables, publicZip } from "../../app/public/public-data.ts";
import { publicView } from "../../app/public/public-view.ts";
import { type PublicLanguage, publicLanguages } from "../../locales/public-words.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { takesCoding } from "../takes-coding.ts";
import { wantedLanguages } from "../who-asks.ts";
import { publicPage, publicPolicy } from "./public-page.ts";

const pressed = promisify(gzip);

/** Every address of the public view: test/leak walks them as it walks the API. */
export const publicAddresses = ["/public", ...publicLanguages.map((l) => `/public/${l}`), ...publicTables.map((t) => `/public/data/${t}.csv`), "/public/data/entente.zip", "/public/data/entente.jsonld"] as const;

/** As long as a shared cache may hand a page out again without asking: a marking that is raised takes this long to reach everybody. */
const freshFor = 300;
const guards: Readonly<Record<string, string>> = { "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin" };

/**
 * What is CLEAR, for anybody and any cache between: nobody is asked who they are, no cookie is read, and what is answered does not depend on who asks.
 * Closed, it refuses as everything does.
 */
export function publicRoutes({ app }: RouteContext) {
  const routes = newRoutes();
  const held = new Map<PublicLanguage, Promise<string>>();
  /** Many who ask at once are answered by one making. */
  const pageIn = (language: PublicLanguage): Promise<string> => {
    const made = held.get(language) ?? publicView(app, [language, ...publicLanguages.filter((l) => l !== language)]).then((view) => publicPage(view, language)).finally(() => held.delete(language));
    held.set(language, made);
    return made;
  };
  const download = async (c: Context<ApiEnv>, type: string, name: string, bytes: AsyncGenerator<Uint8Array>) => {
    // before the first byte: what is refused is refused with a status, not in the midst of a file
    await publicOpen(app);
    return c.body(streamed(bytes), 200, { ...guards, "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": `public, max-age=${freshFor}`, "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'" });
  };

  routes.get("/public", (c) => {
    const wanted = wantedLanguages(c.req.header("accept-language") ?? "").map((tag) => tag.split("-", 1)[0]);
    const language = wanted.flatMap((tag) => publicLanguages.find((l) => l === tag) ?? [])[0] ?? "en";
    return c.body(null, 302, { ...guards, Location: `/public/${language}`, "Cache-Control": `public, max-age=${freshFor}`, Vary: "Accept-Language" });
  });
  for (const language of publicLanguages) {
    routes.get(`/public/${language}`, async (c) => {
      const page = await pageIn(language);
      const etag = `"${createHash("sha256").update(page).digest("base64url").slice(0, 27)}"`;
      const headers = { ...guards, "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": publicPolicy, "Cache-Control": `public, max-age=${freshFor}`, ETag: etag, "Content-Language": language, Vary: "Accept-Encoding" };
      const known = (c.req.header("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
      if (known.includes(etag)) return c.body(null, 304, headers);
      // nothing secret stands in it, and nothing of what was asked: its length tells nothing
      if (!takesCoding(c.req.header("accept-encoding") ?? "", "gzip")) return c.body(page, 200, headers);
      return c.body(new Uint8Array(await pressed(page)), 200, { ...headers, "Content-Encoding": "gzip" });
    });
  }
  for (const table of publicTables) routes.get(`/public/data/${table}.csv`, (c) => download(c, "text/csv; charset=utf-8", `entente-${table}-TLP-CLEAR.csv`, publicCsv(app, table)));
  routes.get("/public/data/entente.zip", (c) => download(c, "application/zip", "entente-TLP-CLEAR.zip", publicZip(app)));
  routes.get("/public/data/entente.jsonld", (c) => download(c, "application/ld+json", "entente-TLP-CLEAR.jsonld", publicLinkedData(app)));
  return routes;
}

function streamed(bytes: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const next = await bytes.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => void (await bytes.return(undefined)),
  });
}
