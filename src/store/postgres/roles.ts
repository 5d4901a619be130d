import type pg from "pg";
import { fault } from "../../base/errors.ts";
import { scramVerifier } from "./scram-verifier.ts";
import { errorCode } from "./system-error.ts";

/**
 * The login roles. None is a superuser or passes by row-level security.
 *
 * owner owns the schema and applies migrations; app answers people, under the policies; door keeps accounts, sessions
 * and links; jobs reads unfiltered, where a policy says so, and has a name that nobody types by accident.
 */
export type LoginRole = "owner" | "app" | "door" | "jobs";

export const loginRoles: readonly LoginRole[] = ["owner", "app", "door", "jobs"];

export const roleNames: Readonly<Record<LoginRole, string>> = {
  owner: "entente_owner",
  app: "entente_app",
  door: "entente_door",
  jobs: "entente_unfiltered_jobs",
};

const wanted: Readonly<Record<LoginRole, string>> = {
  // It may create databases: a restore fills a new one before it takes the old one's place.
  owner: "LOGIN CREATEDB",
  app: "LOGIN NOCREATEDB",
  door: "LOGIN NOCREATEDB",
  jobs: "LOGIN NOCREATEDB",
};

interface FoundRole {
  readonly rolname: string;
  readonly rolsuper: boolean;
  readonly rolbypassrls: boolean;
  readonly rolcreaterole: boolean;
  readonly rolreplication: boolean;
}

/**
 * Creates what is missing of the roles, as often as you like.
 *
 * @param passwords for a server that asks for them; the server sees only their SCRAM verifiers
 * @throws database-refused when a role of that name exists and is more powerful than it may be
 */
export async function ensureRoles(
  client: pg.ClientBase,
  passwords?: Readonly<Record<LoginRole, string>>,
  only: readonly LoginRole[] = loginRoles,
): Promise<void> {
  const found = await findRoles(client);
  for (const role of only) {
    const name = roleNames[role];
    if (found.some((r) => r.rolname === name)) continue;
    const password = passwords ? ` PASSWORD '${scramVerifier(passwords[role])}'` : "";
    try {
      await client.query(`CREATE ROLE ${name} ${wanted[role]}${password}`);
    } catch (error) {
      // Another process was faster.
      if (!["42710", "23505"].includes(errorCode(error) ?? "")) throw error;
    }
  }
}

/** Gives the role another password. */
export async function setPassword(client: pg.ClientBase, role: LoginRole, password: string): Promise<void> {
  await client.query(`ALTER ROLE ${roleNames[role]} PASSWORD '${scramVerifier(password)}'`);
}

/** The login roles that exist; refuses one that could read past the policies. */
export async function findRoles(client: pg.ClientBase): Promise<readonly FoundRole[]> {
  const { rows } = await client.query<FoundRole>(
    "select rolname, rolsuper, rolbypassrls, rolcreaterole, rolreplication from pg_roles where rolname = any($1)",
    [Object.values(roleNames)],
  );
  for (const { rolname, ...powers } of rows) {
    const excess = Object.entries(powers)
      .filter(([, has]) => has)
      .map(([power]) => power.slice(3).toUpperCase());
    if (excess.length > 0)
      throw fault("database-refused", {
        reason: "role-too-powerful",
        role: rolname,
        found: excess,
        expected: "none of them",
      });
  }
  return rows;
}
