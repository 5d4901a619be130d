import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnv, RouteContext } from "../context.ts";
import { importRoutes } from "./imports.ts";
import { sessionRoutes } from "./session.ts";

/** Every group of routes. A new resource is a file beside this one and a line here. */
export const routes: readonly ((context: RouteContext) => OpenAPIHono<ApiEnv>)[] = [sessionRoutes, importRoutes];
