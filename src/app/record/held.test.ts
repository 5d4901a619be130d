import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumber } from "../../base/edtf.ts";
import type { DecisionLine } from "../../store/queries/record-claims.ts";
import { sheetOf } from "./claim-sheet.ts";
import { claimed } from "./claims.fixture.ts";
import { heldOn } from "./held.ts";

const office = (
  claims: readonly [field: "from" | "to", value: string, source: string][],
  decisions: readonly DecisionLine[] = [],
) => {
  const sheet = sheetOf(
    null,
    claims.map(([field, value, source]) => claimed("office", field, value, source)),
    decisions,
  );
  return (day: string) => heldOn({ day: dayNumber(day) }, { sheet, id: "office", kind: "office" }, "from", "to");
};

test("sources that agree bound an end together more tightly than each alone", () => {
  const held = office([
    ["from", "2021-12-02", "a"],
    ["to", "[2023-06-08..]", "b"],
    ["to", "[..2023-11-15]", "c"],
  ]);
  expect(
    ["2021-12-01", "2021-12-02", "2023-06-08", "2023-06-09", "2023-11-14", "2023-11-15"].map((day) => held(day).answer),
  ).toEqual(["no", "yes", "yes", "between", "between", "no"]);
  expect(held("2023-06-08").to).toMatchObject({
    edtf: "[2023-06-08..2023-11-15]",
    notBefore: "2023-06-08",
    notAfter: "2023-11-15",
    open: false,
  });
});

test("a side that nobody decided against is asked too: only what all sides say is said", () => {
  const held = office([
    ["from", "2020-01-01", "a"],
    ["from", "2020-03-01", "b"],
  ]);
  expect(["2019-12-31", "2020-01-01", "2020-02-29", "2020-03-01"].map((day) => held(day).answer)).toEqual([
    "no",
    "between",
    "between",
    "yes",
  ]);
  expect(held("2020-01-01").state).toBe("differ");
});

test("a decision settles it, and so does the decision that nothing is known", () => {
  const decided = (claim: string | null): DecisionLine => ({
    id: "d",
    record_id: "office",
    field: "from",
    language: null,
    claim_id: claim,
    considered: [],
    owner_id: "o",
    class_id: 1,
    decided_at: new Date(0),
  });
  const claims: Parameters<typeof office>[0] = [
    ["from", "2020-01-01", "a"],
    ["from", "2020-03-01", "b"],
  ];
  expect(office(claims, [decided("from 2020-01-01 a")])("2020-02-01")).toMatchObject({
    answer: "yes",
    state: "decided",
  });
  expect(office(claims, [decided(null)])("2021-01-01")).toMatchObject({
    answer: "between",
    from: { edtf: null, proof: { value: null, state: "decided" } },
  });
});

test("of what nobody stated the beginning, a day before the end is not settled and a day after it is", () => {
  const held = office([["to", "2015-09-01", "a"]]);
  expect([held("2015-08-01").answer, held("2015-10-01").answer]).toEqual(["between", "no"]);
  expect(office([])("2015-10-01")).toMatchObject({ answer: "between", state: "unknown", to: { open: true } });
});

test("one more source never turns a settled answer into its opposite while the sources agree", () => {
  const anyDay = fc.integer({ min: 0, max: 27 }).map((n) => `2020-01-${String(n + 1).padStart(2, "0")}`);
  fc.assert(
    fc.property(anyDay, anyDay, anyDay, (from, seen, day) => {
      const before = office([["from", from, "a"]])(day).answer;
      const bound = `[..${seen < from ? from : seen}]`;
      expect(
        office([
          ["from", from, "a"],
          ["from", bound, "b"],
        ])(day).answer,
      ).toBe(before);
    }),
  );
});
