import pg from "pg";
import type { Cluster } from "./postgres/cluster.ts";

/** Work as the owner of the schema, on one connection of its own: migrations and filling an empty place. It reads no marked row. */
export async function asOwner<T>(connect: Cluster["connect"], work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client(connect("owner"));
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
