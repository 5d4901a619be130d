import fc from "fast-check";
import { expect, test } from "vitest";
import { elsewhere, lineTerms, notALine, sectorRules } from "./line-policy.ts";
import { linesOfEffort } from "./lines-of-effort.ts";
import { foldWithMap } from "./match-terms.ts";
import { lines, type Report } from "./report.ts";

const report = (title: string, more: Partial<Pick<Report, "description" | "sectors" | "lines">> = {}) => ({
  title: { und: title },
  sectors: [],
  ...more,
});
const found = (said: Parameters<typeof linesOfEffort>[0]) => linesOfEffort(said).lines.map((entry) => entry.line);
const dac = (code: string, percent?: number) => ({
  vocabulary: "1",
  code,
  ...(percent === undefined ? {} : { percent }),
});

test.each([
  ["Training for the financial intelligence unit against money laundering", ["counter-finance"]],
  ["Formation contre le blanchiment et le financement du terrorisme", ["counter-finance"]],
  ["Curso sobre lavado de activos", ["counter-finance"]],
  ["Combate ao branqueamento de capitais", ["counter-finance"]],
  ["دورة في مكافحة تمويل الإرهاب", ["counter-finance"]],
  ["Counter-terrorism training for gendarmes", ["capacity"]],
  ["Renforcement de la gendarmerie et des forces de sécurité", ["capacity"]],
  ["Apoyo a la policía y a las fuerzas armadas", ["capacity"]],
  ["Formação da polícia", ["capacity"]],
  ["تدريب الشرطة وحرس الحدود", ["capacity"]],
  ["Mine clearance and demobilisation of ex-combatants", ["stabilisation"]],
  ["Déminage et retour de l'État", ["stabilisation"]],
  ["Desminado y desmovilización", ["stabilisation"]],
  ["Desminagem", ["stabilisation"]],
  ["إزالة الألغام وإعادة الإعمار", ["stabilisation"]],
  ["Preventing violent extremism among students", ["resilience"]],
  ["Cohésion sociale et prévention des conflits", ["resilience"]],
  ["Prevención del extremismo y reconciliación", ["resilience"]],
  ["Coesão social nas aldeias", ["resilience"]],
  ["الوقاية من التطرف وبناء السلام", ["resilience"]],
  ["Reintegration of former fighters and reconciliation in villages", ["stabilisation", "resilience"]],
])("%s", (title, expected) => {
  expect(found(report(title))).toEqual(expected);
});

test.each([
  "Food security for host communities",
  "Appui à la sécurité alimentaire",
  "الأمن الغذائي",
  "Social security reform",
  "Climate resilience of smallholders",
  "Reconstruction of schools after the earthquake",
  "HIV prevention for prison staff",
  "Anti-poaching and wildlife law enforcement",
  "Peace Corps volunteers",
  "Support to the general election",
  "",
])("of no line: %j", (title) => {
  expect(linesOfEffort(report(title))).toEqual({ lines: [], other: true });
});

test("what decided is shown in the report's own words", () => {
  const {
    lines: [line],
  } = linesOfEffort(
    report("Réforme de la Justice", {
      description: { fr: "Équiper les Forces de Sécurité" },
      sectors: [{ ...dac("15130"), name: "Legal development" }],
    }),
  );
  expect(line).toEqual({
    line: "capacity",
    share: 1,
    evidence: [
      { from: "title", words: "Justice" },
      { from: "description", words: "Forces de Sécurité" },
      { from: "sector", words: "Legal development", code: "15130" },
    ],
  });
});

test("the longest expression wins: demobilised soldiers are no training of soldiers", () => {
  expect(found(report("Accompagnement des militaires démobilisés"))).toEqual(["stabilisation"]);
});

test("a sector alone is enough where the title is silent, a category or a small part of an activity is not", () => {
  expect(found(report("Phase II", { sectors: [dac("15250")] }))).toEqual(["stabilisation"]);
  expect(found(report("Phase II", { sectors: [{ vocabulary: "2", code: "152" }] }))).toEqual([]);
  expect(found(report("Phase II", { sectors: [dac("15250", 10), dac("12220", 90)] }))).toEqual([]);
  expect(found(report("Phase II", { sectors: [{ vocabulary: "99", code: "15250" }] }))).toEqual([]);
});

test("shares follow published percentages when every line rests on them, else they are equal", () => {
  const shares = (sectors: Report["sectors"], title = "Phase II") =>
    linesOfEffort(report(title, { sectors })).lines.map((entry) => [entry.line, entry.share]);
  expect(shares([dac("15210", 30), dac("15220", 60), dac("11110", 10)])).toEqual([
    ["capacity", 1 / 3],
    ["resilience", 2 / 3],
  ]);
  expect(shares([dac("15210"), dac("15220")])).toEqual([
    ["capacity", 0.5],
    ["resilience", 0.5],
  ]);
  expect(shares([dac("15210", 40)], "Police and social cohesion")).toEqual([
    ["capacity", 0.5],
    ["resilience", 0.5],
  ]);
});

test("lines that the reporter states win; what has no percentage takes an equal part of the rest", () => {
  const stated = linesOfEffort(
    report("Police training", {
      lines: [{ line: "resilience", percent: 60 }, { line: "stabilisation" }, { line: "counter-finance" }],
    }),
  );
  expect(stated.lines.map((entry) => [entry.line, entry.share])).toEqual([
    ["resilience", 0.6],
    ["stabilisation", 0.2],
    ["counter-finance", 0.2],
  ]);
  expect(stated.lines[0]?.evidence).toEqual([{ from: "stated", words: "resilience" }]);
});

test("a translation or a description that repeats the title adds nothing", () => {
  const once = linesOfEffort({ title: { en: "Justice for all" }, sectors: [] });
  expect(
    linesOfEffort({
      title: { en: "Justice for all", fr: "Justice pour tous" },
      description: { en: "Justice for all" },
      sectors: [],
    }),
  ).toEqual(once);
});

const anyWord = fc.constantFrom(
  "police",
  "peace",
  "stabilisation",
  "money laundering",
  "food security",
  "HIV",
  "the",
  "projet",
  "مصالحة",
  "justice",
  "Borno",
  "recovery",
);
const anyTitle = fc.array(anyWord, { maxLength: 8 }).map((words) => words.join(" "));
const anySectors = fc.array(
  fc.record({
    vocabulary: fc.constantFrom("1", "2", "99"),
    code: fc.constantFrom(...Object.keys(sectorRules), "11110"),
    percent: fc.integer({ min: 0, max: 100 }),
  }),
  { maxLength: 5 },
);

test("law: shares sum to 1 or the report is of no line; each line once; words are the text's own", () => {
  fc.assert(
    fc.property(anyTitle, anyTitle, anySectors, (title, description, sectors) => {
      const { lines: touched, other } = linesOfEffort({
        title: { und: title },
        description: { und: description },
        sectors,
      });
      expect(other).toBe(touched.length === 0);
      expect(new Set(touched.map((entry) => entry.line)).size).toBe(touched.length);
      if (!other) expect(touched.reduce((sum, entry) => sum + entry.share, 0)).toBeCloseTo(1, 12);
      for (const { evidence, share } of touched) {
        expect(share).toBeGreaterThan(0);
        expect(evidence.length).toBeGreaterThan(0);
        for (const { from, words } of evidence)
          if (from !== "sector") expect((from === "title" ? title : description).includes(words)).toBe(true);
      }
    }),
    { seed: 11, numRuns: 500 },
  );
});

test("law: the order of sectors has no meaning for which lines are touched", () => {
  fc.assert(
    fc.property(anyTitle, anySectors, (title, sectors) => {
      expect(found({ title: { und: title }, sectors: sectors.toReversed() })).toEqual(
        found({ title: { und: title }, sectors }),
      );
    }),
    { seed: 12 },
  );
});

test("no term of the policy speaks for two lines, or for a line and against it", () => {
  const split = (terms: string) =>
    terms.split(",").map((term) => foldWithMap(term.trim().replaceAll(/\s+/g, " ")).text);
  const all = lines.flatMap((line) =>
    [...split(lineTerms[line].decides), ...split(lineTerms[line].supports)].map((term) => ({ line, term })),
  );
  const not = [...split(notALine), ...split(elsewhere)];
  expect(all.filter((entry) => not.includes(entry.term))).toEqual([]);
  const byTerm = Map.groupBy(all, (entry) => entry.term);
  expect(
    [...byTerm].filter(([, entries]) => new Set(entries.map((entry) => entry.line)).size > 1).map(([term]) => term),
  ).toEqual([]);
});
