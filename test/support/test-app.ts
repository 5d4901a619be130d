import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildApi } from "../../src/api/build-api.ts";
import type { ApiSettings } from "../../src/api/context.ts";
import { formToken } from "../../src/api/who-asks.ts";
import type { App } from "../../src/app/app.ts";
import { readCoalitionSettings, shippedId } from "../../src/app/coalition-settings.ts";
import { type DoorSettings, usualDoor } from "../../src/app/door/door-settings.ts";
import { makeAccount } from "../../src/app/door/make-account.ts";
import { openSession } from "../../src/app/door/open-session.ts";
import { loadRecord } from "../../src/app/load-record.ts";
import { readReference } from "../../src/app/reference.ts";
import { openStore } from "../../src/store/open-store.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The two coalitions that tests use: an invented small one, and the shipped one. */
export const coalitions = { small: join(root, "test/fixtures/coalition-b"), shipped: join(root, "data") };

/** A person who is signed in: the secret of a session and the headers of a page's request. */
export type SignedUp = {
  readonly secret: string;
  readonly accountId: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** The same person after an answer that gave the session a new secret. */
export function goneOn(before: SignedUp, answer: Response): SignedUp {
  const secret = /(?:^|[ ,])entente=([^;]+)/.exec(answer.headers.get("set-cookie") ?? "")?.[1];
  if (secret === undefined) throw new Error("the answer gave no new secret");
  return { ...before, secret, headers: { cookie: `entente=${secret}`, "x-entente-form": formToken(secret) } };
}

export type Answer<T> = { readonly status: number; readonly body: T; readonly headers: Headers };

export type TestApp = {
  readonly app: App;
  readonly api: ReturnType<typeof buildApi>;
  /** An account with this role for this holder (the key of a member or body of the coalition's files, or an id). */
  readonly signedUp: (role: string, holder: string) => Promise<SignedUp>;
  /** The id of a shipped row, from its kind and key. */
  readonly id: (kind: string, key: string) => string;
  readonly get: <T = never>(path: string, as?: SignedUp, language?: string) => Promise<Answer<T>>;
  readonly post: <T = never>(path: string, body: unknown, as?: SignedUp, language?: string) => Promise<Answer<T>>;
  readonly database: FreshDatabase;
  /** Ends it and leaves the database, to be copied or opened again. */
  readonly leave: () => Promise<FreshDatabase>;
  readonly close: () => Promise<void>;
};

export type TestAppOptions = {
  /** one that a test app left; a new one when absent */
  readonly database?: FreshDatabase;
  /** a folder with coalition.json; the small invented one when absent */
  readonly coalition?: string;
  readonly now?: () => Date;
  /** which ways in there are; passwords alone when absent */
  readonly door?: Partial<DoorSettings>;
  readonly settings?: Partial<ApiSettings>;
};

/** The whole application on a database of its own with the coalition's record loaded, and its API called in-process. */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = options.database ?? (await freshDatabase());
  const door: DoorSettings = { ...usualDoor, passwords: "alone", ...options.door };
  const store = openStore((role) => database.connect(role), door);
  const dataDir = await mkdtemp(join(tmpdir(), "entente-app-"));
  const coalition = await readCoalitionSettings(options.coalition ?? coalitions.small);
  const app: App = {
    store,
    coalition,
    ...(await readReference(coalition.folder)),
    dataDir,
    door,
    now: options.now ?? (() => new Date()),
  };
  await loadRecord(store, coalition);
  const api = buildApi({
    app,
    settings: {
      secure: false,
      setupFromAnywhere: true, proxies: new Set<string>(),
      faultOfOurs: (error) => console.error(error),
      importStarted: () => {},
      ...options.settings,
    },
  });
  const id = (kind: string, key: string) => shippedId(coalition.rootBody, kind, key);

  const ask = async <T>(
    method: string,
    path: string,
    as: SignedUp | undefined,
    language: string,
    body?: unknown,
  ): Promise<Answer<T>> => {
    const headers: Record<string, string> = {
      "accept-language": language,
      ...(as?.headers ?? { "x-entente-form": formToken(null) }),
    };
    if (body !== undefined) headers["content-type"] = "application/json";
    const response = await api.request(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text === "" ? null : JSON.parse(text)) as T };
  };

  return {
    app,
    api,
    id,
    signedUp: async (role, holder) => {
      const holderId = /^[0-9a-f-]{36}$/.test(holder) ? holder : await holderOf(app, holder, id);
      const login = `${role}-${randomBytes(4).toString("hex")}`;
      return store.door({ act: "test" }, async (door) => {
        const made = await makeAccount(door, {
          login,
          password: "a long test password",
          name: `Test ${role}`,
          role,
          holderId,
          bodyId: coalition.focusBodyId,
          validTo: null,
        });
        const { secret } = await openSession(door, made.accountId, made.roleId, new Date());
        return {
          secret,
          accountId: made.accountId,
          headers: { cookie: `entente=${secret}`, "x-entente-form": formToken(secret) },
        };
      });
    },
    get: (path, as, language = "en") => ask("GET", path, as, language),
    post: (path, body, as, language = "en") => ask("POST", path, as, language, body),
    database,
    leave: async () => {
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
      return database;
    },
    close: async () => {
      await store.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function holderOf(app: App, key: string, id: (kind: string, key: string) => string): Promise<string> {
  const wanted = [id("member", key), id("body", key)];
  const found = await app.store.system(null, (system) =>
    system.db.selectFrom("record").select("id").where("id", "in", wanted).executeTakeFirst(),
  );
  if (!found) throw new Error(`the coalition has no member or body with key ${key}`);
  return found.id;
}
