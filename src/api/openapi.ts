import type { OpenAPIHono } from "@hono/zod-openapi";
import { apiDescription } from "./api-description.ts";
import { buildApi } from "./build-api.ts";
import type { ApiEnv, RouteContext } from "./context.ts";

/** The description that /api/openapi.json serves, without a server or a store: handlers are never called here. */
export function openApiDocument(): ReturnType<OpenAPIHono<ApiEnv>["getOpenAPI31Document"]> {
  const settings = { secure: false, setupFromAnywhere: false, proxies: new Set<string>(), importStarted: () => {}, faultOfOurs: () => {} };
  return buildApi({ app: undefined, settings } as unknown as RouteContext).getOpenAPI31Document(apiDescription);
}
