import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readOutcome } from "./check-tests.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-outcome-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function outcome(
  status: number,
  numbers: { passed: number; failed: number; pending?: number },
  results: object[] = [],
) {
  const file = join(folder, "report.json");
  writeFileSync(
    file,
    JSON.stringify({
      numPassedTests: numbers.passed,
      numFailedTests: numbers.failed,
      numPendingTests: numbers.pending ?? 0,
      numTodoTests: 0,
      testResults: results,
    }),
  );
  return readOutcome("unit", file, status);
}

const GOOD = { name: "a.test.ts", status: "passed", assertionResults: [{}] };

test("passed and skipped tests are counted", () => {
  expect(outcome(0, { passed: 3, failed: 0, pending: 2 }, [GOOD])).toMatchObject({ passed: 3, failed: 0, skipped: 2 });
});

test("a run that looked at nothing has failed, even when its tool is content", () => {
  expect(outcome(0, { passed: 0, failed: 0 })).toMatchObject({ failed: 1, words: "looked at nothing" });
  expect(outcome(0, { passed: 0, failed: 0, pending: 4 }, [GOOD])).toMatchObject({ failed: 1 });
});

test("a file that cannot be loaded has failed and is named, though it has no test to count", () => {
  const broken = { name: "b.test.ts", status: "failed", assertionResults: [] };
  const found = outcome(1, { passed: 1, failed: 0 }, [GOOD, broken]);
  expect(found).toMatchObject({ passed: 1, failed: 1 });
  expect(found.words).toContain("b.test.ts");
});

test("an error outside every test has failed", () => {
  expect(outcome(1, { passed: 1, failed: 0 }, [GOOD])).toMatchObject({ passed: 1, failed: 1 });
});

test("no report, or half of one, has failed", () => {
  expect(readOutcome("unit", join(folder, "nothing.json"), 0)).toMatchObject({ failed: 1 });
  writeFileSync(join(folder, "half.json"), `{"numPassedTests": 3`);
  expect(readOutcome("unit", join(folder, "half.json"), 0)).toMatchObject({ passed: 0, failed: 1 });
});
