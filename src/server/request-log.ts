import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Logger } from "pino";
import type { ApiEnv } from "../api/context.ts";

/** One line per request at level info: method, status and time. The address may hold what someone searched for: it is not logged. */
export function requestLog(api: OpenAPIHono<ApiEnv>, log: Logger): (request: Request, env: unknown) => Promise<Response> {
  return async (request, env) => {
    const began = performance.now();
    const response = await api.fetch(request, env as object);
    log.info({ method: request.method, status: response.status, ms: Math.round(performance.now() - began) }, "request");
    return response;
  };
}
