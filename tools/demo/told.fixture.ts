import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { markDemonstration } from "../../src/app/demonstration/mark.ts";
import { loadEvents } from "../../src/app/load-events.ts";
import { openStore } from "../../src/store/open-store.ts";
import { freshDatabase } from "../../test/support/database.ts";
import { type SignedUp, type TestApp, testApp } from "../../test/support/test-app.ts";
import { formToken } from "../../src/api/who-asks.ts";
import { tellStory } from "./tell-story.ts";
import { type Demo, makeDemo, writeDemo } from "./write-folder.ts";

/** The demonstration as `npm run demo` makes it, on a database of its own. */
export type Told = TestApp & { readonly demo: Demo; readonly came: { readonly reports: number; readonly setAside: number }; /** enters as the page does */ readonly enter: (login: string) => Promise<SignedUp> };

export async function told(today: string, initiatives: number): Promise<Told> {
  const demo = makeDemo({ today, initiatives });
  const folder = await mkdtemp(join(tmpdir(), "entente-demo-"));
  await writeDemo(demo, folder);
  const database = await freshDatabase();
  const store = openStore((role) => database.connect(role));
  await markDemonstration(store);
  await store.close();
  const t = await testApp({ database, coalition: folder, now: () => new Date(`${today}T12:00:00Z`) });
  await loadEvents(t.app);
  const came = await tellStory(t.app, demo, folder, () => undefined);
  return {
    ...t, demo, came,
    enter: async (login) => {
      const answer = await t.post("/api/demonstration/session", { login });
      const secret = /entente=([^;]+)/.exec(answer.headers.get("set-cookie") ?? "")?.[1];
      if (secret === undefined) throw new Error(`${login} did not get in: ${answer.status}`);
      return { secret, accountId: "", headers: { cookie: `entente=${secret}`, "x-entente-form": formToken(secret) } };
    },
    close: async () => {
      await t.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
