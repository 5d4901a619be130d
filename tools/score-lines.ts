/**
 * Scores the classifier of lines of effort against labelled rows: precision, recall and F1 per label, macro-F1.
 *
 *   node tools/score-lines.ts labelled.jsonl [--errors]
 *
 * A row: {title, description, sectors, language, labels, optional}. An optional label is neither wrong nor missing.
 */
import { readFileSync } from "node:fs";
import { linesOfEffort } from "../src/initiatives/lines-of-effort.ts";

type Row = {
  readonly title: string;
  readonly description?: string | null;
  readonly language: string;
  readonly sectors?: readonly { readonly vocabulary: string; readonly code: string }[];
  readonly labels: readonly string[];
  readonly optional: readonly string[];
};

const [file, ...options] = process.argv.slice(2);
if (file === undefined) throw new Error("Give the file of labelled rows.");
const rows = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Row);
const labels = ["counter-finance", "capacity", "stabilisation", "resilience", "other"];
const counts = new Map(labels.map((label) => [label, { right: 0, wrong: 0, missed: 0 }]));
for (const row of rows) {
  const found = linesOfEffort({
    title: { [row.language]: row.title },
    ...(row.description ? { description: { [row.language]: row.description } } : {}),
    sectors: (row.sectors ?? []).map(({ vocabulary, code }) => ({ vocabulary, code })),
  });
  const said = found.other ? ["other"] : found.lines.map((entry) => entry.line as string);
  for (const label of labels) {
    const count = counts.get(label) as { right: number; wrong: number; missed: number };
    if (row.labels.includes(label)) count[said.includes(label) ? "right" : "missed"]++;
    else if (said.includes(label) && !row.optional.includes(label)) count.wrong++;
  }
  const missed = row.labels.filter((label) => !said.includes(label));
  const wrong = said.filter((label) => !row.labels.includes(label) && !row.optional.includes(label));
  if (options.includes("--errors") && missed.length + wrong.length > 0)
    process.stdout.write(
      `- missed ${missed.join(",") || "none"}; wrong ${wrong.join(",") || "none"}: ${row.title}\n    ${JSON.stringify(found.lines.map((entry) => [entry.line, entry.evidence.map((e) => `${e.from}:${e.words}`)]))}\n`,
    );
}
const scores = [...counts].map(([label, { right, wrong, missed }]) => ({
  label,
  precision: right / (right + wrong),
  recall: right / (right + missed),
  f1: (2 * right) / (2 * right + wrong + missed),
}));
for (const score of scores)
  process.stdout.write(
    `${score.label.padEnd(16)} precision ${score.precision.toFixed(3)} recall ${score.recall.toFixed(3)} F1 ${score.f1.toFixed(3)}\n`,
  );
process.stdout.write(
  `macro-F1 ${(scores.reduce((sum, score) => sum + score.f1, 0) / scores.length).toFixed(3)} over ${rows.length} rows\n`,
);
