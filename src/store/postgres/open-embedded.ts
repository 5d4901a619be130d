import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { fault } from "../../base/errors.ts";
import type { Cluster, ClusterLog } from "./cluster.ts";
import { closeToOthers, openDataFolder } from "./data-folder.ts";
import { ensureDatabase, ensureExtensions, mainDatabase } from "./ensure-database.ts";
import { initialise } from "./initialise.ts";
import { giveUpLease, isPassing, oneAtATime, takeLease, type Lease } from "./lease.ts";
import { livingPostmaster } from "./postmaster.ts";
import { embeddedMajor, installProgram, removeLeftovers } from "./program.ts";
import { ensureRoles, roleNames } from "./roles.ts";
import { clusterFolder, ownerOfFolder } from "./server-account.ts";
import { superuser } from "./settings.ts";
import { socketFolder, socketPort } from "./socket-folder.ts";
import { inTurn } from "./start-turn.ts";
import { startServer, stopServer, type Place } from "./start-server.ts";
import { errorCode, unlessAbsent } from "./system-error.ts";

const restartsTried = 20;
// Copying the programs and making a cluster takes seconds, and a minute where everything is slow.
const turnMilliseconds = 120_000;

/** The PostgreSQL that comes with Entente, in the data folder. See openCluster. */
export async function openEmbedded(dataDir: string, log: ClusterLog): Promise<Cluster> {
  const place = await prepare(dataDir);
  let held = await hold(place, log);
  let isClosing = false;
  let closing: Promise<void> | undefined;
  let watching: Promise<void> = Promise.resolve();

  // A server that dies under us (out of memory, a full disk) is started again; the pools find it at the same socket.
  const restart = async (): Promise<void> => {
    for (let failures = 0; !isClosing && failures < restartsTried;) {
      log.warn({ folder: place.dataFolder }, "the database server went away; starting it again");
      try {
        held = await hold(place, log);
        return watch();
      } catch (error) {
        failures += 1;
        log.warn({ err: error, failures }, "the database server does not start");
        await pause(Math.min(250 * 2 ** failures, 30_000), undefined, { ref: false });
      }
    }
  };
  const watch = (): void => {
    void held.lease.lost.then(() => {
      if (!isClosing) watching = restart();
    });
  };
  watch();

  const close = async (): Promise<void> => {
    isClosing = true;
    await watching;
    await release(place, held.lease, log);
  };

  const config = (user: string, database: string): pg.PoolConfig => ({
    host: held.socketFolder,
    port: socketPort,
    user,
    database,
    ssl: false,
  });
  return {
    kind: "embedded",
    database: mainDatabase,
    serverVersion: held.lease.serverVersion,
    adopted: held.adopted,
    connect: (role, database = mainDatabase) => config(roleNames[role], database),
    administer: (database = mainDatabase) => config(superuser, database),
    close: () => (closing ??= close()),
  };
}

interface Held {
  readonly lease: Lease;
  readonly adopted: boolean;
  readonly socketFolder: string;
}

async function prepare(dataDir: string): Promise<Place> {
  const { path, account } = await openDataFolder(dataDir, embeddedMajor);
  const cluster = clusterFolder(path);
  const folder = join(path, "postgresql");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Again by each who comes: whoever made it just now may not have come so far.
  if ((await ownerOfFolder(folder)) === process.getuid?.()) await closeToOthers(folder, account);
  const program = await inTurn(path, turnMilliseconds, async () => {
    const installed = await installProgram(path);
    const major = await unlessAbsent(readFile(join(cluster, "PG_VERSION"), "utf8"));
    if (major === undefined) await initialise(path, installed, account);
    else if (Number.parseInt(major, 10) !== embeddedMajor)
      throw fault("data-folder-other-major", { folder: path, found: major.trim(), expected: String(embeddedMajor) });
    return installed;
  });
  return {
    dataFolder: path,
    cluster,
    account,
    program,
    socketFolder: await socketFolder(path),
    log: join(folder, "server.log"),
  };
}

/** Starts or adopts the server, takes a hold on it and creates what is missing; again if it is stopped meanwhile. */
async function hold(place: Place, log: ClusterLog): Promise<Held> {
  for (const until = Date.now() + 120_000; Date.now() < until; await pause(10)) {
    const { pid, adopted } = await startServer(place);
    const folder = (await livingPostmaster(place.cluster))?.socketFolder || place.socketFolder;
    const config = { host: folder, port: socketPort, user: superuser, database: "postgres", ssl: false };
    const lease = await takeLease(config, place.cluster);
    if (!lease) continue;
    try {
      await oneAtATime(lease.client, () => setUp(lease.client, config));
    } catch (error) {
      await lease.client.end();
      if (isPassing(error)) continue;
      if (errorCode(error) === "53100") throw fault("disk-full", { folder: place.dataFolder }, error);
      throw error;
    }
    if (!adopted) await removeLeftovers(place.program);
    // The hold alone keeps no process alive.
    lease.client.unref();
    log.info(
      { pid, adopted, version: lease.serverVersion, folder: place.dataFolder },
      adopted ? "joined the running database server" : "started the database server",
    );
    return { lease, adopted, socketFolder: folder };
  }
  throw fault("postgres-start-failed", {
    folder: place.dataFolder,
    reason: "the server starts and takes no connections",
  });
}

async function setUp(client: pg.Client, config: pg.ClientConfig): Promise<void> {
  await ensureRoles(client);
  await ensureDatabase(client, mainDatabase, roleNames.owner);
  const inside = new pg.Client({ ...config, database: mainDatabase });
  await inside.connect();
  try {
    await ensureExtensions(inside);
  } finally {
    await inside.end();
  }
}

async function release(place: Place, lease: Lease, log: ClusterLog): Promise<void> {
  try {
    if (await giveUpLease(lease)) {
      if (await stopServer(place.cluster)) log.info({ folder: place.dataFolder }, "stopped the database server");
      else log.warn({ folder: place.dataFolder }, "the database server is still stopping");
    }
  } catch (error) {
    // It was gone before us: there is nothing left to give up.
    if (!isPassing(error)) throw error;
  } finally {
    await lease.client.end();
  }
}
