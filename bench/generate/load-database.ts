import { type OpenedApp, openApp } from "../../src/app/open-app.ts";
import { pictureState } from "../../src/store/queries/current-reports.ts";

/** The same database, opened beside the server that is measured. */
export type Besides = { readonly app: OpenedApp["app"]; readonly write: () => Promise<void>; readonly close: () => Promise<void> };

export async function openBesides(env: NodeJS.ProcessEnv): Promise<Besides> {
  const { app, close } = await openApp({ env });
  return {
    app,
    close,
    /** What an import of a small file leaves behind: twenty reports that were written again. */
    write: () =>
      app.store.system(null, async ({ client }) => {
        await client.query("update report set title = title where id in (select id from report where current order by md5(id::text || clock_timestamp()::text) limit 20)");
        await client.query("insert into picture_change default values");
      }),
  };
}

/** As many at once as the server's pool: each transaction resolves who asks, which classes they may read, and what was written. */
export async function databaseAlone({ app }: Besides, rights: readonly (string | null)[]) {
  const times: number[] = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: 8 }, async (_, n) => {
      for (let k = 0; k < 250; k++) {
        const from = performance.now();
        await app.store.read(rights[(n + k) % rights.length] ?? null, pictureState);
        times.push(performance.now() - from);
      }
    }),
  );
  const took = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] as number;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), asked: times.length, "asked/s": times.length / took };
}
