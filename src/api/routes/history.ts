import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { listAudit } from "../../app/record/audit-entries.ts";
import { recordHistory } from "../../app/record/record-history.ts";
import { answers } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { Id } from "../schemas/common.ts";
import { AuditList, AuditQuery, HistoryQuery, RecordHistory } from "../schemas/history.ts";

/** Who changed what, when and why. */
export function historyRoutes({ app }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  routes.openapi(
    createRoute({
      method: "get",
      path: "/api/audit",
      summary: "Entries of the audit log",
      request: { query: AuditQuery },
      responses: answers(AuditList, "The newest first"),
    }),
    async (c) =>
      c.json(await listAudit(app, c.get("secret"), { ...c.req.valid("query"), languages: c.get("languages") }), 200),
  );
  routes.openapi(
    createRoute({
      method: "get",
      path: "/api/records/{id}/history",
      summary: "The history of a record",
      request: { params: z.object({ id: Id }), query: HistoryQuery },
      responses: answers(RecordHistory, "The newest first"),
    }),
    async (c) =>
      c.json(
        await recordHistory(app, c.get("secret"), c.req.valid("param").id, {
          ...c.req.valid("query"),
          languages: c.get("languages"),
        }),
        200,
      ),
  );
  return routes;
}
