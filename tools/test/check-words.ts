import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../launch/root.mjs";
import { failure, pass, type Outcome } from "./outcome.ts";
import { runTool } from "./run-tool.ts";

const LINGUI = "node_modules/@lingui/cli/dist/lingui.js";
const LANGUAGES = ["en", "fr", "ar"] as const;

/** Every sentence of the pages stands in every catalogue, translated, and no catalogue holds one that no page says. */
export async function checkWords(): Promise<Outcome> {
  const counts = LANGUAGES.map((language) => {
    const path = join(ROOT, `src/locales/${language}.po`);
    return existsSync(path) ? (readFileSync(path, "utf8").match(/^msgid "?./gm)?.length ?? 0) : 0;
  });
  if (Math.min(...counts) < 2) {
    return failure("words", `no sentences in ${LANGUAGES.filter((_, at) => (counts[at] ?? 0) < 2).join(", ")}`);
  }
  const sync = await runTool(LINGUI, ["check", "sync", "--workers", "1"], false);
  if (sync.status !== 0) return failure("words", "catalogues and pages differ: npm run words, then translate");
  const missing = await runTool(LINGUI, ["check", "missing"], false);
  if (missing.status !== 0) return failure("words", "sentences without a translation");
  // the first entry of a catalogue is its header
  return pass("words", `${counts.map((count, at) => `${LANGUAGES[at]} ${count - 1}`).join(", ")} sentences`);
}
