import type { AddressInfo } from "node:net";
import { serve, type ServerType } from "@hono/node-server";
import { fault } from "../base/errors.ts";

/** @throws port-taken, host-not-available */
export async function listen(fetch: (request: Request, env: unknown) => Response | Promise<Response>, host: string, port: number): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: fetch as Parameters<typeof serve>[0]["fetch"], hostname: host, port }, (info: AddressInfo) => resolve({ server, port: info.port }));
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") reject(fault("port-taken", { host, port }, error));
      else if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") reject(fault("host-not-available", { host }, error));
      else reject(error);
    });
  });
}
