import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openApiDocument } from "../../src/api/openapi.ts";
import { type SignedUp, type TestApp, testApp } from "../support/test-app.ts";

/**
 * Whatever is sent, an answer of our own comes back: never a failure of the server. Bodies are any JSON, and bodies with the names that
 * the route knows and any JSON in them; parts of paths and queries are any text.
 */
let t: TestApp;
const answered = new Set<string>();
const failures: unknown[] = [];
beforeAll(async () => {
  t = await testApp({ settings: { faultOfOurs: (error) => failures.push(error) } });
});
afterAll(() => t?.close());

type Operation = { readonly parameters?: readonly { readonly name: string; readonly in: string }[]; readonly requestBody?: unknown };
const document = openApiDocument();
const routes = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
  Object.entries(methods as Readonly<Record<string, Operation>>).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);

const schemas: Readonly<Record<string, unknown>> = document.components?.schemas ?? {};

/** The names of properties anywhere in a schema of the description. */
function namesIn(schema: unknown, seen = new Set<unknown>()): readonly string[] {
  if (typeof schema !== "object" || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const ref = (schema as { $ref?: string }).$ref;
  if (ref !== undefined) return namesIn(schemas[ref.split("/").at(-1) ?? ""], seen);
  const properties = (schema as { properties?: object }).properties;
  return [...(properties ? Object.keys(properties) : []), ...Object.values(schema).flatMap((inner) => namesIn(inner, seen))];
}

const odd = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom("", "%", "\0", "\ud800", "..", "2024-02-30", "9".repeat(40), "-1", "1e400", "3f1c8a52-0d7e-4b3a-9c41-5e6f7a8b9c0d", "SN", "NE-2", "capacity", "TLP:RED", "'); drop table x; --"),
);
const inPath = odd.map((text) => encodeURIComponent(text.toWellFormed()) || "x");
const known = fc.constantFrom("3f1c8a52-0d7e-4b3a-9c41-5e6f7a8b9c0d", "TLP:AMBER", "TLP:CLEAR", "en", "2024-05", "2024-05-31", "NE", "capacity", "name");
const value = fc.oneof({ weight: 3, arbitrary: odd }, { weight: 3, arbitrary: known }, { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) }, { weight: 1, arbitrary: fc.double() });

test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))("%s answers whatever it is sent", async (name, { path, method, operation }) => {
  // Anew for each: one of the routes ends the session.
  const officer: SignedUp = await t.signedUp("secretariat", t.app.coalition.focusBodyId);
  const names = [...new Set(namesIn(operation.requestBody))];
  const body = fc.oneof(fc.jsonValue({ maxDepth: 3 }), ...(names.length === 0 ? [] : [fc.dictionary(fc.constantFrom(...names), fc.oneof(value, fc.array(value, { maxLength: 3 }), fc.dictionary(fc.constantFrom(...names), value)))]));
  const queries = (operation.parameters ?? []).filter((p) => p.in === "query").map((p) => p.name);
  const query = queries.length === 0 ? fc.constant({}) : fc.dictionary(fc.constantFrom(...queries), fc.oneof(odd, known));
  const parts = fc.array(fc.oneof(inPath, known), { minLength: 4, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(parts, query, body, fc.constantFrom("application/json", "text/plain", ""), async (words, asked, sent, type) => {
      let n = 0;
      const place = path.replaceAll(/\{\w+\}/g, () => words[n++] ?? "x");
      const search = new URLSearchParams(asked).toString();
      const headers: Record<string, string> = { ...officer.headers, ...(type === "" ? {} : { "content-type": type }) };
      const response = await t.api.request(`${place}${search === "" ? "" : `?${search}`}`, { method, headers, ...(method === "GET" ? {} : { body: JSON.stringify(sent) }) });
      // a stream that stays open is let go; anything else is read to its end
      await (response.headers.get("content-type")?.startsWith("text/event-stream") === true ? response.body?.cancel() : response.arrayBuffer());
      expect(failures.splice(0)).toEqual([]);
      expect(response.status).toBeLessThan(500);
      if (response.status !== 401 && response.status !== 403) answered.add(name);
    }),
    { numRuns: 15, seed: 20261124 },
  );
});

test("every route was asked by somebody whom it let in, but for those that want more than an officer", () => {
  const closed = routes.map((r) => `${r.method} ${r.path}`).filter((name) => !answered.has(name));
  expect(routes.length).toBeGreaterThan(50);
  expect(closed.length).toBeLessThan(routes.length / 4);
});
