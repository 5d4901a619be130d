import pg from "pg";
import { expect, test } from "vitest";
import { freshDatabase } from "./database.ts";

test("each fresh database has the newest schema, is its own, and shows the application no more than the policies do", async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
  const owner = new pg.Client(one.connect("owner"));
  const app = new pg.Client(other.connect("app"));
  try {
    await owner.connect();
    await app.connect();
    await owner.query("create table only_here (id int)");
    const { rows } = await app.query<{ user: string; elsewhere: string | null; migrated: string | null }>(
      "select current_user::text as user, to_regclass('public.only_here')::text as elsewhere, to_regclass('public.migration')::text as migrated",
    );
    expect(rows).toEqual([{ user: "entente_app", elsewhere: null, migrated: "migration" }]);
  } finally {
    await Promise.all([owner.end(), app.end()]);
    await Promise.all([one.drop(), other.drop()]);
  }
});

test("dropping ends the sessions that a test forgot", async () => {
  const { connect, drop } = await freshDatabase();
  const forgotten = new pg.Client(connect("app"));
  const ended = new Promise((resolve) => forgotten.once("end", resolve));
  forgotten.on("error", () => {});
  await forgotten.connect();
  await drop();
  await ended;
  await expect(new pg.Client(connect("app")).connect()).rejects.toMatchObject({ code: "3D000" });
});
