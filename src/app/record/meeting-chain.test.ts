import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumber } from "../../base/edtf.ts";
import { sheetOf } from "./claim-sheet.ts";
import { claimed } from "./claims.fixture.ts";
import { meetingChain } from "./meeting-chain.ts";

type Told = { readonly date?: string; readonly follows?: string };

const chain = (meetings: Readonly<Record<string, Told>>, day = "2022-06-01") => {
  const lines = Object.entries(meetings).flatMap(([id, m]) => [
    ...(m.date === undefined ? [] : [claimed(id, "date", m.date, "a")]),
    ...(m.follows === undefined ? [] : [claimed(id, "follows", m.follows, "a")]),
  ]);
  return meetingChain({ day: dayNumber(day) }, sheetOf(null, lines, []), Object.keys(meetings));
};
const order = (meetings: Readonly<Record<string, Told>>, day?: string) =>
  chain(meetings, day).map((m) => `${m.id} ${m.held}`);

test("meetings stand by date, and those without one beside the neighbours that sources give them", () => {
  expect(
    order({
      third: { date: "2022-05", follows: "second" },
      first: {},
      second: { follows: "first" },
      fourth: { date: "2023-03-01" },
    }),
  ).toEqual(["first yes", "second yes", "third yes", "fourth no"]);
  expect(order({ later: { follows: "dated" }, dated: { date: "2023-03-01" } })).toEqual(["dated no", "later no"]);
});

test("where dates leave it open, what follows what decides; where they do not, dates do", () => {
  expect(order({ a: { date: "2022-05", follows: "b" }, b: { date: "2022-05-11" } })).toEqual(["b yes", "a yes"]);
  expect(order({ a: { date: "2022-05", follows: "b" }, b: { date: "2023-03-01" } })).toEqual(["a yes", "b no"]);
});

test("a month that has begun leaves it open whether the meeting was held", () => {
  expect(order({ a: { date: "2022-05" } }, "2022-05-11")).toEqual(["a between"]);
  expect(order({ a: {} })).toEqual(["a between"]);
});

test("claims that go round in a circle keep every meeting once", () => {
  const ids = ["a", "b", "c", "d", "e"];
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          follows: fc.option(fc.constantFrom(...ids, "elsewhere"), { nil: undefined }),
          date: fc.option(fc.constantFrom("2022-05", "2022-05-11", "2023", "[..2022-01-01]"), { nil: undefined }),
        }),
        { minLength: 5, maxLength: 5 },
      ),
      (told) => {
        const links = chain(
          Object.fromEntries(
            ids.map((id, i) => [
              id,
              Object.fromEntries(Object.entries(told[i] ?? {}).filter(([, v]) => v !== undefined)),
            ]),
          ),
        );
        expect(links.map((l) => l.id).toSorted()).toEqual(ids);
      },
    ),
  );
});
