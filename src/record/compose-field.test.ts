import fc from "fast-check";
import { expect, test } from "vitest";
import { anyDateText } from "../base/any-edtf.ts";
import { agree } from "./agreement.ts";
import { composeByLanguage, composeField } from "./compose-field.ts";
import type { Claim } from "./compose-field.ts";
import type { Confidence } from "./rows.ts";

fc.configureGlobal({ seed: 20_261_124 });

const claim = (key: string, value: Claim["value"], source: string, more: Partial<Claim> = {}): Claim => ({ key, value, source, confidence: "verified", ...more });
const keys = (claims: readonly Claim[]) => claims.map((c) => c.key);

test("no claim: unknown", () => {
  expect(composeField("date", [])).toMatchObject({ state: "unknown", shown: null, sources: 0, parties: [] });
});

test("one source is one, however often it says so", () => {
  expect(composeField("date", [claim("a", "2014-09-10", "s1"), claim("b", "2014-09", "s1")])).toMatchObject({ state: "one", sources: 1, shown: { key: "a" } });
});

test("several sources agree: the most precise is shown", () => {
  const composed = composeField("date", [claim("a", "2022-05", "s1"), claim("b", "2022-05-11", "s2"), claim("c", "2022", "s3")]);
  expect(composed).toMatchObject({ state: "agree", sources: 3, shown: { key: "b" }, conflict: false });
  expect(composed.parties).toHaveLength(1);
});

test("the day of founding: two days stand side by side, the one with more sources is shown", () => {
  const composed = composeField("date", [claim("a", "2014-09-11", "s1"), claim("b", "2014-09-10", "s2"), claim("c", "2014-09-10", "s3")]);
  expect(composed).toMatchObject({ state: "differ", conflict: true, sources: 3, shown: { value: "2014-09-10" } });
  expect(composed.parties.map((p) => [keys(p.claims), p.sources])).toEqual([[["b", "c"], 2], [["a"], 1]]);
});

test("of lists that name a member no later than some day, the earliest is shown, however late the others came out", () => {
  const composed = composeField("date", [claim("b", "[..2016-08-24]", "s2", { published: "2016-08-24" }), claim("a", "[..2014-12-03]", "s1", { published: "2014-12-03" })]);
  expect([composed.state, composed.shown?.key]).toEqual(["agree", "a"]);
  expect(composeField("date", [claim("a", "[2020-01-01..]", "s1"), claim("b", "[2021-01-01..]", "s2")]).shown?.key).toBe("b");
  expect(composeField("date", [claim("a", "[..2016-08-24]", "s1"), claim("b", "2016", "s2")]).shown?.key).toBe("b");
});

test("a vague claim supports each of the sharp ones that it allows, and decides nothing between them", () => {
  const composed = composeField("date", [claim("may", "2022-05", "s1"), claim("x", "2022-05-11", "s2"), claim("y", "2022-05-20", "s3", { confidence: "reported" })]);
  expect(composed.state).toBe("differ");
  expect(composed.parties.map((p) => keys(p.claims))).toEqual([["x", "may"], ["y", "may"]]);
});

test("the plenary that was one day or two", () => {
  const composed = composeField("days", [claim("press", "2023-03-01", "s1", { confidence: "reported" }), claim("joint", "2023-03-01/2023-03-02", "s2"), claim("list", "2023-03", "s3")]);
  expect(composed).toMatchObject({ state: "differ", shown: { key: "joint" } });
});

test.each([
  ["confidence", { confidence: "reported" }, { confidence: "verified" }],
  ["the later published", { published: "2023-06" }, { published: "2023-11-15" }],
  ["a published date before none", {}, { published: "2023" }],
] as [string, Partial<Claim>, Partial<Claim>][])("equal parties are ordered by %s", (_, worse, better) => {
  expect(composeField("integer", [claim("a", 86, "s1", worse), claim("b", 85, "s2", better)]).shown?.key).toBe("b");
});

test("last of all the key decides, so that every machine shows the same", () => {
  expect(composeField("integer", [claim("b", 85, "s2"), claim("a", 86, "s1")]).shown?.key).toBe("a");
});

test.each(["2022-05?", "2022-05~", "2022-05%"])("%s gives way to a plain date of the same width", (qualified) => {
  expect(composeField("date", [claim("a", qualified, "s1"), claim("b", "2022-05", "s2")]).shown?.key).toBe("b");
});

const two = [claim("a", 68, "s1", { recordedAt: "2026-01-01T10:00:00.000Z" }), claim("b", 66, "s2", { recordedAt: "2026-01-02T10:00:00.000Z" })];

test("a person's decision is shown, the conflict stays, and withdrawn it is as before", () => {
  const decision = { claim: "b", considered: ["a", "b"] };
  expect(composeField("integer", two, decision)).toMatchObject({ state: "decided", shown: { key: "b" }, conflict: true, newSince: [] });
  expect(composeField("integer", two, decision).parties).toHaveLength(2);
  expect(composeField("integer", two, { ...decision, withdrawn: true })).toEqual(composeField("integer", two));
});

test("a decision returns when a claim comes that it did not consider", () => {
  const later = [...two, claim("c", 67, "s3", { recordedAt: "2026-03-01T00:00:00.000Z" })];
  expect(keys(composeField("integer", later, { claim: "b", considered: ["a", "b"] }).newSince)).toEqual(["c"]);
  expect(keys(composeField("integer", later, { claim: "b", at: new Date("2026-02-01") }).newSince)).toEqual(["c"]);
  expect(composeField("integer", later, { claim: "b", at: "2026-03-01T00:00:00.000Z" }).newSince).toEqual([]);
});

test("a decision for a claim that the viewer may not read does not speak to them", () => {
  expect(composeField("integer", two, { claim: "secret" })).toMatchObject({ state: "differ", shown: { key: "a" } });
});

test("names in several languages stand beside each other; spellings within one differ", () => {
  const names = composeByLanguage([
    claim("en1", "Ismail Chekkori", "s1", { language: "en" }),
    claim("en2", "Ismail Chakouri", "s2", { language: "en" }),
    claim("ar1", "إسماعيل الشقوري", "s2", { language: "ar" }),
    claim("x", "I. C.", "s3"),
  ]);
  expect([...names].map(([language, n]) => [language, n.state])).toEqual([["en", "differ"], ["ar", "one"], ["und", "one"]]);
});

const anyClaims = fc
  .array(
    fc.record({
      value: fc.oneof(anyDateText, fc.constantFrom("2022-05", "2022-05-11", "2022-05-20", "2022", "[..2022-05-15]")),
      source: fc.constantFrom("s1", "s2", "s3"),
      confidence: fc.constantFrom<Confidence>("verified", "reported", "uncertain"),
      published: fc.option(anyDateText),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((all) => all.map((c, i): Claim => ({ key: `k${i}`, ...c })));

test("the order in which claims come changes nothing", () => {
  fc.assert(
    fc.property(anyClaims, fc.infiniteStream(fc.nat()), (claims, dice) => {
      const shuffled = claims.map((c) => [dice.next().value ?? 0, c] as const).toSorted(([a], [b]) => a - b).map(([, c]) => c);
      const [one, other] = [composeField("date", claims), composeField("date", shuffled)];
      expect({ ...other }).toEqual({ ...one });
    }),
  );
});

test("nothing is hidden: every claim stands in a party, all of a party agree, and claims that all agree make one", () => {
  fc.assert(
    fc.property(anyClaims, (claims) => {
      const { parties, state, shown, sources } = composeField("date", claims);
      expect(new Set(parties.flatMap((p) => keys(p.claims)))).toEqual(new Set(keys(claims)));
      for (const p of parties) {
        for (const a of p.claims) for (const b of p.claims) expect(agree("date", a.value, b.value)).toBe(true);
        expect(p.claims).toContain(p.shown);
      }
      const allAgree = claims.every((a) => claims.every((b) => agree("date", a.value, b.value)));
      expect(state === "differ").toBe(!allAgree);
      expect(shown).toBe(parties[0]?.shown);
      expect(sources).toBe(new Set(claims.map((c) => c.source)).size);
    }),
    { numRuns: 1000 },
  );
});
