import { createHmac, randomBytes, scryptSync } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fault } from "../../base/errors.ts";
import { writePrivately } from "./data-folder.ts";
import { type LoginRole, loginRoles, roleNames } from "./roles.ts";
import { unlessAbsent } from "./system-error.ts";

export type RolePasswords = Readonly<Record<LoginRole, string>>;

/**
 * The passwords of the login roles on an outside server. They are generated: from the password in DATABASE_URL where
 * there is one, so that every machine that works on this database knows the same and none needs the other's files
 * (who holds that password could set them anyway); else by chance, kept in roles.json. What stands in roles.json wins:
 * an administrator who makes the roles by hand writes their passwords there, as `{ "entente_app": "…" }`.
 */
export async function rolePasswords(dataFolder: string, secret: string | undefined): Promise<RolePasswords> {
  const kept = await readKept(dataFolder);
  if (secret === undefined && loginRoles.some((role) => kept[role] === undefined)) {
    const made = forEach((role) => kept[role] ?? randomBytes(24).toString("base64url"));
    await writePrivately(
      join(dataFolder, "roles.json"),
      Object.fromEntries(loginRoles.map((role) => [roleNames[role], made[role]])),
    );
    return made;
  }
  const key = scryptSync(secret ?? "", "entente login roles", 32);
  return forEach((role) => kept[role] ?? createHmac("sha256", key).update(roleNames[role]).digest("base64url"));
}

async function readKept(dataFolder: string): Promise<Partial<RolePasswords>> {
  const file = join(dataFolder, "roles.json");
  const text = await unlessAbsent(readFile(file, "utf8"));
  if (text === undefined) return {};
  const expected = `{ "${roleNames.app}": "password" }`;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's words would show a piece of the file.
    throw fault("bad-input", { path: file, found: "not JSON", expected });
  }
  if (typeof value !== "object" || value === null)
    throw fault("bad-input", { path: file, found: "not an object", expected });
  const passwords: ReadonlyMap<string, unknown> = new Map(Object.entries(value));
  return Object.fromEntries(
    loginRoles.flatMap((role) => {
      const password = passwords.get(roleNames[role]);
      return typeof password === "string" ? [[role, password]] : [];
    }),
  );
}

const forEach = (make: (role: LoginRole) => string): RolePasswords => ({
  owner: make("owner"),
  app: make("app"),
  door: make("door"),
  jobs: make("jobs"),
});
