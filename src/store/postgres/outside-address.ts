import type pg from "pg";
import { fault } from "../../base/errors.ts";
import { mainDatabase } from "./ensure-database.ts";

/** DATABASE_URL, understood. Its password is in nothing that is shown. */
export interface OutsideAddress {
  /** Host and port, for people. */
  readonly where: string;
  readonly user: string;
  readonly password: string | undefined;
  /** The database it names, or "entente" where it names none or only the server's own. */
  readonly database: string;
  /** The settings to connect with, as this role and to this database; all else as the address says. */
  settings(as?: { readonly user: string; readonly password: string | undefined }, database?: string): pg.PoolConfig;
}

const expected = "postgresql://user:password@host:5432/database";

/**
 * Reads an address as libpq writes them: `postgresql://user:password@host:port/database?sslmode=…`, or with
 * `?host=/folder` for a socket. What stands behind the question mark goes to the driver as it is.
 *
 * @throws database-refused when it is no such address
 */
export function readAddress(databaseUrl: string): OutsideAddress {
  const url = parse(databaseUrl);
  const query = url.searchParams;
  const user = query.get("user") ?? decode(url.username);
  const password = (query.get("password") ?? decode(url.password)) || undefined;
  const host = query.get("host") || decode(url.hostname) || "localhost";
  const named = decode(url.pathname.slice(1));
  if (!user) throw fault("database-refused", { reason: "address-without-user", expected });
  return {
    where: `${host}:${query.get("port") || url.port || "5432"}`,
    user,
    password,
    database: named === "" || named === "postgres" ? mainDatabase : named,
    settings: (as = { user, password }, database = named === "" ? mainDatabase : named) => {
      const changed = new URL(url);
      // Behind the question mark they win over the front of the address, which has no place for them without a host.
      changed.searchParams.set("user", as.user);
      if (as.password === undefined) changed.searchParams.delete("password");
      else changed.searchParams.set("password", as.password);
      changed.pathname = `/${encodeURI(database)}`;
      return { connectionString: changed.href, connectionTimeoutMillis: 10_000 };
    },
  };
}

function parse(databaseUrl: string): URL {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  if (url && ["postgres:", "postgresql:"].includes(url.protocol)) return url;
  throw fault("database-refused", { reason: "address-not-understood", expected });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // The error's own words would show a piece of the address.
    throw fault("database-refused", { reason: "address-not-understood", expected });
  }
}
