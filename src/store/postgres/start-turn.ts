import { createHash } from "node:crypto";
import { once } from "node:events";
import { realpath } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { errorCode } from "./system-error.ts";

const pollMilliseconds = 20;

/**
 * Runs `work` while no other process of this machine does so for the same folder: it saves the second process the
 * work of the first, and of two that come after a power cut keeps one from removing the other's lock file along with
 * the dead server's.
 *
 * The turn is a socket with a name and no file, which the system frees when its process dies, however it dies. Only
 * Linux has them; elsewhere, and when a turn does not come within `patience` milliseconds, everybody works at once,
 * and PostgreSQL's own locks decide.
 */
export async function inTurn<T>(folder: string, patience: number, work: () => Promise<T>): Promise<T> {
  const turn = await takeTurn(folder, patience);
  try {
    return await work();
  } finally {
    turn?.close();
  }
}

async function takeTurn(folder: string, patience: number): Promise<Server | undefined> {
  if (process.platform !== "linux") return undefined;
  const name = `\0entente-start-${createHash("sha256")
    .update(await realpath(folder))
    .digest("hex")
    .slice(0, 32)}`;
  for (const until = Date.now() + patience; Date.now() < until; await pause(pollMilliseconds)) {
    const server = createServer((socket) => socket.destroy());
    try {
      server.listen(name);
      await once(server, "listening");
      return server.unref();
    } catch (error) {
      // Where the system allows no such sockets there are no turns.
      if (errorCode(error) !== "EADDRINUSE") return undefined;
    }
  }
  return undefined;
}
