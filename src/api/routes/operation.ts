import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { operation } from "../../app/operation/operation.ts";
import { verifyForViewer } from "../../app/operation/verify-for-viewer.ts";
import { answers } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { AuditVerdict, Operation } from "../schemas/operation.ts";

/** How the place runs. Looking after it opens no record. */
export function operationRoutes({ app }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  routes.openapi(
    createRoute({ method: "get", path: "/api/operation", summary: "How the place runs", responses: answers(Operation, "Accounts, markings, circles, imports that wait, backups") }),
    async (c) => c.json(await operation(app, c.get("secret"), { languages: c.get("languages") }), 200),
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/operation/verify-audit", summary: "Recompute the audit log", responses: answers(AuditVerdict, "Whether it holds") }),
    async (c) => c.json(await verifyForViewer(app, c.get("secret")), 200),
  );
  return routes;
}
