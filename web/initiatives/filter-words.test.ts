import fc from "fast-check";
import { expect, test } from "vitest";
import { completionsAt, type Kind, kinds, parseFilter, printFilter, type Vocabulary, type WordFilter } from "./filter-words.ts";

const none = { line: [], member: [], country: [], area: [], status: [], tlp: [], budget: [] };
const [alpha, beta, twin] = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [string, string, string];
const english: Vocabulary = {
  kinds: { line: "line", member: "reporter", country: "country", area: "area", status: "status", tlp: "marking", budget: "budget" },
  values: {
    ...none,
    line: [{ value: "capacity", word: "Building capacity" }, { value: "resilience", word: "Resilience" }],
    member: [{ value: alpha, word: "Alpha, Beta & Sons: “the” \"Trust\"" }, { value: beta, word: "Twin" }, { value: twin, word: "twin" }],
    country: [{ value: "NE", word: "Niger" }, { value: "CI", word: "Côte d’Ivoire" }, { value: "NG", word: "NE" }],
    budget: [{ value: "known", word: "known" }, { value: "unknown", word: "not known" }],
  },
};
const arabic: Vocabulary = { kinds: { line: "الخط", member: "المُبلِّغ", country: "البلد", area: "المنطقة", status: "الحالة", tlp: "الوسم", budget: "الميزانية" }, values: { ...none, country: [{ value: "NE", word: "النيجر" }, { value: "ML", word: "مالي" }] } };

test("a line of plain words narrows the list, and reads back as it is printed", () => {
  const { filter, notUnderstood } = parseFilter("line: building CAPACITY, resilience · country: cote d’ivoire · 2019–2021 · deep wells", english);
  expect({ filter, notUnderstood }).toEqual({ filter: { line: ["capacity", "resilience"], country: ["CI"], from: "2019-01", to: "2021-12", q: "deep wells" }, notUnderstood: [] });
  expect(printFilter(filter, english)).toBe("line: Building capacity, Resilience · country: Côte d’Ivoire · 2019–2021 · deep wells");
});

test("Arabic words, commas and semicolons do the same, without their vowels too", () => {
  const { filter, notUnderstood } = parseFilter("البلد: النيجر، مالي؛ 2020", arabic);
  expect({ filter, notUnderstood }).toEqual({ filter: { country: ["NE", "ML"], from: "2020-01", to: "2020-12" }, notUnderstood: [] });
  expect(parseFilter("المبلغ: 00000000-0000-4000-8000-000000000001", arabic).filter).toEqual({ member: [alpha] });
});

test("what is not understood is told where it stands, and the rest holds", () => {
  const line = "country: Atlantis, Niger · colour: red · 2021–2019 · reporter: Twin";
  const { filter, notUnderstood } = parseFilter(line, english);
  expect(filter).toEqual({ country: ["NE"] });
  expect(notUnderstood.map(({ start, end }) => line.slice(start, end))).toEqual(["Atlantis", "colour: red", "2021–2019", "Twin"]);
});

const month = fc.tuple(fc.integer({ min: 1000, max: 2999 }), fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, "0")}`);
const some = (kind: Kind, more: readonly string[]) => fc.uniqueArray(fc.constantFrom(...english.values[kind].map((v) => v.value), ...more), { minLength: 1 });
const filters: fc.Arbitrary<WordFilter> = fc
  .record({
    line: some("line", ["other", "counter-finance"]), member: some("member", ["11111111-1111-4111-8111-111111111111"]), country: some("country", ["ML", "ZZ"]), area: some("area", ["NE-2", "NG-BO"]),
    status: some("status", ["1", "6"]), tlp: some("tlp", ["TLP:CLEAR", "TLP:AMBER+STRICT"]), budget: some("budget", []), from: month, to: month,
    q: fc.oneof(fc.string({ minLength: 1 }), fc.string({ unit: fc.constantFrom("·", '"', ":", ",", " ", "a", "؛", "2", "0", "-", "–") , minLength: 1 })),
  }, { requiredKeys: [] })
  .filter(({ from, to, q }) => (from === undefined || to === undefined || from <= to) && q?.trim() !== "");

test("what is printed is read as the same filter, whatever words and names hold", () => {
  fc.assert(fc.property(filters, (filter) => {
    const { filter: read, notUnderstood } = parseFilter(printFilter(filter, english), english);
    expect({ read, notUnderstood }).toEqual({ read: filter, notUnderstood: [] });
  }), { numRuns: 2_000 });
});

test("whatever is typed is read, and each piece that says nothing stands in the line", () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom("·", '"', ":", ",", " ", "a", "line", "country", "NE", "2019", "–", "-") }), (line) => {
    const { filter, notUnderstood } = parseFilter(line, english);
    expect(notUnderstood.every(({ start, end }) => start >= 0 && start < end && end <= line.length)).toBe(true);
    expect(parseFilter(printFilter(filter, english), english).filter).toEqual(filter);
  }), { numRuns: 2_000 });
});

test("where a kind can stand its names are offered, after one its values, by beginning or middle", () => {
  expect(completionsAt("co", 2, english)).toEqual({ start: 0, end: 2, options: ["country: "] });
  expect(completionsAt("country: nig", 12, english).options).toEqual(["Niger"]);
  expect(completionsAt("country: Niger, ivo", 19, english)).toEqual({ start: 16, end: 19, options: ["Côte d’Ivoire"] });
  expect(completionsAt("2019 · ", 7, english).options.length).toBe(kinds.length);
  expect(completionsAt("colour: r", 9, english).options).toEqual([]);
});
