import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { makeAccount } from "../../src/app/door/make-account.ts";
import { openSession } from "../../src/app/door/open-session.ts";
import { newSetupSecret } from "../../src/app/door/setup-link.ts";
import { setUp } from "../../src/app/door/set-up.ts";
import { runImport } from "../../src/app/imports/run-import.ts";
import { startImport } from "../../src/app/imports/start-import.ts";
import { loadShipped } from "../../src/app/load-shipped.ts";
import { openApp } from "../../src/app/open-app.ts";
import { generateIati, type Place } from "./iati.ts";

// A process of its own: load-folder.ts INITIATIVES MEMBERS. Fills the folder ENTENTE_DATA when there is nothing in it yet: the shipped record, as many published
// initiatives in all areas of the boundary set (four times as many in six countries), and of each member a two-hundredth of that number for its own side alone. Prints the secret of a session of the secretariat and
// of one for each member.

const [count = 100_000, members = 8] = process.argv.slice(2).map(Number);
const own = Math.ceil(count / 200);
const password = "a password for the bench";
const mark = join(process.env["ENTENTE_DATA"] ?? "", "filled-for-bench");
const opened = await openApp({ env: process.env });
const { app } = opened;

const crowded = ["NE", "ML", "BF", "NG", "TD", "SO"];
const areas = [...app.areas.byCode.values()].filter((a) => a.level === 1);
const places = areas.flatMap((a): Place[] => Array.from({ length: crowded.includes(a.country) ? 4 : 1 }, () => [a.country, a.code, a.names["en"] ?? a.code]));

async function bringIn(secret: string, fileName: string, publication: boolean, wanted: { readonly count: number; readonly seed: number; readonly from: number }): Promise<void> {
  const id = await startImport(app, secret, { fileName, publication, bytes: Readable.from(generateIati(wanted.count, wanted.seed, { from: wanted.from, places })) });
  await runImport(app, id, new AbortController().signal);
}

if (!existsSync(mark)) {
  await loadShipped(app, () => {});
  const officer = await setUp(app, { token: (await newSetupSecret(app))?.secret ?? "", login: "officer", password, name: "Officer" });
  await bringIn(officer.secret, "published.xml", true, { count, seed: 1, from: 0 });
  const holders = await app.store.system(null, ({ db }) => db.selectFrom("member").select("id").orderBy("id").limit(members).execute());
  for (const [n, { id }] of holders.entries()) {
    const made = await app.store.door({ act: "bench" }, (door) => makeAccount(door, { login: `member-${n}`, password, name: `Focal point ${n}`, role: "focal-point", holderId: id, bodyId: app.coalition.focusBodyId, validTo: null }));
    const { secret } = await app.store.door(null, (door) => openSession(door, made.accountId, made.roleId, app.now()));
    // half of them are further reports of published initiatives
    await bringIn(secret, `own-${n}.xml`, false, { count: own, seed: 100 + n, from: count - Math.floor(own / 2) });
  }
  await app.store.system(null, async ({ client }) => void (await client.query("analyze")));
  writeFileSync(mark, String(count));
}
const roles = await app.store.system(null, ({ db }) => db.selectFrom("acting_role").select(["id", "account_id"]).orderBy("valid_from").orderBy("id").execute());
const secrets = [];
for (const { id, account_id } of roles) secrets.push((await app.store.door(null, (door) => openSession(door, account_id, id, app.now()))).secret);
await opened.close();
process.stdout.write(`\n${JSON.stringify({ secrets })}\n`);
process.exit(0);
