import { chromium, type Browser } from "playwright-core";
import { carriedChromium } from "./carried-chromium.ts";
import { findSystemChromium } from "./system-chromium.ts";

/** Quiet, and safe to run as root in a container; the web's own safeguards stay on. */
const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * A headless Chromium with an empty profile: the machine's own where there is one, else the carried one.
 * The caller closes it.
 */
export async function launchBrowser(): Promise<Browser> {
  const own = findSystemChromium();
  const found = own === undefined ? carriedChromium() : { executable: own, env: {} };
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: found.executable,
    headless: true,
    args: isRoot || own === undefined ? [...QUIET, "--no-sandbox"] : QUIET,
    env: { ...definedOnly(process.env), ...found.env },
  });
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) if (value !== undefined) kept[name] = value;
  return kept;
}
