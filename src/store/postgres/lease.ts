import pg from "pg";
import { fault } from "../../base/errors.ts";
import { realpath } from "node:fs/promises";
import { errorCode } from "./system-error.ts";

// Keys of advisory locks in the database `postgres`, which nothing else of ours uses.
const leaseKey = 7_300_401;
const setupKey = 7_300_402;

// pg has them; its types do not say so.
type Client = pg.Client & { ref(): void; unref(): void };

/** A process's hold on the embedded server: a shared lock of a session, which PostgreSQL frees when the process dies. */
export interface Lease {
  readonly client: Client;
  readonly serverVersion: string;
  /** Resolves when the connection is gone, for whatever reason. */
  readonly lost: Promise<void>;
}

/**
 * Connects and takes a hold.
 *
 * @returns undefined when the server is not up yet, or is being stopped by whoever held it last: look again
 * @throws database-refused when another server answers at the socket
 */
export async function takeLease(config: pg.ClientConfig, cluster: string): Promise<Lease | undefined> {
  const client = new pg.Client({ ...config, application_name: "entente lease" }) as Client;
  const lost = new Promise<void>((resolve) => client.once("end", resolve));
  // A lost connection shows as `lost`; without a listener it would end the process.
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string; version: string; held: boolean }>(
      "select current_setting('data_directory') as folder, split_part(current_setting('server_version'), ' ', 1) as version, pg_try_advisory_lock_shared($1) as held",
      [leaseKey],
    );
    const found = rows[0];
    if (found?.held) {
      if ((await realpath(found.folder)) !== (await realpath(cluster)))
        throw fault("database-refused", { reason: "other-server", found: found.folder, expected: cluster });
      return { client, serverVersion: found.version, lost };
    }
  } catch (error) {
    if (!isPassing(error)) {
      await client.end();
      throw error;
    }
  }
  await client.end();
  return undefined;
}

/** Gives up the hold. @returns true when it was the last: then nobody can take another until the connection ends */
export async function giveUpLease({ client }: Lease): Promise<boolean> {
  client.ref();
  const { rows } = await client.query<{ last: boolean }>(
    "select pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) as last",
    [leaseKey],
  );
  return rows[0]?.last ?? false;
}

/** Runs `work` while no other process does. */
export async function oneAtATime<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query("select pg_advisory_lock($1)", [setupKey]);
  try {
    return await work();
  } finally {
    await client.query("select pg_advisory_unlock($1)", [setupKey]);
  }
}

/** The errors of a server that is starting or stopping, or of a connection that broke because of it. */
export function isPassing(error: unknown): boolean {
  const code = errorCode(error) ?? "";
  if (["ENOENT", "ECONNREFUSED", "ECONNRESET", "EPIPE", "57P01", "57P02", "57P03"].includes(code)) return true;
  return error instanceof Error && /Connection terminated|not queryable/.test(error.message);
}
