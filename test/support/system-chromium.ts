import { accessSync, constants } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const MAC_APPS = ["Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome"];

/** A Chromium that the machine has: ENTENTE_CHROMIUM first, then the PATH, then the places of macOS. */
export function findSystemChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env["ENTENTE_CHROMIUM"];
  if (named !== undefined && named !== "") {
    if (!isExecutable(named))
      throw new Error(`ENTENTE_CHROMIUM names ${named}, which cannot be run; expected a Chromium or Chrome`);
    return named;
  }
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const onMac =
    process.platform === "darwin"
      ? ["/Applications", join(homedir(), "Applications")].flatMap((folder) => MAC_APPS.map((app) => join(folder, app)))
      : [];
  return [...onPath, ...onMac].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
