import { readFile, stat } from "node:fs/promises";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";
import { fault } from "../../base/errors.ts";
import { unlessAbsent } from "./system-error.ts";

/** The account of the operating system that PostgreSQL runs as. It refuses to run as root. */
export interface ServerAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** True when we are root and give up our rights for it. */
  readonly drops: boolean;
}

/** Where the embedded cluster's files are, within the data folder. */
export const clusterFolder = (dataFolder: string): string => join(dataFolder, "postgresql", "cluster");

/**
 * We ourselves; or, for root, who owns the cluster or the data folder, else `postgres`, else `nobody`.
 *
 * @throws postgres-start-failed when there is no such account (initdb needs a line in /etc/passwd)
 */
export async function serverAccount(dataFolder: string): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return ourselves(dataFolder);
  const accounts = parseAccounts((await unlessAbsent(readFile("/etc/passwd", "utf8"))) ?? "");
  const owner = (await ownerOfFolder(clusterFolder(dataFolder))) || (await ownerOfFolder(dataFolder));
  const account =
    accounts.find((a) => (owner ? a.uid === owner : a.name === "postgres")) ??
    accounts.find((a) => !owner && a.name === "nobody");
  if (account) return { ...account, drops: true };
  const reason = owner
    ? `no account in /etc/passwd has the number ${owner}, which owns the folder`
    : "no account named postgres or nobody in /etc/passwd; PostgreSQL does not run as root";
  throw fault("postgres-start-failed", { folder: dataFolder, reason });
}

export async function ownerOfFolder(folder: string): Promise<number | undefined> {
  return (await unlessAbsent(stat(folder)))?.uid;
}

/** The nearest folder above that this account may not pass through, by its permission bits. */
export async function whatBars(path: string, account: ServerAccount): Promise<string | undefined> {
  const above = dirname(path);
  if (above !== path) {
    const higher = await whatBars(above, account);
    if (higher) return higher;
  }
  const found = await unlessAbsent(stat(path));
  if (!found?.isDirectory()) return undefined;
  const bit = found.uid === account.uid ? 0o100 : found.gid === account.gid ? 0o010 : 0o001;
  return found.mode & bit ? undefined : path;
}

function ourselves(dataFolder: string): ServerAccount {
  try {
    const { username, uid, gid } = userInfo();
    return { name: username, uid, gid, drops: false };
  } catch (error) {
    throw fault(
      "postgres-start-failed",
      { folder: dataFolder, reason: `no account in /etc/passwd has the number ${process.getuid?.()}` },
      error,
    );
  }
}

function parseAccounts(passwd: string): Omit<ServerAccount, "drops">[] {
  return passwd.split("\n").flatMap((line) => {
    const [name, , uid, gid] = line.split(":");
    // macOS writes nobody as -2.
    return name && uid && gid && Number.isInteger(Number(uid))
      ? [{ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }]
      : [];
  });
}
