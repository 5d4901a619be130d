import type { Kysely } from "kysely";
import pg from "pg";
import { appendLeaf, type Change } from "./audit-leaf.ts";
import { databaseFault } from "./database-fault.ts";
import { holding } from "./holding.ts";
import { inTransaction } from "./in-transaction.ts";
import { storeTypes } from "./pg-types.ts";
import type { Schema } from "./schema.ts";
import { takeKey } from "./sent-once.ts";
import { currentViewer, type Secret, secretLiteral, type Viewer, viewerOf } from "./viewer.ts";
import { fault } from "../base/errors.ts";

export type LoginRole = "app" | "door" | "jobs";

/** Reads what one viewer may see, from one snapshot. */
export type Reader = { readonly kind: "reader"; readonly db: Kysely<Schema>; readonly client: pg.PoolClient; readonly viewer: Viewer };

/** What a write is for: the verb, and the reason where a person gave one. */
export type Act = { readonly act: string; readonly reason?: string };

/** Writes as one viewer. Every write notes what it changed; a transaction that noted nothing is refused. */
export type Writer = Omit<Reader, "kind"> & { readonly kind: "writer"; readonly note: (change: Change) => void };

/** Work that has no viewer: the shipped record, checkpoints, backups. Sees everything; shows nothing to anyone. */
export type SystemWriter = Omit<Writer, "kind" | "viewer"> & { readonly kind: "system" };

/** Accounts, sessions and links, and nothing else. */
export type DoorWriter = Omit<SystemWriter, "kind"> & { readonly kind: "door" };

export type Store = {
  /** Who this secret is, and nothing else: asked also where the public sees nothing. */
  who(secret: Secret): Promise<Viewer>;
  read<T>(secret: Secret, work: (reader: Reader) => Promise<T>): Promise<T>;
  write<T>(secret: Secret, act: Act, work: (writer: Writer) => Promise<T>): Promise<T>;
  /** As whom each of these stands now, in their order: the same word as long as it is the same; null: the session is over. */
  standing(secrets: readonly string[]): Promise<readonly (string | null)[]>;
  /** Changes nothing that an auditor would ask about (progress of a job, last use of a session): no leaf. */
  touch<T>(secret: Secret, work: (reader: Reader) => Promise<T>): Promise<T>;
  door<T>(act: Act | null, work: (door: DoorWriter) => Promise<T>): Promise<T>;
  system<T>(act: Act | null, work: (system: SystemWriter) => Promise<T>): Promise<T>;
  /**
   * Runs `work` while no other process does anything under this name; does nothing and gives null when one does. The hold ends with
   * the connection, so one that died leaves none.
   */
  alone<T>(name: string, work: () => Promise<T>): Promise<T | null>;
  close(): Promise<void>;
};

/**
 * @param connect the settings to connect as each login role (see postgres/open-cluster.ts)
 * @param publicView closed: the anonymous visitor reads nothing, by whichever door (sign-in-needed)
 */
export function openStore(connect: (role: LoginRole) => pg.PoolConfig, { publicView = "open" }: { readonly publicView?: "open" | "closed" } = {}): Store {
  const pool = (role: LoginRole, max: number) => {
    const made = new pg.Pool({ max, types: storeTypes, ...connect(role) });
    // An idle connection that breaks (the server was stopped) is replaced at the next use; the use itself tells.
    made.on("error", () => {});
    // One that breaks while it is lent out and asked nothing (a job's hold on its name) would else end the whole process.
    made.on("connect", (client) => client.on("error", () => {}));
    return made;
  };
  const pools = { app: pool("app", 8), door: pool("door", 2), jobs: pool("jobs", 4) };
  const asViewer = (secret: Secret, mode: string) => `begin ${mode}; set local entente.session = '${secretLiteral(secret)}'`;

  const admitted = (viewer: Viewer): Viewer => {
    if (publicView === "closed" && viewer.kind === "anonymous") throw fault("sign-in-needed");
    return viewer;
  };

  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw databaseFault(error);
    }
  };

  return {
    who: (secret) => guarded(() => inTransaction(pools.app, asViewer(secret, "read only"), async (_, client) => currentViewer(client))),

    standing: (secrets) =>
      guarded(() =>
        inTransaction(pools.app, "begin", async (_, client) => {
          const { rows } = await client.query<{ standing: string | null }>("select standing from sessions_standing($1::text[]) as standing", [secrets.map(secretLiteral)]);
          return rows.map((r) => r.standing);
        }),
      ),

    read: (secret, work) =>
      guarded(() =>
        inTransaction(pools.app, `${asViewer(secret, "isolation level repeatable read read only")}; select * from hold_classes()`, async (db, client, begun) =>
          work({ kind: "reader", db, client, viewer: admitted(viewerOf(begun)) }),
        ),
      ),

    write: (secret, act, work) =>
      guarded(() =>
        inTransaction(pools.app, asViewer(secret, ""), async (db, client) => {
          const viewer = await currentViewer(client);
          if (viewer.kind === "anonymous") throw fault("sign-in-needed");
          await takeKey({ db, viewer });
          const changes: Change[] = [];
          const result = await work({ kind: "writer", db, client, viewer, note: (change) => changes.push(change) });
          await appendLeaf(db, { ...act, accountId: viewer.accountId, role: viewer.role, holderId: viewer.holderId }, changes);
          return result;
        }),
      ),

    touch: (secret, work) =>
      guarded(() => inTransaction(pools.app, asViewer(secret, ""), async (db, client) => work({ kind: "reader", db, client, viewer: admitted(await currentViewer(client)) }))),

    door: (act, work) =>
      guarded(() =>
        inTransaction(pools.door, "begin", async (db, client) => {
          const changes: Change[] = [];
          const result = await work({ kind: "door", db, client, note: (change) => changes.push(change) });
          if (act) await appendLeaf(db, { ...act, accountId: null, role: "door", holderId: null }, changes);
          return result;
        }),
      ),

    system: (act, work) =>
      guarded(() =>
        inTransaction(pools.jobs, "begin", async (db, client) => {
          const changes: Change[] = [];
          const result = await work({ kind: "system", db, client, note: (change) => changes.push(change) });
          if (act) await appendLeaf(db, { ...act, accountId: null, role: "system", holderId: null }, changes);
          return result;
        }),
      ),

    alone: (name, work) => guarded(() => holding(pools.jobs, name, work)),

    close: async () => {
      await Promise.all(Object.values(pools).map((p) => p.end()));
    },
  };
}
