import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDataFolder, resolveDataFolder } from "./data-folder.ts";

const linux = { platform: "linux", home: "/home/amina", root: false } as const;

test("the data are where ENTENTE_DATA says, else in the platform's folder for them", () => {
  expect(resolveDataFolder({ ENTENTE_DATA: "/srv/entente", XDG_DATA_HOME: "/xdg" }, linux)).toBe("/srv/entente");
  expect(resolveDataFolder({ ENTENTE_DATA: "here" }, linux)).toBe(join(process.cwd(), "here"));
  expect(resolveDataFolder({ XDG_DATA_HOME: "/xdg" }, linux)).toBe("/xdg/entente");
  // The standard says that a relative one is to be ignored.
  expect(resolveDataFolder({ ENTENTE_DATA: "", XDG_DATA_HOME: "xdg" }, linux)).toBe("/home/amina/.local/share/entente");
  expect(resolveDataFolder({ XDG_DATA_HOME: "/xdg" }, { ...linux, platform: "darwin", home: "/Users/amina" })).toBe(
    "/Users/amina/Library/Application Support/Entente",
  );
});

test("root, whose home PostgreSQL's account cannot enter, gets the folder of the system", () => {
  expect(resolveDataFolder({}, { ...linux, home: "/root", root: true })).toBe("/var/lib/entente");
});

test("a new folder is closed to others; the rights of one that holds something already are left alone", async () => {
  const parent = await mkdtemp(join(tmpdir(), "entente-folder-"));
  try {
    const { path } = await openDataFolder(join(parent, "new", "one"), null);
    expect((await stat(path)).mode & 0o067).toBe(0);
    expect(await readdir(path)).toEqual(["version.json"]);

    const full = join(parent, "full");
    await mkdir(full);
    await chmod(full, 0o775);
    await writeFile(join(full, "something"), "");
    await openDataFolder(full, null);
    expect((await stat(full)).mode & 0o777).toBe(0o775);
  } finally {
    await rm(parent, { recursive: true });
  }
});

test("the probe of another process that opens the same new folder does not fill it", async () => {
  const path = await mkdtemp(join(tmpdir(), "entente-folder-"));
  try {
    await chmod(path, 0o755);
    await writeFile(join(path, ".probe-0123456789ab"), "writable");
    await openDataFolder(path, null);
    expect((await stat(path)).mode & 0o067).toBe(0);
  } finally {
    await rm(path, { recursive: true });
  }
});

test("a folder used with an outside database may be used with the embedded one later", async () => {
  const path = await mkdtemp(join(tmpdir(), "entente-folder-"));
  try {
    await openDataFolder(path, null);
    await openDataFolder(path, 18);
    await expect(openDataFolder(path, 19)).rejects.toMatchObject({
      code: "data-folder-other-major",
      params: { found: "18", expected: "19" },
    });
    await openDataFolder(path, null);
    await expect(openDataFolder(path, 19)).rejects.toMatchObject({ code: "data-folder-other-major" });
  } finally {
    await rm(path, { recursive: true });
  }
});

test.runIf(process.platform === "linux")("a place where the system makes no folders is refused", async () => {
  await expect(openDataFolder("/proc/entente/data", null)).rejects.toMatchObject({
    code: "data-folder-not-writable",
    params: { folder: "/proc/entente/data" },
  });
});
