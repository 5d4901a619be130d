import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import type { FieldClaims } from "../../src/api/schemas/claims.ts";
import type { BodyPage, MeetingPage } from "../../src/api/schemas/record.ts";
import type { SourcePage } from "../../src/api/schemas/sources.ts";
import { coalitions, type SignedUp, type TestApp, testApp } from "../support/test-app.ts";

type Meeting = z.infer<typeof MeetingPage>;
type Field = z.infer<typeof FieldClaims>;

/** Invented, in the shape of a news item: a dateline that is not the place, an order told backwards, a count of the coalition. */
const text = [
  "Lagos, 3 March 2023. Delegates of the Africa Focus Group sat down in Niamey on 1 March 2023.",
  "In the chair were, side by side, Morocco, the United States, Italy and Niger. For Rabat spoke Ismail Chekkori, who directs Global Issues at his ministry.",
  "After it came the gathering of last May, the first on African soil, which Morocco hosted.",
  "The Group began in 2021. The Coalition behind it, born in September 2014, now counts 85 members.",
  "The Group will publish a list of its members' programmes before the year is out.",
].join("\n\n");

let t: TestApp;
let officer: SignedUp;
let member: (code: string) => string;
beforeAll(async () => {
  t = await testApp({ coalition: coalitions.shipped });
  officer = await t.signedUp("secretariat", "afg");
  member = (code) => t.id("member", code);
});
afterAll(() => t.close());

const quote = (words: string) => ({ text: words, language: "en" });
const said = (field: string, value: object, words: string, more: object = {}) => ({
  field,
  ...value,
  quote: quote(words),
  confidence: "reported",
  ...more,
});
const opened = async (href: string | null) => (await t.get<Field>(href ?? "", officer)).body;

test("the plenary, typed in from one news item, stands beside what other sources say of it", async () => {
  const source = (
    await t.post<z.infer<typeof SourcePage>>(
      "/api/sources",
      { title: "A news item", publisher: "A daily", published: "2023-03-03", language: "en", text },
      officer,
    )
  ).body.id;
  const [niamey, marrakech] = [t.id("meeting", "afg-2023-03-01"), t.id("meeting", "afg-03")];
  const entry = {
    body: t.id("body", "afg"),
    source,
    meeting: [
      said("date", { text: "2023-03-01" }, "1 March 2023", { locator: "first paragraph" }),
      said("place", { text: "Niamey", language: "en" }, "Niamey"),
      said("co_chairs", { refs: ["MA", "US", "IT", "NE"].map(member) }, "Morocco, the United States, Italy and Niger"),
    ],
    delegations: [
      {
        member: member("MA"),
        fields: [
          said("head", { text: "Ismail Chekkori", language: "en" }, "Ismail Chekkori"),
          said(
            "head_title",
            { text: "Director of Global Issues", language: "en" },
            "directs Global Issues at his ministry",
          ),
        ],
      },
    ],
    undertakings: [
      {
        fields: [
          said(
            "what",
            { text: "A list of the members' programmes" },
            "The Group will publish a list of its members' programmes before the year is out.",
          ),
          said("due", { text: "2023" }, "before the year is out"),
          said("by", { text: "Africa Focus Group" }, "The Group"),
          said("line", { text: "capacity" }, "programmes"),
        ],
      },
    ],
    counts: [
      {
        body: t.id("body", "gcd"),
        fields: [said("as_of", { text: "2023-03-03" }, "3 March 2023"), said("members", { integer: 85 }, "85 members")],
      },
    ],
    offices: ["MA", "US", "IT", "NE"].map((code) => ({
      holder: member(code),
      office: "co-chair",
      fields: [
        said(
          "from",
          { text: "[..2023-03-01]" },
          "In the chair were, side by side, Morocco, the United States, Italy and Niger",
        ),
      ],
    })),
    facts: [
      { record: t.id("body", "afg"), fields: [said("launched", { text: "2021" }, "The Group began in 2021")] },
      { record: t.id("body", "gcd"), fields: [said("founded", { text: "2014-09" }, "born in September 2014")] },
    ],
    earlierMeetings: [
      {
        meeting: marrakech,
        fields: [
          said("date", { text: "2022-05" }, "last May"),
          said("host", { refs: [member("MA")] }, "which Morocco hosted"),
        ],
        told: {
          place: "after",
          quote: quote("After it came the gathering of last May"),
          confidence: "uncertain",
          note: "Told backwards: a May before March 2023 came first.",
        },
      },
    ],
  };
  const before = (await t.get<Meeting>(`/api/meetings/${niamey}`, officer)).body;
  const entered = await t.post<Meeting>(`/api/meetings/${niamey}/entries`, entry, officer);
  expect(entered.status, JSON.stringify(entered.body)).toBe(200);
  const page = (await t.get<Meeting>(`/api/meetings/${niamey}`, officer)).body;
  expect(page).toEqual(entered.body);

  expect(page.date).toMatchObject({ state: "differ", sources: before.date.sources + 1 });
  const date = await opened(page.date.claimsHref);
  expect(new Set(date.claims.map((c) => c.value.edtf))).toEqual(new Set(["2023-03-01/2023-03-02", "2023-03-01"]));
  const own = date.claims.find((c) => c.source.id === source);
  expect(own).toMatchObject({
    locator: "first paragraph",
    marking: { tlp: "TLP:AMBER" },
    entered: { by: { text: "Test secretariat" } },
  });
  expect([...text].slice(own?.quote?.start ?? 0, own?.quote?.end ?? 0).join("")).toBe("1 March 2023");
  expect(page.coChairs).toMatchObject({ state: "agree", sources: before.coChairs.sources + 1 });
  expect(page.coChairs.value?.map((r) => r.code).toSorted()).toEqual(["IT", "MA", "NE", "US"]);

  const morocco = page.delegations.filter((d) => d.member.code === "MA");
  expect(morocco).toMatchObject([
    {
      head: {
        value: { text: "Ismail Chekkori" },
        sources: (before.delegations.find((d) => d.member.code === "MA")?.head.sources ?? 0) + 1,
      },
      headTitle: { value: { language: "en" } },
    },
  ]);
  expect(page.undertakings.find((u) => u.what.value === "A list of the members' programmes")).toMatchObject({
    overdue: true,
    line: { value: "capacity" },
    due: { value: "2023" },
    body: { id: entry.body },
  });

  const group = (await t.get<z.infer<typeof BodyPage>>(`/api/bodies/${entry.body}`, officer)).body;
  expect(group.offices).toHaveLength(5);
  expect(group.launched).toMatchObject({ value: "2021-12-02", state: "agree" });
  const coalition = (await t.get<z.infer<typeof BodyPage>>(`/api/bodies/${t.id("body", "gcd")}`, officer)).body;
  expect(coalition.counts.find((c) => c.asOf.value === "2023-03-03")?.members).toMatchObject({ value: 85 });
  expect(coalition.founded).toMatchObject({ value: "2014-09-10", state: "differ" });

  // The text tells the order backwards: its claim stands as it tells it, and the other accounts keep theirs.
  const follows = await opened(`/api/claims?record=${marrakech}&field=follows`);
  expect(follows).toMatchObject({ state: "differ" });
  expect(follows.claims.find((c) => c.source.id === source)).toMatchObject({
    value: { refs: [{ id: niamey, kind: "meeting" }] },
    confidence: "uncertain",
    note: "Told backwards: a May before March 2023 came first.",
  });
  expect(page.follows.value?.id).toBe(marrakech);

  const told = (await t.get<z.infer<typeof SourcePage>>(`/api/sources/${source}`, officer)).body;
  expect(told.text).toBe(text);
  expect(told.stands.reduce((n, r) => n + r.claims.length, 0)).toBe(20);
  // In the officer's own circle until they say otherwise.
  expect((await t.get<Meeting>(`/api/meetings/${niamey}`)).body).toEqual({ ...before, mayEdit: false });

  const again = await t.post<Meeting>(`/api/meetings/${niamey}/entries`, { ...entry, undertakings: [] }, officer);
  expect(again.body.date.sources).toBe(page.date.sources);
  expect((await t.get<z.infer<typeof BodyPage>>(`/api/bodies/${entry.body}`, officer)).body.offices).toHaveLength(5);
});

test("a new meeting is the writer's own until it is shared, with an earlier one that nobody had entered", async () => {
  const source = (
    await t.post<z.infer<typeof SourcePage>>(
      "/api/sources",
      { title: "A note", text: "We met in Abuja in June 2024, after the meeting in Accra.", marking: "TLP:CLEAR" },
      officer,
    )
  ).body.id;
  const entry = {
    body: t.id("body", "afg"),
    source,
    marking: "TLP:CLEAR",
    delegations: [],
    undertakings: [],
    counts: [],
    meeting: [
      said("date", { text: "2024-06" }, "June 2024"),
      said("place", { text: "Abuja", language: "en" }, "Abuja"),
      said("country", { text: "NG" }, "Abuja"),
    ],
    earlierMeetings: [
      {
        fields: [said("place", { text: "Accra", language: "en" }, "Accra")],
        told: { place: "before", quote: quote("after the meeting in Accra"), confidence: "verified" },
      },
    ],
  };
  const made = await t.post<Meeting>("/api/meetings", entry, officer);
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  const { meetings } = (await t.get<z.infer<typeof BodyPage>>(`/api/bodies/${entry.body}`)).body;
  expect(meetings.slice(-2).map((m) => [m.title.text, m.held])).toEqual([
    ["Accra", "yes"],
    ["Abuja · 2024-06", "yes"],
  ]);
  expect(made.body.before?.title.text).toBe("Accra");
});

test("one wrong field refuses the whole entry, and says where it stands", async () => {
  const source = (
    await t.post<z.infer<typeof SourcePage>>("/api/sources", { title: "A note", text: "Short." }, officer)
  ).body.id;
  const entry = (more: object) => ({
    body: t.id("body", "afg"),
    source,
    meeting: [],
    delegations: [],
    undertakings: [],
    counts: [],
    ...more,
  });
  const path = async (more: object) =>
    (await t.post<{ params?: { path: string } }>("/api/meetings", entry(more), officer)).body.params?.path;
  const date = { field: "date", text: "2024-06-01", confidence: "verified" };
  expect(await path({})).toBe("meeting");
  expect(await path({ meeting: [date, { field: "sequence", text: "four", confidence: "verified" }] })).toBe(
    "meeting.1",
  );
  expect(
    await path({
      meeting: [date],
      delegations: [
        {
          member: member("MA"),
          fields: [{ field: "head", text: "Someone", quote: quote("Somebody"), confidence: "verified" }],
        },
      ],
    }),
  ).toBe("delegations.0.fields.0.quote.text");
  expect(await path({ meeting: [date], delegations: [{ member: t.id("body", "afg"), fields: [] }] })).toBe(
    "delegations.0.member",
  );
  expect(
    await path({
      meeting: [date],
      undertakings: [
        { fields: [{ field: "amount", money: { amount: "2,5", currency: "USD" }, confidence: "verified" }] },
      ],
    }),
  ).toBe("undertakings.0.fields.0.money.amount");
  expect(
    await path({ meeting: [date], counts: [{ fields: [{ field: "members", integer: 3, confidence: "verified" }] }] }),
  ).toBe("counts.0.fields");
  expect(await path({ meeting: [date], offices: [{ holder: member("MA"), office: "chair", fields: [] }] })).toBe(
    "offices.0.fields",
  );
  expect(await path({ meeting: [date], facts: [{ record: "00000000-0000-4000-8000-000000000000", fields: [] }] })).toBe(
    "facts.0.record",
  );
  expect(
    (await t.get<z.infer<typeof BodyPage>>(`/api/bodies/${t.id("body", "afg")}`, officer)).body.meetings.filter(
      (m) => m.date.value === "2024-06-01",
    ),
  ).toEqual([]);
});
