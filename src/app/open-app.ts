import { fileURLToPath } from "node:url";
import { migrate } from "../store/migrate.ts";
import { openStore } from "../store/open-store.ts";
import type { Cluster, ClusterLog } from "../store/postgres/cluster.ts";
import { resolveDataFolder } from "../store/postgres/data-folder.ts";
import { openCluster } from "../store/postgres/open-cluster.ts";
import type { App } from "./app.ts";
import { closeLive } from "./live/hub.ts";
import { closePictures } from "./picture/kept/desk.ts";
import { readCoalitionSettings } from "./coalition-settings.ts";
import { keepFictionApart, markDemonstration } from "./demonstration/mark.ts";
import { readDoorSettings } from "./door/door-settings.ts";
import { readReference } from "./reference.ts";

export type AppOptions = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log?: ClusterLog;
  /** another database of the cluster than the usual one */
  readonly database?: string;
  /** marks a database that holds nothing yet as one for a fictional coalition */
  readonly demonstration?: boolean;
};
export type OpenedApp = { readonly app: App; readonly cluster: Cluster; readonly close: () => Promise<void> };

/** The data that comes with the project: the coalition's record, areas, rates. `ENTENTE_COALITION` names another folder of that shape. */
export function shippedFolder(env: AppOptions["env"]): string {
  return env["ENTENTE_COALITION"] ?? fileURLToPath(new URL("../../data", import.meta.url));
}

/**
 * Opens everything a verb stands on: the database (started or adopted, migrated), the store, the coalition's settings,
 * areas and rates. Loads no record: see load-shipped.ts.
 * @throws bad-input for a fictional coalition in a database that is not marked for one, and the other way round
 */
export async function openApp(options: AppOptions): Promise<OpenedApp> {
  const dataDir = resolveDataFolder(options.env);
  const cluster = await openCluster({ dataDir, databaseUrl: options.env["DATABASE_URL"], log: options.log });
  try {
    await migrate(cluster.connect("owner", options.database));
    const door = await readDoorSettings(options.env);
    const store = openStore((role) => cluster.connect(role, options.database), door);
    const folder = shippedFolder(options.env);
    const app: App = {
      store,
      coalition: await readCoalitionSettings(folder),
      ...(await readReference(folder)),
      dataDir,
      door,
      now: () => new Date(),
    };
    if (options.demonstration === true) await markDemonstration(store);
    await keepFictionApart(app);
    return {
      app,
      cluster,
      close: async () => {
        await closeLive(app);
        await closePictures(app);
        await store.close();
        await cluster.close();
      },
    };
  } catch (error) {
    await cluster.close();
    throw error;
  }
}
