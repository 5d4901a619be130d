import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { failure, type Outcome } from "./outcome.ts";
import { runTool } from "./run-tool.ts";

interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly unknown[];
  }[];
}

/** One project of vitest.config.ts; `filters` narrow it to files whose path holds one of them. */
export async function checkTests(project: "unit" | "browser", filters: readonly string[]): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "entente-test-"));
  const file = join(folder, "report.json");
  try {
    const args = [
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
      ...filters,
    ];
    const run = await runTool("node_modules/vitest/vitest.mjs", args, false);
    return readOutcome(project, file, run.status);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function readOutcome(project: string, file: string, status: number): Outcome {
  let report: TestReport;
  try {
    report = JSON.parse(readFileSync(file, "utf8")) as TestReport;
  } catch (error) {
    return failure(project, `no readable report (${error instanceof Error ? error.message : String(error)})`);
  }
  // a file that could not even be loaded has no tests to count
  const broken = report.testResults.filter(
    (result) => result.status === "failed" && result.assertionResults.length === 0,
  );
  const skipped = report.numPendingTests + report.numTodoTests;
  let failed = report.numFailedTests + broken.length;
  let words = `${report.testResults.length} files`;
  if (broken.length > 0) words += `, not loadable: ${broken.map((result) => result.name).join(", ")}`;
  if (skipped > 0) words += `, ${skipped} skipped`;
  if (report.numPassedTests + failed === 0) {
    failed = 1;
    words = "looked at nothing";
  } else if (failed === 0 && status !== 0) {
    failed = 1;
    words += `, yet vitest ended with ${status} (an error outside a test, above)`;
  }
  return { step: project, passed: report.numPassedTests, failed, skipped, words };
}
