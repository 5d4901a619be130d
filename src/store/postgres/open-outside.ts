import pg from "pg";
import { fault } from "../../base/errors.ts";
import type { Cluster, ClusterLog } from "./cluster.ts";
import { openDataFolder } from "./data-folder.ts";
import { ensureDatabase, ensureExtensions } from "./ensure-database.ts";
import { type OutsideAddress, readAddress } from "./outside-address.ts";
import { outsideFault } from "./outside-fault.ts";
import { type RolePasswords, rolePasswords } from "./role-passwords.ts";
import { ensureRoles, findRoles, type LoginRole, loginRoles, roleNames, setPassword } from "./roles.ts";
import { errorCode } from "./system-error.ts";

export const oldestMajor = 16;

const rightsNeeded = `CREATEROLE and CREATEDB, or to be ${roleNames.owner}`;

/**
 * A PostgreSQL of the operator's own. See openCluster.
 *
 * The role of DATABASE_URL makes our login roles and the database. Where it may not, it is entente_owner itself, and an
 * administrator has made the others and written their passwords into roles.json.
 */
export async function openOutside(dataDir: string, databaseUrl: string, log: ClusterLog): Promise<Cluster> {
  const address = readAddress(databaseUrl);
  const folder = await openDataFolder(dataDir, null);
  const passwords = await rolePasswords(folder.path, address.password);
  try {
    const { version, mayMakeRoles } = await asOperator(address, (client) => setUpServer(client, address, passwords));
    const login = (role: LoginRole): Login =>
      roleNames[role] === address.user ? address : { user: roleNames[role], password: passwords[role] };
    await Promise.all(loginRoles.map((role) => proveLogin(address, role, login(role), mayMakeRoles)));
    await within(address.settings(login("owner"), address.database), ensureExtensions);
    log.info({ where: address.where, database: address.database, version }, "joined the database server");
    return {
      kind: "outside",
      database: address.database,
      serverVersion: version,
      adopted: true,
      connect: (role, database = address.database) => address.settings(login(role), database),
      administer: (database = address.database) => address.settings(undefined, database),
      close: async () => {},
    };
  } catch (error) {
    throw outsideFault(error, address, rightsNeeded);
  }
}

/** @throws database-too-old */
export function requireVersion(number: number, found: string): void {
  if (number < oldestMajor * 10_000)
    throw fault("database-too-old", { found, expected: `PostgreSQL ${oldestMajor} or newer` });
}

interface Login {
  readonly user: string;
  readonly password: string | undefined;
}

interface ServerFacts {
  readonly number: number;
  readonly version: string;
  readonly isSuperuser: boolean;
  readonly mayMakeRoles: boolean;
}

async function setUpServer(
  client: pg.Client,
  address: OutsideAddress,
  passwords: RolePasswords,
): Promise<{ version: string; mayMakeRoles: boolean }> {
  const { rows } = await client.query<ServerFacts>(
    `select current_setting('server_version_num')::int as number, split_part(current_setting('server_version'), ' ', 1) as version,
       rolsuper as "isSuperuser", rolsuper or rolcreaterole as "mayMakeRoles" from pg_roles where rolname = current_user`,
  );
  const server = rows[0] ?? { number: 0, version: "", isSuperuser: false, mayMakeRoles: false };
  requireVersion(server.number, server.version);
  const found = (await findRoles(client)).map((role) => role.rolname);
  if (server.mayMakeRoles) {
    await ensureRoles(client, passwords);
    // Since version 16 who made a role may grant it to themselves; only then can they give it a database.
    if (!server.isSuperuser) await client.query(`GRANT ${roleNames.owner} TO CURRENT_USER WITH INHERIT TRUE, SET TRUE`);
  } else {
    const missing = Object.values(roleNames).filter((name) => !found.includes(name));
    const { where, user } = address;
    if (missing.length > 0 || user !== roleNames.owner)
      throw fault("database-refused", { reason: "not-enough-rights", needed: rightsNeeded, missing, where, user });
  }
  await ensureDatabase(client, address.database, roleNames.owner);
  await requireUsable(client, address.database);
  return { version: server.version, mayMakeRoles: server.mayMakeRoles };
}

/**
 * A database that others made must hold every script. It becomes our owner's, who then owns its schema "public" too
 * and needs no further grants; but not where others keep their tables in it.
 */
async function requireUsable(client: pg.Client, database: string): Promise<void> {
  const { rows } = await client.query<{ encoding: string; owner: string }>(
    "select pg_encoding_to_char(encoding) as encoding, pg_get_userbyid(datdba) as owner from pg_database where datname = $1",
    [database],
  );
  const found = rows[0];
  if (found && found.encoding !== "UTF8")
    throw fault("database-refused", { reason: "encoding", database, found: found.encoding, expected: "UTF8" });
  if (!found || found.owner === roleNames.owner) return;
  const { rowCount } = await client.query(
    "select 1 from pg_class where relkind in ('r', 'p') and relnamespace::regnamespace::text !~ '^(pg_|information_schema)' limit 1",
  );
  if (rowCount) throw fault("database-refused", { reason: "database-of-others", database, found: found.owner });
  await client.query(`ALTER DATABASE ${pg.escapeIdentifier(database)} OWNER TO ${roleNames.owner}`);
}

/** Signs in once as each role; a password that the server does not know (the old one was lost) is set anew. */
async function proveLogin(address: OutsideAddress, role: LoginRole, as: Login, maySet: boolean): Promise<void> {
  const settings = address.settings(as, address.database);
  const asThatRole = { ...address, user: as.user };
  try {
    await within(settings, async () => {});
  } catch (error) {
    if (!maySet || as.password === undefined || errorCode(error) !== "28P01") throw outsideFault(error, asThatRole);
    await asOperator(address, (client) => setPassword(client, role, as.password ?? ""));
    await within(settings, async () => {}).catch((again: unknown) => {
      throw outsideFault(again, asThatRole);
    });
  }
}

/** Runs `work` as the role of DATABASE_URL, in its database or, while that does not exist, in the server's own. */
async function asOperator<T>(address: OutsideAddress, work: (client: pg.Client) => Promise<T>): Promise<T> {
  try {
    return await within(address.settings(undefined, address.database), work);
  } catch (error) {
    if (errorCode(error) !== "3D000") throw error;
    return await within(address.settings(undefined, "postgres"), work);
  }
}

async function within<T>(settings: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(settings);
  // A connection that breaks fails the query that runs on it; without a listener it would end the process.
  client.on("error", () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}
