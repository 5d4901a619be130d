import { dropLeftovers, testCluster } from "./database.ts";

/** Holds the shared PostgreSQL from before the first test until after the last; the last run to end stops it. */
export default async function setup(): Promise<() => Promise<void>> {
  const cluster = await testCluster();
  await dropLeftovers(cluster);
  return () => cluster.close();
}
