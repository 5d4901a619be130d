import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { freePort, type PasswordServer, startPasswordServer } from "../../../test/support/password-server.ts";
import type { Cluster } from "./cluster.ts";
import { openCluster } from "./open-cluster.ts";
import { requireVersion } from "./open-outside.ts";
import type { LoginRole } from "./roles.ts";

const password = "p@ss/w:rd %25é";
let server: PasswordServer;
let dataDir: string;

const address = (user: string, word: string, database: string, port = server.port): string =>
  `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(word)}@127.0.0.1:${port}/${database}`;

beforeAll(async () => {
  server = await startPasswordServer(password);
});
afterAll(() => server.stop());
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "entente-outside-data-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

async function ask(config: pg.ClientConfig, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function whoAmI(cluster: Cluster, role: LoginRole): Promise<unknown> {
  return (await ask(cluster.connect(role), "select current_user::text || '@' || current_database() as me"))[0]?.["me"];
}

test("an outside server gets our roles, database and extensions, without powers beyond them", async () => {
  const cluster = await openCluster({ dataDir, databaseUrl: address("somebody", password, "postgres") });
  expect(cluster.kind).toBe("outside");
  expect(await whoAmI(cluster, "owner")).toBe("entente_owner@entente");
  expect(await whoAmI(cluster, "app")).toBe("entente_app@entente");
  expect(await whoAmI(cluster, "door")).toBe("entente_door@entente");
  expect(await whoAmI(cluster, "jobs")).toBe("entente_unfiltered_jobs@entente");
  expect(
    await ask(
      cluster.connect("app"),
      "select rolname, rolsuper or rolbypassrls or rolcreaterole as mighty from pg_roles where rolname like 'entente%' order by 1",
    ),
  ).toEqual([
    { rolname: "entente_app", mighty: false },
    { rolname: "entente_door", mighty: false },
    { rolname: "entente_owner", mighty: false },
    { rolname: "entente_unfiltered_jobs", mighty: false },
  ]);
  expect(
    await ask(
      cluster.connect("app"),
      "select round(similarity('محمد', 'محمود')::numeric, 3)::text as alike, getdatabaseencoding() as encoding",
    ),
  ).toEqual([{ alike: "0.375", encoding: "UTF8" }]);
  await cluster.close();
});

test("a second machine without the first one's files signs in, and the first one still does", async () => {
  const databaseUrl = address("somebody", password, "");
  const first = await openCluster({ dataDir, databaseUrl });
  const second = await openCluster({ dataDir: join(dataDir, "second"), databaseUrl });
  expect(await whoAmI(second, "app")).toBe("entente_app@entente");
  expect(await whoAmI(first, "app")).toBe("entente_app@entente");
});

test("a role that may make roles and databases is enough; the database it names is made and belongs to our owner", async () => {
  await ask(server.superuser, "create role helper login createrole createdb password 'help'");
  await openCluster({ dataDir, databaseUrl: address("somebody", password, "") });
  // It did not make the roles that stand, so it may not grant them: a clear answer.
  await expect(openCluster({ dataDir, databaseUrl: address("helper", "help", "ours") })).rejects.toMatchObject({
    code: "database-refused",
    params: { reason: "not-enough-rights", user: "helper" },
  });

  await ask(server.superuser, "drop database entente");
  for (const role of ["entente_owner", "entente_app", "entente_door", "entente_unfiltered_jobs"])
    await ask(server.superuser, `drop owned by ${role}; drop role ${role}`);
  const cluster = await openCluster({ dataDir, databaseUrl: address("helper", "help", "ours") });
  expect(await whoAmI(cluster, "owner")).toBe("entente_owner@ours");
  expect(
    await ask(cluster.administer(), "select pg_get_userbyid(datdba) as owner from pg_database where datname = 'ours'"),
  ).toEqual([{ owner: "entente_owner" }]);

  // A lost or changed password is set anew by who may.
  await ask(server.superuser, "alter role entente_app password 'changed by somebody'");
  const again = await openCluster({ dataDir, databaseUrl: address("helper", "help", "ours") });
  expect(await whoAmI(again, "app")).toBe("entente_app@ours");
});

test("entente_owner itself is enough when an administrator has made the others and their passwords stand in roles.json", async () => {
  await openCluster({ dataDir, databaseUrl: address("somebody", password, "") });
  await ask(server.superuser, "alter role entente_owner password 'o'; alter role entente_app password 'a'");
  await ask(server.superuser, "alter role entente_door password 'd'; alter role entente_unfiltered_jobs password 'j'");
  const databaseUrl = address("entente_owner", "o", "");
  await expect(openCluster({ dataDir, databaseUrl })).rejects.toMatchObject({
    code: "database-refused",
    params: { reason: "sign-in" },
  });
  await writeFile(
    join(dataDir, "roles.json"),
    JSON.stringify({ entente_app: "a", entente_door: "d", entente_unfiltered_jobs: "j" }),
  );
  const cluster = await openCluster({ dataDir, databaseUrl });
  expect(await whoAmI(cluster, "owner")).toBe("entente_owner@entente");
  expect(await whoAmI(cluster, "app")).toBe("entente_app@entente");
});

test("a role without rights is told which ones are needed", async () => {
  await ask(server.superuser, "create role plain login password 'plain'");
  await expect(openCluster({ dataDir, databaseUrl: address("plain", "plain", "postgres") })).rejects.toMatchObject({
    code: "database-refused",
    params: { reason: "not-enough-rights", needed: "CREATEROLE and CREATEDB, or to be entente_owner", user: "plain" },
  });
});

test("an empty database of somebody else becomes ours; one with tables is refused and left alone", async () => {
  const utf8 = "owner plain_owner template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'";
  await ask(server.superuser, "create role plain_owner");
  await ask(server.superuser, `create database prepared ${utf8}`);
  await ask(server.superuser, `create database occupied ${utf8}`);
  await ask({ ...server.superuser, database: "occupied" }, "create table theirs (id int)");
  const prepared = await openCluster({ dataDir, databaseUrl: address("somebody", password, "prepared") });
  expect(await whoAmI(prepared, "owner")).toBe("entente_owner@prepared");
  await expect(openCluster({ dataDir, databaseUrl: address("somebody", password, "occupied") })).rejects.toMatchObject({
    code: "database-refused",
    params: { reason: "database-of-others", database: "occupied", found: "plain_owner" },
  });
});

test("an application role that could read past the policies is refused", async () => {
  await openCluster({ dataDir, databaseUrl: address("somebody", password, "") });
  await ask(server.superuser, "alter role entente_app bypassrls");
  await expect(openCluster({ dataDir, databaseUrl: address("somebody", password, "") })).rejects.toMatchObject({
    code: "database-refused",
    params: { reason: "role-too-powerful", role: "entente_app", found: ["BYPASSRLS"] },
  });
  await ask(server.superuser, "alter role entente_app nobypassrls");
});

test("a database in another encoding is refused", async () => {
  await ask(
    server.superuser,
    "create database bytes template template0 encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C'",
  );
  await expect(openCluster({ dataDir, databaseUrl: address("somebody", password, "bytes") })).rejects.toMatchObject({
    code: "database-refused",
    params: { reason: "encoding", found: "SQL_ASCII" },
  });
});

test("what cannot be reached or does not let us in says so, and never the password", async () => {
  const port = await freePort();
  const wrong = [
    [address("somebody", "wr0ng-secret", "entente"), "database-refused", { reason: "sign-in" }],
    [address("nobody-here", "wr0ng-secret", "entente"), "database-refused", { reason: "sign-in" }],
    [
      address("somebody", "wr0ng-secret", "entente", port),
      "database-unreachable",
      { reason: "ECONNREFUSED", where: `127.0.0.1:${port}` },
    ],
    [
      "postgresql://u:wr0ng-secret@no-such-host.invalid/entente",
      "database-unreachable",
      { where: "no-such-host.invalid:5432" },
    ],
    [
      "postgresql:///entente?host=/nowhere/at/all&user=u&password=wr0ng-secret",
      "database-unreachable",
      { reason: "ENOENT" },
    ],
    [
      `${address("somebody", "wr0ng-secret", "entente")}?sslmode=verify-full`,
      "database-unreachable",
      { reason: "TLS" },
    ],
    ["mysql://u:wr0ng-secret@localhost/entente", "database-refused", { reason: "address-not-understood" }],
    ["postgresql://u:wr0ng-secret%zz@localhost/entente", "database-refused", { reason: "address-not-understood" }],
    ["wr0ng-secret", "database-refused", { reason: "address-not-understood" }],
  ] as const;
  for (const [databaseUrl, code, params] of wrong) {
    const error: unknown = await openCluster({ dataDir, databaseUrl }).catch((e: unknown) => e);
    expect(error, databaseUrl).toMatchObject({ code, params });
    expect(describeWhole(error)).not.toContain("wr0ng");
  }
});

test("a server older than 16 is refused with what it is", () => {
  expect(() => requireVersion(150_018, "15.18")).toThrow(
    expect.objectContaining({
      code: "database-too-old",
      params: { found: "15.18", expected: "PostgreSQL 16 or newer" },
    }),
  );
  expect(() => requireVersion(160_000, "16.0")).not.toThrow();
});

test("without a password in the address, passwords are made by chance and kept for their owner alone", async () => {
  const { rolePasswords } = await import("./role-passwords.ts");
  const made = await rolePasswords(dataDir, undefined);
  expect(new Set(Object.values(made)).size).toBe(4);
  expect(await rolePasswords(dataDir, undefined)).toEqual(made);
  expect((await stat(join(dataDir, "roles.json"))).mode & 0o777).toBe(0o600);
});

/** All that a log of the error would show. */
function describeWhole(error: unknown): string {
  return error instanceof Error
    ? `${error.stack} ${JSON.stringify(error)} ${describeWhole(error.cause)}`
    : String(error);
}
