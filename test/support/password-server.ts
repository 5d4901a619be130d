import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chown, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type pg from "pg";
import { closeToOthers } from "../../src/store/postgres/data-folder.ts";
import { asAccount, serverEnvironment } from "../../src/store/postgres/initialise.ts";
import { readPostmasterFile } from "../../src/store/postgres/postmaster.ts";
import { installProgram } from "../../src/store/postgres/program.ts";
import { serverAccount } from "../../src/store/postgres/server-account.ts";

/** A PostgreSQL as somebody else would run it: on a port, with passwords (SCRAM), knowing nothing of us. */
export interface PasswordServer {
  readonly port: number;
  readonly superuser: pg.ClientConfig;
  stop(): Promise<void>;
}

export async function startPasswordServer(password: string): Promise<PasswordServer> {
  const folder = await mkdtemp(join(tmpdir(), "entente-outside-"));
  const account = await serverAccount(folder);
  await closeToOthers(folder, account);
  await mkdir(join(folder, "postgresql"));
  await closeToOthers(join(folder, "postgresql"), account);
  const program = await installProgram(folder);
  const cluster = join(folder, "postgresql", "cluster");
  const secret = join(folder, "password");
  await mkdir(cluster, { mode: 0o700 });
  await writeFile(secret, password, { mode: 0o600 });
  if (account.drops) for (const path of [cluster, secret]) await chown(path, account.uid, account.gid);
  const options = { ...asAccount(account), cwd: folder, env: serverEnvironment };
  await promisify(execFile)(
    program.initdb,
    [
      "-D",
      cluster,
      "-U",
      "somebody",
      "--auth=scram-sha-256",
      `--pwfile=${secret}`,
      "--locale=C",
      "--encoding=SQL_ASCII",
      "--no-sync",
    ],
    options,
  );
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", `port=${port}`, "unix_socket_directories=", "fsync=off"].flatMap(
    (setting) => ["-c", setting],
  );
  const child = spawn(program.postgres, ["-D", cluster, ...settings], { ...options, stdio: "ignore" });
  const ended = once(child, "exit");
  while (!(await readPostmasterFile(cluster))?.ready) {
    if (child.exitCode !== null)
      throw new Error(
        `the server ended with ${child.exitCode}: ${await readFile(join(cluster, "PG_VERSION"), "utf8")}`,
      );
    await pause(10);
  }
  return {
    port,
    superuser: { host: "127.0.0.1", port, user: "somebody", password, database: "postgres" },
    stop: async () => {
      child.kill("SIGQUIT");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
