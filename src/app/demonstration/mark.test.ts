import { afterEach, expect, test } from "vitest";
import { type TestApp, testApp } from "../../../test/support/test-app.ts";
import { freshDatabase } from "../../../test/support/database.ts";
import { openStore } from "../../store/open-store.ts";
import { isDemonstration } from "../../store/queries/demonstration.ts";
import { keepFictionApart, markDemonstration } from "./mark.ts";
import { enterAs } from "./enter-as.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function real(): Promise<TestApp> {
  const t = await testApp();
  closing.push(t.close);
  return t;
}

const person = { login: "lena", language: "en", name: { en: "Lena" }, role: { en: "observer" }, actsFor: { en: "Orvelle" }, comesFor: { en: "a look" } };

test("a database that holds a record cannot be marked as a demonstration", async () => {
  const { app } = await real();
  await expect(markDemonstration(app.store)).rejects.toMatchObject({ code: "restore-not-empty" });
});

test("an empty database is marked once, and marking it again is no error", async () => {
  const database = await freshDatabase();
  const store = openStore((role) => database.connect(role));
  closing.push(async () => { await store.close(); await database.drop(); });
  await markDemonstration(store);
  await markDemonstration(store);
  expect(await store.system(null, ({ db }) => isDemonstration(db))).toBe(true);
});

test("a fictional coalition is refused by a database that is not marked, and a real one by a database that is", async () => {
  const { app } = await real();
  const fictional = { ...app, coalition: { ...app.coalition, fictional: { edition: "1", people: [] } } };
  await expect(keepFictionApart(app)).resolves.toBeUndefined();
  await expect(keepFictionApart(fictional)).rejects.toMatchObject({ code: "bad-input", params: { path: "ENTENTE_COALITION" } });
  const database = await freshDatabase();
  const store = openStore((role) => database.connect(role));
  closing.push(async () => { await store.close(); await database.drop(); });
  await markDemonstration(store);
  await expect(keepFictionApart({ ...fictional, store })).resolves.toBeUndefined();
  await expect(keepFictionApart({ ...app, store })).rejects.toMatchObject({ code: "bad-input" });
});

test("the open door of a demonstration is no door of another database, whatever its folder says", async () => {
  const t = await real();
  await t.signedUp("observer", "orvelle");
  const { login } = await t.app.store.door(null, ({ db }) => db.selectFrom("account").select("login").executeTakeFirstOrThrow());
  const claiming = { ...t.app, coalition: { ...t.app.coalition, fictional: { edition: "1", people: [{ ...person, login }] } } };
  await expect(enterAs(claiming, login)).rejects.toMatchObject({ code: "not-found" });
  await expect(enterAs(t.app, login)).rejects.toMatchObject({ code: "not-found" });
  expect((await t.get("/api/demonstration")).status).toBe(404);
  expect((await t.post("/api/demonstration/session", { login })).status).toBe(404);
});
