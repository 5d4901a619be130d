import { dacVocabularies, elsewhere, linePoints, lineTerms, notALine, sectorRules } from "./line-policy.ts";
import { compileTerms, foldWithMap } from "./match-terms.ts";
import { lines as allLines, type LanguageMap, type Line, type Report } from "./report.ts";

/** What decided: words of the report, or a sector with its code, or the reporter itself. */
export type LineEvidence = {
  readonly from: "stated" | "sector" | "title" | "description";
  readonly words: string;
  readonly code?: string;
};

export type LineShare = {
  readonly line: Line;
  /** 0 to 1; the shares of a report sum to 1. */ readonly share: number;
  readonly evidence: readonly LineEvidence[];
};

/** `other`: touches no line; kept and listed, no part in overlap or gap. */
export type LinesOfEffort = { readonly lines: readonly LineShare[]; readonly other: boolean };

type Said = Pick<Report, "title" | "sectors"> & {
  readonly description?: LanguageMap | undefined;
  readonly lines?: Report["lines"] | undefined;
};
type Meaning = { readonly line: Line; readonly strength: "decides" | "supports" } | "elsewhere" | "nothing";
type Tally = {
  points: number;
  percent: number;
  fromSectors: boolean;
  /** the title alone says so */
  decided: boolean;
  /** something says so that is more than a supporting word */
  firm: boolean;
  readonly evidence: LineEvidence[];
};

/** Long descriptions repeat the whole programme of a ministry; what an activity is about stands at the beginning. */
const readOfDescription = 1500;

const meanings = collectMeanings();
const match = compileTerms([...meanings.keys()]);

/**
 * Which lines of effort a report touches, with shares that sum to 1 and what decided.
 *
 * Lines that the reporter states win. Otherwise words in title and description and DAC sector codes collect points (line-policy.ts);
 * a line counts from the threshold on. Shares follow the published percentages when every line that counts rests on sectors that have
 * them, else they are equal. Pure: the same report gives the same answer.
 */
export function linesOfEffort(report: Said): LinesOfEffort {
  if (report.lines !== undefined && report.lines.length > 0) return { lines: statedShares(report.lines), other: false };
  const tallies = new Map<Line, Tally>(
    allLines.map((line) => [
      line,
      { points: 0, percent: 0, fromSectors: false, decided: false, firm: false, evidence: [] },
    ]),
  );
  const minus = readWords(report.title, "title", tallies) + readWords(furtherWords(report), "description", tallies);
  readSectors(report.sectors, tallies);
  const scored = [...tallies].map(([line, tally]) => ({ line, tally, points: tally.points - minus }));
  const best = Math.max(...scored.map((entry) => entry.points));
  const counted = scored.filter(
    (entry) => entry.tally.firm && entry.points >= linePoints.threshold && entry.points >= best * linePoints.besideBest,
  );
  const byPercent = counted.every(({ tally }) => tally.fromSectors && tally.percent > 0);
  const whole = counted.reduce((sum, { tally }) => sum + tally.percent, 0);
  return {
    lines: counted.map(({ line, tally }) => ({
      line,
      share: byPercent ? tally.percent / whole : 1 / counted.length,
      evidence: tally.evidence,
    })),
    other: counted.length === 0,
  };
}

/** A line without a percentage takes an equal part of what the others leave; percentages that do not sum to 100 are scaled. */
function statedShares(stated: NonNullable<Report["lines"]>): readonly LineShare[] {
  const given = stated.reduce((sum, entry) => sum + (entry.percent ?? 0), 0);
  const open = stated.filter((entry) => entry.percent === undefined).length;
  const openPart = open === 0 ? 0 : Math.max(0, 100 - given) / open;
  const parts = new Map<Line, number>();
  for (const { line, percent } of stated) parts.set(line, (parts.get(line) ?? 0) + (percent ?? openPart));
  const whole = [...parts.values()].reduce((sum, part) => sum + part, 0);
  return [...parts].map(([line, part]) => ({
    line,
    share: whole > 0 ? part / whole : 1 / parts.size,
    evidence: [{ from: "stated", words: line }],
  }));
}

/** Many publishers repeat the title as the description: said once is enough. */
function furtherWords({ title, description }: Said): LanguageMap {
  const titles = new Set(Object.values(title).map((text) => text.trim().toLowerCase()));
  return Object.fromEntries(
    Object.entries(description ?? {}).filter(([, text]) => !titles.has(text.trim().toLowerCase())),
  );
}

/** Adds the points of the words to the lines and returns what subjects elsewhere take from all of them. Translations of one text count once, as the one that says most. */
function readWords(words: LanguageMap, from: "title" | "description", tallies: ReadonlyMap<Line, Tally>): number {
  const readings = Object.values(words).map((text) =>
    reading(text.slice(0, from === "title" ? undefined : readOfDescription), from),
  );
  for (const [line, tally] of tallies) {
    const most = readings
      .map((entry) => entry.lines.get(line))
      .reduce((best, entry) => ((entry?.points ?? 0) > (best?.points ?? 0) ? entry : best), undefined);
    if (most === undefined) continue;
    tally.points += Math.min(most.points, linePoints.most[from]);
    tally.decided ||= from === "title" && most.points >= linePoints.supportsAlone;
    tally.firm ||= tally.decided || most.firm;
    tally.evidence.push(...most.evidence);
  }
  return Math.max(0, ...readings.map((entry) => Math.min(entry.elsewhere, linePoints.elsewhere.title)));
}

type Reading = {
  readonly lines: ReadonlyMap<Line, { points: number; firm: boolean; readonly evidence: LineEvidence[] }>;
  readonly elsewhere: number;
};

/** One text: points per line, each term once. */
function reading(text: string, from: "title" | "description"): Reading {
  const found = new Map<Line, { points: number; firm: boolean; readonly evidence: LineEvidence[] }>();
  let other = 0;
  for (const [term, words] of new Map(match(text).map((hit) => [hit.term, hit.words] as const))) {
    const meaning = meanings.get(term) ?? "nothing";
    if (meaning === "elsewhere") other += linePoints.elsewhere[from];
    if (typeof meaning === "string") continue;
    const entry = found.get(meaning.line) ?? { points: 0, firm: false, evidence: [] };
    entry.firm ||= meaning.strength === "decides";
    entry.points += linePoints[meaning.strength][from];
    entry.evidence.push({ from, words });
    found.set(meaning.line, entry);
  }
  return { lines: found, elsewhere: other };
}

function readSectors(sectors: Report["sectors"], tallies: ReadonlyMap<Line, Tally>): void {
  const known = sectors.filter((sector) => dacVocabularies.includes(sector.vocabulary));
  const decided = [...tallies.values()].some((tally) => tally.decided);
  for (const sector of known) {
    const percent = sector.percent ?? 100 / known.length;
    // One code for the whole is the nearest drawer; a reporter who splits an activity by percentages means each part.
    const meant = !decided || (sector.percent !== undefined && sector.percent < 100);
    for (const rule of sectorRules[sector.code] ?? []) {
      const tally = tallies.get(rule.line) as Tally;
      // A code of a whole category says only that one of its lines is meant: it counts beside words, never alone.
      if (!rule.plain && tally.points === 0) continue;
      const plain = rule.plain && percent >= linePoints.sectorShare && (meant || tally.points > 0);
      tally.points += plain ? linePoints.plainSector : linePoints.openSector;
      tally.percent += sector.percent ?? 0;
      tally.fromSectors = true;
      tally.firm = true;
      tally.evidence.push({ from: "sector", words: sector.name ?? rule.name, code: sector.code });
    }
  }
}

function collectMeanings(): ReadonlyMap<string, Meaning> {
  const found = new Map<string, Meaning>();
  const add = (terms: string, meaning: Meaning) => {
    for (const term of terms.split(",")) found.set(foldWithMap(term.trim().replaceAll(/\s+/g, " ")).text, meaning);
  };
  add(elsewhere, "elsewhere");
  for (const strength of ["supports", "decides"] as const)
    for (const line of allLines) add(lineTerms[line][strength], { line, strength });
  add(notALine, "nothing");
  return found;
}
