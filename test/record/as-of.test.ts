import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { Coalition } from "../../src/api/schemas/coalition.ts";
import { FieldClaims } from "../../src/api/schemas/claims.ts";
import { ConflictList } from "../../src/api/schemas/conflicts.ts";
import { RecordHistory } from "../../src/api/schemas/history.ts";
import { BodyPage, MeetingPage, MemberList, MemberPage, RecordIndex } from "../../src/api/schemas/record.ts";
import { SourceList, SourcePage } from "../../src/api/schemas/sources.ts";
import { coalitions, type TestApp, testApp } from "../support/test-app.ts";

let t: TestApp;
beforeAll(async () => {
  t = await testApp({ coalition: coalitions.shipped, now: () => new Date("2026-11-24T12:00:00Z") });
});
afterAll(() => t.close());

/** Reads a page and holds it to its description: nothing missing, nothing beside it. */
async function page<S extends z.ZodType>(schema: S, path: string, language = "en"): Promise<z.infer<S>> {
  const { status, body } = await t.get<unknown>(path, undefined, language);
  expect(status, JSON.stringify(body)).toBe(200);
  const read = schema.parse(body);
  expect(read).toEqual(body);
  return read;
}

const coChairs = async (asOf: string) => {
  const { offices } = await page(BodyPage, `/api/bodies/${t.id("body", "afg")}?asOf=${asOf}`);
  return Object.fromEntries(offices.map((o) => [o.holder.code, o.held.answer]));
};

test("who co-chaired the Focus Group has an answer for any day: yes, no, or between two days that are known", async () => {
  expect(await coChairs("2021-01-01")).toEqual({ IT: "no", MA: "no", NE: "no", US: "no", SA: "no" });
  expect(await coChairs("2021-12-02")).toEqual({ IT: "yes", MA: "yes", NE: "yes", US: "yes", SA: "no" });
  expect(await coChairs("2023-06-08")).toEqual({ IT: "yes", MA: "yes", NE: "yes", US: "yes", SA: "no" });
  expect(await coChairs("2023-08-01")).toEqual({ IT: "yes", MA: "yes", NE: "between", US: "yes", SA: "between" });
  expect(await coChairs("2023-11-15")).toEqual({ IT: "yes", MA: "yes", NE: "no", US: "yes", SA: "yes" });
});

test("an office's end is bounded by all sources that agree, each of which can be opened", async () => {
  const { offices } = await page(BodyPage, `/api/bodies/${t.id("body", "afg")}`);
  const niger = offices.find((o) => o.holder.code === "NE");
  expect(niger?.held.to).toMatchObject({
    notBefore: "2023-06-08",
    notAfter: "2023-11-15",
    open: false,
    proof: { state: "agree", sources: 3 },
  });
  const opened = await page(FieldClaims, niger?.held.to.proof.claimsHref ?? "");
  expect(opened).toMatchObject({ state: "agree", chosenBy: "most-precise", mayDecide: false });
  expect(opened.claims.map((c) => c.value.edtf ?? "").toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    "[..2023-11-15]",
    "[2023-06-08..2023-11-15]",
    "[2023-06-08..]",
  ]);
  const saudi = offices.find((o) => o.holder.code === "SA");
  expect(saudi?.held.to).toMatchObject({
    notAfter: null,
    open: true,
    proof: { state: "unknown", value: null, claimsHref: null },
  });
});

test("where sources disagree on a day of joining, the days between them are not settled", async () => {
  const on = async (day: string) =>
    (await page(MemberList, `/api/members?asOf=${day}`)).items.find((m) => m.member.code === "SY")?.held;
  expect((await on("2025-11-09"))?.answer).toBe("no");
  expect(await on("2025-11-10")).toMatchObject({ answer: "between", state: "differ" });
  expect((await on("2025-11-11"))?.answer).toBe("yes");
});

test("members are counted by their answer for the day", async () => {
  const early = await page(MemberList, "/api/members?asOf=2014-01-01");
  expect(early.yes).toBe(0);
  expect(early.yes + early.between + early.no).toBe(early.items.length);
  const now = await page(MemberList, "/api/members");
  expect(now.yes).toBeGreaterThan(80);
  expect(now.asOf).toBe("2026-11-24");
});

test("all conflicts of the shipped list stand, with the two values that they are between", async () => {
  const list = await page(ConflictList, "/api/conflicts?limit=200");
  expect(list.total).toBe(list.items.length);
  expect(list.undecided).toBe(list.total);
  const shipped = parse(await readFile(join(coalitions.shipped, "coalition/conflicts.csv")), {
    columns: true,
  }) as Record<"record" | "kind" | "field" | "one" | "other", string>[];
  expect(shipped).toHaveLength(13);
  for (const { record, kind, field, one, other } of shipped) {
    const found = list.items.find((c) => c.record.id === t.id(kind, record) && c.field === field);
    const stated = found?.sides.map((s) =>
      s.value.refs.length === 0
        ? s.value.text
        : s.value.refs
            .map((r) => r.id ?? "")
            .toSorted((a, b) => (a < b ? -1 : 1))
            .join(),
    );
    const written = (value: string) =>
      found?.sides[0]?.value.refs.length
        ? value
            .split(";")
            .map((key) => (field === "co_chairs" ? t.id("member", key) : t.id("meeting", key)))
            .toSorted()
            .join()
        : value;
    expect(stated, `${record} ${field}`).toEqual(expect.arrayContaining([written(one), written(other)]));
    expect(found?.sides.filter((s) => s.shown)).toHaveLength(1);
  }
});

test("conflicts come in pages that neither repeat nor leave out", async () => {
  const all = (await page(ConflictList, "/api/conflicts?limit=200")).items.map((c) => c.claimsHref);
  const seen: string[] = [];
  for (let next: string | null = ""; next !== null;) {
    const part: z.infer<typeof ConflictList> = await page(
      ConflictList,
      `/api/conflicts?limit=4${next === "" ? "" : `&cursor=${next}`}`,
    );
    seen.push(...part.items.map((c) => c.claimsHref));
    next = part.next;
  }
  expect(seen).toEqual(all);
  expect((await page(ConflictList, "/api/conflicts?kind=count")).items.every((c) => c.record.kind === "count")).toBe(
    true,
  );
  expect((await page(ConflictList, "/api/conflicts?decided=yes")).items).toEqual([]);
});

test("meetings stand as a chain, by date and by what follows what, against the one account that tells it backwards", async () => {
  const { meetings } = await page(BodyPage, `/api/bodies/${t.id("body", "afg")}?asOf=2022-06-01`);
  const keys = ["afg-01", "afg-02", "afg-03", "afg-cochairs-2022-10-26", "afg-2023-03-01", "afg-2023-11-15"];
  expect(meetings.map((m) => m.id)).toEqual(keys.map((key) => t.id("meeting", key)));
  expect(meetings.map((m) => m.held)).toEqual(["yes", "yes", "yes", "no", "no", "no"]);
  expect(meetings[2]).toMatchObject({ follows: t.id("meeting", "afg-02"), followsState: "differ" });
  const niamey = await page(MeetingPage, `/api/meetings/${t.id("meeting", "afg-2023-03-01")}`);
  expect(niamey.before?.id).toBe(t.id("meeting", "afg-cochairs-2022-10-26"));
  expect(niamey.after?.id).toBe(t.id("meeting", "afg-2023-11-15"));
  expect(niamey.follows).toMatchObject({ state: "agree", sources: 3, value: { id: t.id("meeting", "afg-03") } });
  expect(niamey.date).toMatchObject({ state: "differ", value: "2023-03-01/2023-03-02" });
});

test("names come in the reader's language, and say which it is", async () => {
  const path = `/api/bodies/${t.id("body", "afg")}`;
  const arabic = await page(BodyPage, path, "ar");
  expect(arabic.name.value?.language).toBe("ar");
  expect(arabic.offices.every((o) => o.holder.name.language === "ar")).toBe(true);
  const swahili = await page(BodyPage, path, "sw");
  expect(swahili.name.value).toEqual({ text: "Africa Focus Group", language: "en" });
  const niamey = await page(MeetingPage, `/api/meetings/${t.id("meeting", "afg-2023-03-01")}`, "fr");
  expect(niamey.country.value).toEqual({ code: "NE", name: { text: "Niger", language: "fr" } });
});

test("every page of the record keeps to its description", async () => {
  await page(Coalition, "/api/coalition");
  const index = await page(RecordIndex, "/api/record");
  expect(index.tree[0]).toMatchObject({ id: t.id("body", "gcd"), answer: "yes" });
  expect(index.counts.conflicts).toBe((await page(ConflictList, "/api/conflicts")).undecided);
  expect(index.counts.members).toBe((await page(MemberList, "/api/members")).yes);
  const morocco = await page(MemberPage, `/api/members/${t.id("member", "MA")}`);
  expect(morocco.hosted.map((m) => m.id)).toContain(t.id("meeting", "afg-03"));
  const sources = await page(SourceList, "/api/sources?limit=200");
  expect(sources.total).toBe(sources.items.length);
  for (const s of sources.items.slice(0, 10))
    expect((await page(SourcePage, `/api/sources/${s.id}`)).stands.reduce((n, r) => n + r.claims.length, 0)).toBe(
      s.claims,
    );
  const history = await page(RecordHistory, `/api/records/${t.id("meeting", "afg-2023-03-01")}/history?field=date`);
  expect(history.items.map((i) => i.what)).toEqual(["stated", "stated", "stated", "stated"]);
});

test("sources are found by title and publisher, in pages", async () => {
  const first = await page(SourceList, "/api/sources?limit=60");
  const second = await page(SourceList, `/api/sources?limit=60&cursor=${first.next}`);
  expect(new Set([...first.items, ...second.items].map((s) => s.id)).size).toBe(first.total);
  expect(
    (await page(SourceList, "/api/sources?q=NIAMEY")).items.every((s) => /niamey/i.test(`${s.title} ${s.publisher}`)),
  ).toBe(true);
  expect((await page(SourceList, "/api/sources?q=%25")).items.every((s) => s.title.includes("%"))).toBe(true);
});

test("what does not exist is not found, and what is no id is refused", async () => {
  for (const path of ["bodies", "members", "meetings", "sources"]) {
    expect((await t.get(`/api/${path}/00000000-0000-4000-8000-000000000000`)).status).toBe(404);
    expect((await t.get(`/api/${path}/afg`)).status).toBe(400);
  }
  expect((await t.get(`/api/members/${t.id("body", "afg")}`)).status).toBe(404);
  expect((await t.get(`/api/claims?record=${t.id("body", "afg")}&field=shoe_size`)).status).toBe(400);
  expect((await t.get("/api/sources?cursor=zzz")).status).toBe(400);
  expect((await t.get(`/api/bodies/${t.id("body", "afg")}?asOf=2023-02-30`)).status).toBe(400);
});
