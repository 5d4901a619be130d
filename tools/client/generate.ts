import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));

const HEAD = "// Generated from the OpenAPI description by `npm run generate:client`. Do not edit.\n\n";

/** The text of web/generated/api.d.ts for an OpenAPI 3.1 description. Throws when the description holds no path. */
export function clientTypes(description: object): string {
  const paths =
    "paths" in description && typeof description.paths === "object" ? Object.keys(description.paths ?? {}) : [];
  if (paths.length === 0) throw new Error("The OpenAPI description has no path; expected at least one");
  const hook = pathToFileURL(join(HERE, "old-compiler.mjs")).href;
  const done = spawnSync(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "--import", hook, join(HERE, "print-client.ts")],
    {
      input: JSON.stringify(description),
      encoding: "utf8",
      maxBuffer: 1 << 28,
    },
  );
  if (done.status !== 0) throw new Error(`openapi-typescript ended with ${done.status}: ${done.stderr}`);
  // the generator passes silently when its compiler gives it nothing to print
  if (!done.stdout.includes("export interface paths")) throw new Error("openapi-typescript printed no paths");
  return HEAD + done.stdout;
}
