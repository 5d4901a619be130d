import type { Report } from "../../src/initiatives/report.ts";
import { seeded } from "./initiatives.ts";

const syllables = ["ba", "co", "di", "fe", "ga", "hou", "ja", "ké", "lo", "mi", "na", "ou", "pro", "ra", "sé", "ta", "tion", "va", "zou", "ment", "ville", "ker", "stan", "ndo"];
const common = ["support", "to", "the", "of", "education", "and", "for", "training", "resilience", "in", "project", "water", "de", "la", "des", "appui", "health", "community", "programme", "stabilisation", "youth", "border", "security", "renforcement"];

/**
 * Reports with titles as published ones have them: half of the words from two dozen that everybody uses, the rest from `vocabulary` made-up
 * ones of which few are frequent and most are rare (Zipf). Five parties from 3,000 organisations. The same seed gives the same reports.
 */
export function* generateReports(count: number, seed: number, vocabulary = 20_000): Generator<Report> {
  const random = seeded(seed);
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(list: readonly T[]) => list[below(list.length)] as T;
  const made = Array.from({ length: vocabulary }, () => Array.from({ length: 2 + below(3) }, () => pick(syllables)).join(""));
  const rare = () => made[Math.min(vocabulary - 1, Math.floor(vocabulary ** random()))] as string;
  const word = () => (random() < 0.5 ? pick(common) : rare());
  const organisations = Array.from({ length: 3000 }, (_, n) => ({ ref: `XX-ORG-${n}`, name: `${rare()} ${pick(["agency", "ministry", "foundation", "fund"])} ${rare()}` }));
  for (let n = 0; n < count; n++) {
    const title = Array.from({ length: 4 + below(9) }, word).join(" ");
    const reporter = pick(organisations);
    yield {
      identifier: `${reporter.ref}-P${n}`,
      reporter: { ...reporter, secondary: false },
      title: { en: title, ...(random() < 0.2 ? { fr: Array.from({ length: 6 }, word).join(" ") } : {}) },
      dates: {},
      parties: [
        { ...reporter, role: "funding" },
        { ...pick(organisations), role: "implementing" },
        { ...pick(organisations), role: "implementing" },
        { ...pick(organisations), role: "accountable" },
      ],
      sectors: [], countries: [], regions: [], locations: [], targetGroups: [], money: [], related: [],
      at: { file: "made-up", line: n, path: "" },
    };
  }
}
