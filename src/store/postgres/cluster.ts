import type pg from "pg";
import type { LoginRole } from "./roles.ts";

/** The database server, and how to reach it. */
export interface Cluster {
  readonly kind: "embedded" | "outside";
  /** The database that connect() reaches when none is named. */
  readonly database: string;
  /** As the server says it: "18.4". */
  readonly serverVersion: string;
  /** True when the embedded server was running before we came. Always true outside. */
  readonly adopted: boolean;
  connect(role: LoginRole, database?: string): pg.PoolConfig;
  /** As who may create and drop databases: the embedded bootstrap superuser, or the role of DATABASE_URL. Never for a request. */
  administer(database?: string): pg.PoolConfig;
  /** Gives up our hold; the last process to do so stops the embedded server. The second call does nothing. */
  close(): Promise<void>;
}

/** Where the supervisor tells what it does; a pino logger will do. */
export interface ClusterLog {
  info(facts: object, words: string): void;
  warn(facts: object, words: string): void;
}
