import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../launch/root.mjs";
import { failure, pass, type Outcome } from "./outcome.ts";
import { CODE_FOLDERS, ownTypeScript } from "./own-files.ts";
import { runTool } from "./run-tool.ts";

interface LintReport {
  readonly number_of_files: number;
  readonly diagnostics: readonly {
    readonly message: string;
    readonly code?: string;
    readonly help?: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[];
  }[];
}

/** The linter with types, and with the folder rules of tools/folder-rules. Warnings count: there are no half rules. */
export async function checkLint(): Promise<Outcome> {
  const folders = CODE_FOLDERS.filter((folder) => existsSync(join(ROOT, folder)));
  const run = await runTool("node_modules/oxlint/bin/oxlint", ["--type-aware", "--format", "json", ...folders], true);
  let report: LintReport;
  try {
    report = JSON.parse(run.output) as LintReport;
  } catch (error) {
    process.stdout.write(`${run.output}\n`);
    return failure("lint", `no readable report (${error instanceof Error ? error.message : String(error)})`);
  }
  for (const found of report.diagnostics) {
    const at = found.labels[0]?.span;
    const place = at === undefined ? found.filename : `${found.filename}:${at.line}:${at.column}`;
    process.stdout.write(`${place}  ${found.message} ${found.help ?? ""} [${found.code ?? "syntax"}]\n`);
  }
  if (report.diagnostics.length > 0) return failure("lint", `${report.diagnostics.length} findings`);
  if (run.status !== 0) return failure("lint", `the linter ended with ${run.status}`);
  const least = ownTypeScript().filter((path) => !path.startsWith("web/generated/")).length;
  if (report.number_of_files === 0 || report.number_of_files < least) {
    return failure("lint", `looked at ${report.number_of_files} files of ${least}`);
  }
  return pass("lint", `${report.number_of_files} files`);
}
