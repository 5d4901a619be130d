import { statfsSync } from "node:fs";
import { totalmem } from "node:os";
import type { ServerAccount } from "./server-account.ts";
import { roleNames } from "./roles.ts";
import { errorCode } from "./system-error.ts";

/** The bootstrap superuser of the embedded cluster. Nothing but the supervisor and the tests connects as it. */
export const superuser = "postgres";

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 ** 2)}MB`;
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * postgresql.conf: durable, silent about what people wrote, modest in memory. Every start writes it anew; the
 * operator's own settings stand in postgresql.local.conf beside the cluster's folder and win.
 *
 * @param hasOwn whether there is such a file
 */
export function serverSettings(socketFolder: string, hasOwn: boolean): string {
  const memory = usableMemory();
  const settings: Readonly<Record<string, string>> = {
    listen_addresses: "''",
    unix_socket_directories: quoted(`"${socketFolder.replaceAll('"', '""')}"`),
    unix_socket_permissions: "0700",
    max_connections: "200",

    fsync: "on",
    synchronous_commit: "on",
    full_page_writes: "on",
    // The default of macOS leaves the disk's own cache unflushed.
    ...(process.platform === "darwin" ? { wal_sync_method: "fsync_writethrough" } : {}),

    shared_buffers: megabytes(Math.min(Math.max(memory / 16, 64 * 1024 ** 2), 512 * 1024 ** 2)),
    effective_cache_size: megabytes(memory / 2),
    work_mem: "16MB",
    maintenance_work_mem: "128MB",
    max_wal_size: "1GB",
    random_page_cost: "1.1",
    // Containers often give /dev/shm 64 MB: queries with parallel workers would fail there.
    ...(isSharedMemoryShort() ? { dynamic_shared_memory_type: "mmap" } : {}),
    // Queries here are short: compiling one costs more than it saves.
    jit: "off",

    // What people wrote stays out of the log: no statements, no values, no details of an error.
    log_statement: "none",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_line_prefix: "'%m [%p] '",
    log_timezone: "'UTC'",

    timezone: "'UTC'",
    datestyle: "'iso, ymd'",
    lc_messages: "'C'",
    default_text_search_config: "'pg_catalog.simple'",
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  if (hasOwn) lines.push("include = '../postgresql.local.conf'");
  return `${lines.join("\n")}\n`;
}

/** pg_hba.conf: whoever the operating system says is mapped below, over the socket; no password and no network. */
export const accessRules = "local all all peer map=entente\n";

/**
 * pg_ident.conf. PostgreSQL sees the account of the *client*: the operator, who may be root while the server is not.
 * Root is always there: it can become any account anyway.
 */
export function accountMap(account: ServerAccount): string {
  const accounts = [...new Set(["root", account.name])];
  const roles = [superuser, ...Object.values(roleNames)];
  return accounts.flatMap((name) => roles.map((role) => `entente "${name}" ${role}\n`)).join("");
}

/** In bytes: what the machine has, or the container may use. */
function usableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

function isSharedMemoryShort(): boolean {
  if (process.platform !== "linux") return false;
  try {
    const { bavail, bsize } = statfsSync("/dev/shm");
    return bavail * bsize < 256 * 1024 ** 2;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return true;
    throw error;
  }
}
