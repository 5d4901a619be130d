import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publicAddresses } from "../../src/api/public/public-routes.ts";
import { coalitions, testApp, type TestApp } from "../support/test-app.ts";

let t: TestApp;
beforeAll(async () => {
  t = await testApp();
});
afterAll(() => t?.close());

const ask = (path: string, headers: Record<string, string> = {}) => t.api.request(path, { headers });
const text = async (path: string) => (await ask(path)).text();

test.each([["en", "ltr", "Three Rivers Compact", "Members"], ["fr", "ltr", "Pacte des Trois Rivières", "Membres"], ["ar", "rtl", "ميثاق الأنهار الثلاثة", "الأعضاء"]])("in %s it is a whole page without a script, in its own direction", async (language, direction, name, members) => {
  const answer = await ask(`/public/${language}`);
  const page = await answer.text();
  expect(answer.status).toBe(200);
  expect(page).toContain(`<html lang="${language}" dir="${direction}">`);
  expect(page).toContain(name);
  expect(page).toContain(`<h2>${members}</h2>`);
  expect(page).toContain("TLP:CLEAR");
  expect(page).not.toMatch(/<script|\son\w+=|style="|\{\w+\}|undefined|\[object|NaN/);
  expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'/);
});

test("any cache may keep it, and what did not change is not sent again; who is signed in is told the same", async () => {
  const answer = await ask("/public/en");
  const etag = answer.headers.get("etag") ?? "";
  expect(answer.headers.get("cache-control")).toBe("public, max-age=300");
  expect(answer.headers.get("set-cookie")).toBeNull();
  expect((await ask("/public/en", { "if-none-match": etag })).status).toBe(304);
  const officer = await t.signedUp("secretariat", "upper-basin");
  expect(await (await ask("/public/en", officer.headers)).text()).toBe(await answer.text());
});

test("its plain address leads to the reader's language", async () => {
  expect((await ask("/public", { "accept-language": "ar-MA, fr;q=0.5" })).headers.get("location")).toBe("/public/ar");
  expect((await ask("/public", { "accept-language": "de" })).headers.get("location")).toBe("/public/en");
});

test("every row of the data has its source, its licence and its marking, and the zip holds the tables as they are", async () => {
  const rows = (csv: string) => csv.trim().split("\r\n");
  for (const table of ["records", "claims", "sources", "initiatives"]) {
    const [head = "", ...rest] = rows(await text(`/public/data/${table}.csv`));
    expect(head, table).toContain('"licence"');
    if (table !== "initiatives") expect(rest.length, table).toBeGreaterThan(1);
    expect(rest.filter((row) => !row.endsWith(',"TLP:CLEAR"')), table).toEqual([]);
  }
  const files = unzipSync(new Uint8Array(await (await ask("/public/data/entente.zip")).arrayBuffer()));
  expect(Object.keys(files)).toEqual(["README.txt", "records.csv", "claims.csv", "sources.csv", "initiatives.csv"]);
  expect(strFromU8(files["README.txt"] ?? new Uint8Array())).toMatch(/^TLP:CLEAR\r\n/);
  expect(Buffer.from(files["claims.csv"] ?? []).equals(Buffer.from(await (await ask("/public/data/claims.csv")).arrayBuffer()))).toBe(true);
});

test("the JSON-LD is one document, its marking and licence first, and each statement names its record and its source", async () => {
  const body = await text("/public/data/entente.jsonld");
  const { hasPart, ...about } = JSON.parse(body) as { marking: string; license: string; hasPart: Record<string, unknown>[] };
  expect(about).toMatchObject({ marking: "TLP:CLEAR", license: "CC0-1.0" });
  const ids = new Set(hasPart.map((n) => n["@id"]));
  const claims = hasPart.filter((n) => n["@type"] === "Claim");
  expect(claims.length).toBeGreaterThan(10);
  for (const c of claims) expect([ids.has((c["about"] as { "@id": string })["@id"]), ids.has((c["isBasedOn"] as { "@id": string })["@id"])], JSON.stringify(c)).toEqual([true, true]);
});

test("what a member keeps to itself stands in none of it", async () => {
  const officer = await t.signedUp("secretariat", "upper-basin");
  const source = await t.post<{ id: string }>("/api/sources", { title: "A note that is not for everyone", tlp: "TLP:GREEN" }, officer);
  expect(source.status).toBeLessThan(300);
  expect((await t.get(`/api/sources/${source.body.id}`, officer)).status).toBe(200);
  for (const path of publicAddresses.filter((p) => !p.endsWith(".zip"))) expect(await text(path), path).not.toContain("A note that is not for everyone");
});

test("with the public view closed every one of its addresses refuses before it says anything", async () => {
  const closed = await testApp({ coalition: coalitions.small, door: { publicView: "closed" } });
  try {
    for (const path of publicAddresses.filter((p) => p !== "/public")) {
      const answer = await closed.api.request(path);
      expect([path, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([path, 401, "sign-in-needed"]);
      expect(answer.headers.get("cache-control")).toBe("private, no-store");
    }
  } finally {
    await closed.close();
  }
});
