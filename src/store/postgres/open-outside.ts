import type { Cluster, ClusterLog } from "./cluster.ts";
export async function openOutside(_dataDir: string, _url: string, _log: ClusterLog): Promise<Cluster> { throw new Error("not yet"); }
