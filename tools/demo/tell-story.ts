import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import type { App } from "../../src/app/app.ts";
import { makeCircle } from "../../src/app/circles/make-circle.ts";
import { shippedId } from "../../src/app/coalition-settings.ts";
import { makeAccount } from "../../src/app/door/make-account.ts";
import { openSession } from "../../src/app/door/open-session.ts";
import { runImport } from "../../src/app/imports/run-import.ts";
import { startImport } from "../../src/app/imports/start-import.ts";
import { enterNeeds } from "../../src/app/needs/enter-needs.ts";
import { circleOf, reportFiles } from "./files.ts";
import { logins } from "./story.ts";
import type { Demo } from "./write-folder.ts";

/**
 * Fills a marked database, whose record is loaded, by the same verbs as people use: accounts, the members' files through import, a circle,
 * needs. `folder` holds what writeDemo wrote.
 * @returns how many reports came in, and how many rows were set aside (the story has two)
 */
export async function tellStory(app: App, demo: Demo, folder: string, say: (line: string) => void): Promise<{ readonly reports: number; readonly setAside: number }> {
  const root = app.coalition.rootBody;
  const holder = (key: string) => shippedId(root, key === app.coalition.focusBody ? "body" : "member", key);
  const account = (login: string, name: string, role: string, key: string) =>
    app.store.door({ act: "make-demonstration" }, async (door) => {
      const made = await makeAccount(door, { login, password: randomBytes(24).toString("base64url"), name, role, holderId: holder(key), bodyId: app.coalition.focusBodyId, validTo: null });
      // The story may be told as of another day; a session lives by the clock.
      return (await openSession(door, made.accountId, made.roleId, new Date())).secret;
    });
  await account(logins.officer, "Mirane Osk", "secretariat", app.coalition.focusBody);
  await account(logins.analyst, "Joren Halvik", "analyst", "XT");
  await account(logins.compliance, "نيرين سفاق", "compliance-officer", "QV");
  const desks = new Map([["QT", await account(logins.focalPoint, "Aveline Torsac", "focal-point", "QT")]]);
  const deskOf = async (key: string) => {
    const secret = desks.get(key) ?? (await account(`desk-${key.toLowerCase()}`, `Desk of ${key}`, "focal-point", key));
    desks.set(key, secret);
    return secret;
  };

  const { talmeria } = circleOf;
  const circle = await makeCircle(app, await deskOf(talmeria.of), { name: talmeria.name, holders: talmeria.holders.map(holder) }, { languages: ["en"] });
  let [reports, setAside] = [0, 0];
  for (const file of reportFiles(demo.map, demo.calendar, demo.initiatives)) {
    const id = await startImport(app, await deskOf(file.from), { fileName: file.name, publication: file.circle === undefined, ...(file.circle === undefined ? {} : { circle: circle.id }), bytes: createReadStream(join(folder, "reports", file.name)) });
    await runImport(app, id, new AbortController().signal);
    const job = await app.store.system(null, ({ db }) => db.selectFrom("import").select(["state", "added", "set_aside"]).where("id", "=", id).executeTakeFirstOrThrow());
    if (job.state !== "done") throw new Error(`${file.name} was not read to its end`);
    reports += job.added;
    setAside += job.set_aside;
    say(`  ${file.name}: ${job.added} reports`);
  }
  for (const { from, needs } of demo.needs) await enterNeeds(app, await deskOf(from), needs, "TLP:CLEAR");
  return { reports, setAside };
}
