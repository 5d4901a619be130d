import type { Cluster, ClusterLog } from "./cluster.ts";
import { openEmbedded } from "./open-embedded.ts";
import { openOutside } from "./open-outside.ts";

/**
 * Opens the database: the PostgreSQL that comes with Entente, in the data folder, or with `databaseUrl` one of the
 * operator's own. Starts it, or adopts one that runs; creates roles, database and extensions where they are missing.
 *
 * `const cluster = await openCluster({ dataDir: resolveDataFolder(), databaseUrl: process.env["DATABASE_URL"] })`
 *
 * @throws data-folder-not-writable, data-folder-newer, data-folder-other-major, database-unreachable,
 *   database-too-old, database-refused, disk-full, postgres-start-failed
 */
export async function openCluster(options: {
  readonly dataDir: string;
  readonly log?: ClusterLog | undefined;
  readonly databaseUrl?: string | undefined;
}): Promise<Cluster> {
  const log = options.log ?? silent;
  return options.databaseUrl
    ? openOutside(options.dataDir, options.databaseUrl, log)
    : openEmbedded(options.dataDir, log);
}

const silent: ClusterLog = { info: () => {}, warn: () => {} };
