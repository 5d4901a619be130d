import { writeSync } from "node:fs";
import pg from "pg";
import { openCluster } from "../../src/store/postgres/open-cluster.ts";

// Writes numbers from its second argument on, each in a transaction of its own, and says each one when PostgreSQL has
// acknowledged it. Goes on until it is killed.
const cluster = await openCluster({ dataDir: process.argv[2] ?? "" });
const client = new pg.Client(cluster.connect("owner"));
await client.connect();
await client.query("create table if not exists number_kept (n bigint primary key)");
for (let n = Number(process.argv[3]); ; n++) {
  await client.query("insert into number_kept values ($1)", [n]);
  writeSync(1, `${n}\n`);
}
