import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../launch/root.mjs";

/** Folders that hold TypeScript of ours. */
export const CODE_FOLDERS = ["src", "web", "data", "tools", "bench", "test"] as const;

/** Our TypeScript files under the code folders, as paths from the root with "/" between. Missing folders are skipped. */
export function ownTypeScript(root: string = ROOT): string[] {
  const files: string[] = [];
  for (const folder of CODE_FOLDERS) collect(root, folder, files);
  return files.sort();
}

function collect(root: string, folder: string, files: string[]): void {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return;
    throw error;
  }
  for (const entry of entries) {
    if (entry.name === "node_modules" || entry.name === "dist" || entry.name.startsWith(".")) continue;
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) collect(root, path, files);
    else if (/\.tsx?$/.test(entry.name)) files.push(path);
  }
}
