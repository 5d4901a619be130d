/**
 * Every check, one after another, all of them even when one fails. The last line is `N passed, N failed`.
 *
 *   npm test                            everything
 *   npm test -- --step lint             one step (repeatable)
 *   npm test -- --step unit src/base    tests whose path holds "src/base"
 */
import { parseArgs } from "node:util";
import { checkLint } from "./check-lint.ts";
import { checkTests } from "./check-tests.ts";
import { checkTypes } from "./check-types.ts";
import { checkWords } from "./check-words.ts";
import { failure, pass, type Outcome } from "./outcome.ts";
import { runTool } from "./run-tool.ts";

const { values, positionals: filters } = parseArgs({
  options: { step: { type: "string", multiple: true } },
  allowPositionals: true,
});

const steps: Readonly<Record<string, () => Promise<Outcome>>> = {
  types: checkTypes,
  lint: checkLint,
  words: checkWords,
  pages: async () => {
    const run = await runTool("tools/build.mjs", [], false);
    return run.status === 0 ? pass("pages", "built") : failure("pages", "not built");
  },
  unit: () => checkTests("unit", filters),
  browser: () => checkTests("browser", filters),
};

const chosen = values.step ?? Object.keys(steps);
const unknown = chosen.filter((name) => steps[name] === undefined);
if (unknown.length > 0) {
  process.stderr.write(`There is no step ${unknown.join(", ")}; there are ${Object.keys(steps).join(", ")}.\n`);
  process.exit(2);
}

const outcomes: Outcome[] = [];
for (const name of chosen) {
  const began = performance.now();
  process.stdout.write(`\n── ${name}\n`);
  const outcome = await steps[name]!();
  outcomes.push(outcome);
  const mark = outcome.failed === 0 ? "ok" : "FAILED";
  process.stdout.write(`   ${mark}: ${outcome.words} (${((performance.now() - began) / 1000).toFixed(1)} s)\n`);
}

const sum = (count: (outcome: Outcome) => number): number =>
  outcomes.reduce((total, outcome) => total + count(outcome), 0);
const failed = sum((outcome) => outcome.failed);
process.stdout.write("\n");
for (const outcome of outcomes) {
  process.stdout.write(
    `${outcome.step.padEnd(8)} ${outcome.passed} passed, ${outcome.failed} failed  ${outcome.words}\n`,
  );
}
process.stdout.write(`${sum((outcome) => outcome.passed)} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
