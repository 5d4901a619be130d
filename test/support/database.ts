import { createHash, randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { migrate } from "../../src/store/migrate.ts";
import type { Cluster } from "../../src/store/postgres/cluster.ts";
import { createDatabase, ensureDatabase, ensureExtensions } from "../../src/store/postgres/ensure-database.ts";
import { openCluster } from "../../src/store/postgres/open-cluster.ts";
import { exists } from "../../src/store/postgres/postmaster.ts";
import { type LoginRole, roleNames } from "../../src/store/postgres/roles.ts";

const root = new URL("../../", import.meta.url);
const migrations = new URL("src/store/migrations/", root);
const templateKey = 7_300_490;

/** One per checkout and account, kept between runs: a run that finds it starts in an instant. */
export const testFolder = join(
  tmpdir(),
  `entente-test-${process.getuid?.() ?? 0}-${createHash("sha256").update(root.pathname).digest("hex").slice(0, 12)}`,
);

export interface FreshDatabase {
  readonly name: string;
  readonly connect: (role: LoginRole) => pg.PoolConfig;
  /** Another one that holds the same. Nobody may be connected to this one meanwhile. */
  readonly copy: () => Promise<FreshDatabase>;
  /** Drops it, with whatever sessions it still has. */
  readonly drop: () => Promise<void>;
}

let opened: Promise<Cluster> | undefined;
let template: Promise<string> | undefined;
let administrators: pg.Pool | undefined;

/**
 * The PostgreSQL that all tests share: the embedded one, or the one of `ENTENTE_TEST_DATABASE_URL`. Everything in it
 * may be lost: it does not wait for the disk.
 */
export function testCluster(): Promise<Cluster> {
  return (opened ??= openTestCluster());
}

/** An empty database of the newest schema, a copy of a template that is migrated once for a state of the migrations. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const cluster = await testCluster();
  return copyOf(cluster, await (template ??= makeTemplate(cluster)));
}

async function copyOf(cluster: Cluster, source: string): Promise<FreshDatabase> {
  // The number of the process says later whether anybody still uses it.
  const name = `entente_test_${process.pid}_${randomBytes(5).toString("hex")}`;
  await administer(cluster, (client) => createDatabase(client, name, roleNames.owner, `TEMPLATE ${source}`));
  return {
    name,
    connect: (role) => cluster.connect(role, name),
    copy: () => copyOf(cluster, name),
    drop: () =>
      administer(cluster, (client) =>
        client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`).then(() => undefined),
      ),
  };
}

/** Drops what runs that were killed left behind, and templates of other migrations that no run can be using. */
export async function dropLeftovers(cluster: Cluster): Promise<void> {
  // On a server of somebody else the numbers of processes may be another machine's.
  if (cluster.kind === "outside") return;
  const current = await templateName();
  await administer(cluster, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where datname ~ '^entente_t(est|emplate)_'",
    );
    for (const { datname } of rows) {
      const owner = Number(/^entente_test_(\d+)_/.exec(datname)?.[1] ?? 0);
      if (datname === current || (owner > 0 ? exists(owner) : cluster.adopted)) continue;
      await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
    }
  });
}

async function openTestCluster(): Promise<Cluster> {
  const cluster = await openCluster({ dataDir: testFolder, databaseUrl: process.env["ENTENTE_TEST_DATABASE_URL"] });
  if (cluster.kind === "embedded" && !cluster.adopted) {
    await administer(cluster, async (client) => {
      for (const setting of ["fsync", "full_page_writes", "synchronous_commit"])
        await client.query(`ALTER SYSTEM SET ${setting} = off`);
      await client.query("select pg_reload_conf()");
    });
  }
  return cluster;
}

async function templateName(): Promise<string> {
  const hash = createHash("sha256");
  for (const file of (await readdir(migrations)).filter((name) => name.endsWith(".sql")).toSorted())
    hash.update(file).update(await readFile(new URL(file, migrations)));
  return `entente_template_${hash.digest("hex").slice(0, 16)}`;
}

/** One process makes it, the others wait; it takes its name only when it is whole. */
async function makeTemplate(cluster: Cluster): Promise<string> {
  const name = await templateName();
  const part = `${name}_part`;
  await administer(cluster, async (client) => {
    await client.query("select pg_advisory_lock($1)", [templateKey]);
    try {
      const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
      if (rowCount) return;
      await client.query(`DROP DATABASE IF EXISTS ${part} WITH (FORCE)`);
      await ensureDatabase(client, part, roleNames.owner);
      await connected(cluster.administer(part), ensureExtensions);
      await migrate(cluster.connect("owner", part));
      await client.query(`ALTER DATABASE ${part} RENAME TO ${name}`);
    } finally {
      await client.query("select pg_advisory_unlock($1)", [templateKey]);
    }
  });
  return name;
}

async function administer(cluster: Cluster, work: (client: pg.ClientBase) => Promise<void>): Promise<void> {
  administrators ??= new pg.Pool({ ...cluster.administer("postgres"), max: 2, allowExitOnIdle: true }).on(
    "error",
    () => {},
  );
  const client = await administrators.connect();
  try {
    await work(client);
  } finally {
    client.release();
  }
}

async function connected(config: pg.ClientConfig, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
