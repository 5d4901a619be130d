import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

export interface Finding {
  /** e.g. "eslint(no-restricted-imports)" */
  readonly rule: string;
  readonly words: string;
}

/**
 * Writes the given files (path → text) into a folder outside the tree that has our lint configuration, lints it,
 * and says what was found in each. The folder is gone afterwards.
 */
export function lintPlanted(files: ReadonlyMap<string, string>): Map<string, Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), "entente-planted-"));
  try {
    cpSync(join(ROOT, "oxlint.config.ts"), join(folder, "oxlint.config.ts"));
    cpSync(join(ROOT, "tools/folder-rules"), join(folder, "tools/folder-rules"), { recursive: true });
    cpSync(join(ROOT, "package.json"), join(folder, "package.json"));
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const folders = [...new Set([...files.keys()].map((path) => path.split("/")[0] ?? path))];
    const oxlint = join(ROOT, "node_modules/oxlint/bin/oxlint");
    const run = spawnSync(process.execPath, [oxlint, "--format", "json", ...folders], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    const report = readReport(run.stdout, run.stderr);
    if (report.number_of_files !== files.size) {
      throw new Error(`the linter looked at ${report.number_of_files} files; ${files.size} were planted`);
    }
    const found = new Map<string, Finding[]>([...files.keys()].map((path) => [path, []]));
    for (const { filename, code, message, help } of report.diagnostics) {
      found.get(filename)?.push({ rule: code ?? "syntax", words: `${message} ${help ?? ""}` });
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface LintReport {
  readonly number_of_files: number;
  readonly diagnostics: readonly { filename: string; code?: string; message: string; help?: string }[];
}

function readReport(stdout: string, stderr: string): LintReport {
  try {
    return JSON.parse(stdout) as LintReport;
  } catch (error) {
    throw new Error(`the linter gave no report: ${stdout}${stderr}`, { cause: error });
  }
}
