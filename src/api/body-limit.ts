import { bodyLimit } from "hono/body-limit";
import type { MiddlewareHandler } from "hono";
import { fault } from "../base/errors.ts";
import type { ApiEnv } from "./context.ts";

const megabyte = 1_048_576;

/** What may be sent at most, in bytes: a source comes with its whole text; a file to import is a stream and limits itself. */
export function mostBytes(method: string, path: string): number {
  if (method === "POST" && path === "/api/imports") return Number.POSITIVE_INFINITY;
  return path === "/api/sources" ? 4 * megabyte : megabyte;
}

/** Refuses a body that is too large before it is read whole. @throws too-large */
export function limitedBody(): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const limit = mostBytes(c.req.method, c.req.path);
    if (!Number.isFinite(limit)) return next();
    const onError = () => {
      throw fault("too-large", { found: c.req.header("content-length") ?? `more than ${limit} bytes`, limit });
    };
    return bodyLimit({ maxSize: limit, onError })(c, next);
  };
}
