import { createInterface } from "node:readline";
import { openCluster } from "../../src/store/postgres/open-cluster.ts";
import { livingPostmaster } from "../../src/store/postgres/postmaster.ts";
import { clusterFolder } from "../../src/store/postgres/server-account.ts";

// A process of its own that opens the cluster in the folder of its first argument, says so in one line of JSON, and
// closes it when told "close".
const dataDir = process.argv[2] ?? "";
try {
  const cluster = await openCluster({ dataDir });
  process.stdout.write(
    `${JSON.stringify({ adopted: cluster.adopted, postmaster: (await livingPostmaster(clusterFolder(dataDir)))?.pid, uid: process.getuid?.() })}\n`,
  );
  for await (const line of createInterface({ input: process.stdin })) if (line === "close") break;
  await cluster.close();
} catch (error) {
  process.stdout.write(`${JSON.stringify(error)}\n`);
  process.exitCode = 1;
}
