import fc from "fast-check";
import { expect, test } from "vitest";
import { anyDateText } from "../base/any-edtf.ts";
import { dayNumber, parseEdtf } from "../base/edtf.ts";
import { holdBounds, holdsOn } from "./as-of.ts";

fc.configureGlobal({ seed: 20_261_124 });

const on = (from: string | null, to: string | null, day: string) => holdsOn(from === null ? null : parseEdtf(from), to === null ? null : parseEdtf(to), dayNumber(day));

test.each([
  // Niger's co-chair: still named on 8 June 2023, no longer on 15 November
  ["2021-12-02", "[2023-06-08..2023-11-15]", "2021-12-01", "no", "not-begun"],
  ["2021-12-02", "[2023-06-08..2023-11-15]", "2021-12-02", "yes", "held"],
  ["2021-12-02", "[2023-06-08..2023-11-15]", "2023-06-08", "yes", "held"],
  ["2021-12-02", "[2023-06-08..2023-11-15]", "2023-06-09", "between", "end-uncertain"],
  ["2021-12-02", "[2023-06-08..2023-11-15]", "2023-08-01", "between", "end-uncertain"],
  ["2021-12-02", "[2023-06-08..2023-11-15]", "2023-11-14", "between", "end-uncertain"],
  ["2021-12-02", "[2023-06-08..2023-11-15]", "2023-11-15", "no", "ended"],
  // Saudi Arabia in its place: the mirror
  ["[2023-06-08..2023-11-15]", null, "2023-06-08", "no", "not-begun"],
  ["[2023-06-08..2023-11-15]", null, "2023-08-01", "between", "begin-uncertain"],
  ["[2023-06-08..2023-11-15]", null, "2023-11-15", "yes", "no-end-found"],
  // most members: known only as joined no later than
  ["[..2016-08-24]", null, "2014-12-03", "between", "begin-uncertain"],
  ["[..2016-08-24]", null, "2016-08-23", "between", "begin-uncertain"],
  ["[..2016-08-24]", null, "2016-08-24", "yes", "no-end-found"],
  ["[..2016-08-24]", null, "2026-01-01", "yes", "no-end-found"],
  // whole days, both inclusive
  ["2016-04-01", "2023-05-04", "2023-05-04", "yes", "held"],
  ["2016-04-01", "2023-05-04", "2023-05-05", "no", "ended"],
  // a month is where the turn lies
  ["2015-01", null, "2014-12-31", "no", "not-begun"],
  ["2015-01", null, "2015-01-01", "between", "begin-uncertain"],
  ["2015-01", null, "2015-01-31", "yes", "no-end-found"],
  ["2011", "2015-09", "2015-09-01", "yes", "held"],
  ["2011", "2015-09", "2015-09-02", "between", "end-uncertain"],
  ["2011", "2015-09", "2015-10-01", "no", "ended"],
  ["[2016-08-24..2022-11]", null, "2016-08-24", "no", "not-begun"],
  ["[2016-08-24..2022-11]", null, "2022-11-29", "between", "begin-uncertain"],
  ["[2016-08-24..2022-11]", null, "2022-11-30", "yes", "no-end-found"],
  // no start found
  [null, null, "2020-01-01", "unknown", "begin-unknown"],
  [null, "2022-09", "2022-08-01", "unknown", "begin-unknown"],
  [null, "2022-09", "2022-10-01", "no", "ended"],
  // one-sided ends, and intervals where a date was meant
  ["2020", "[2023-06-08..]", "2023-06-08", "yes", "held"],
  ["2020", "[2023-06-08..]", "2030-01-01", "between", "end-uncertain"],
  ["2020", "[..2023-11-15]", "2021-01-01", "between", "end-uncertain"],
  ["2020", "[..2023-11-15]", "2023-11-15", "no", "ended"],
  ["[2020-01-01..2020-01-01]", null, "2020-01-01", "yes", "no-end-found"],
  ["2020/..", "2020/..", "2030-01-01", "yes", "no-end-found"],
  ["../2020", null, "1990-01-01", "yes", "no-end-found"],
  ["/2020", null, "1990-01-01", "unknown", "begin-unknown"],
])("from %s to %s on %s: %s (%s)", (from, to, day, answer, reason) => {
  expect(on(from, to, day)).toMatchObject({ answer, reason });
});

test("the answer brings the bounds it rests on", () => {
  expect(on("2021-12-02", "[2023-06-08..2023-11-15]", "2023-08-01")).toEqual({
    kind: "as-of",
    answer: "between",
    reason: "end-uncertain",
    start: { notBefore: dayNumber("2021-12-02"), notAfter: dayNumber("2021-12-02") },
    end: { notBefore: dayNumber("2023-06-08"), notAfter: dayNumber("2023-11-15") },
  });
  expect(on(null, null, "2023-08-01")).toMatchObject({ start: null, end: null });
});

const anyFrom = fc.option(anyDateText).map((t) => (t === null ? null : parseEdtf(t)));
const anyDay = fc.integer({ min: dayNumber("1880-01-01"), max: dayNumber("2120-01-01") });

test("with an end never found, time moves from no through between to yes and never back", () => {
  const rank = { no: 0, between: 1, yes: 2, unknown: 3 };
  fc.assert(
    fc.property(anyDateText, anyDay, anyDay, (text, a, b) => {
      const from = parseEdtf(text);
      const [earlier, later] = [holdsOn(from, null, Math.min(a, b)), holdsOn(from, null, Math.max(a, b))];
      expect(rank[earlier.answer]).toBeLessThanOrEqual(rank[later.answer]);
      expect(earlier.answer).not.toBe("unknown");
    }),
  );
});

test("once ended, it stays ended", () => {
  fc.assert(
    fc.property(anyFrom, anyFrom, anyDay, fc.nat(5000), (from, to, day, more) => {
      if (holdsOn(from, to, day).reason === "ended") expect(holdsOn(from, to, day + more).answer).toBe("no");
    }),
  );
});

test("the four days give the same answer as the rule, as columns of a table will", () => {
  fc.assert(
    fc.property(anyFrom, anyFrom, anyDay, (from, to, day) => {
      const { noBefore, yesFrom, yesUntil, noAfter } = holdBounds(from, to);
      const byColumns = day < noBefore || day > noAfter ? "no" : yesFrom <= day && day <= yesUntil ? "yes" : "between";
      const { answer } = holdsOn(from, to, day);
      expect(answer === "unknown" ? "between" : answer).toBe(byColumns);
    }),
    { numRuns: 2000 },
  );
});

test("a possible day of start and end makes no certain no: only what contradicts every reading is refused", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20000 }), fc.integer({ min: 0, max: 5000 }), (start, length) => {
      const [from, to] = [parseEdtf(new Date(start * 86_400_000).toISOString().slice(0, 7)), parseEdtf(new Date((start + length) * 86_400_000).toISOString().slice(0, 7))];
      for (const day of [start, start + length]) expect(holdsOn(from, to, day).answer).not.toBe("no");
    }),
  );
});
