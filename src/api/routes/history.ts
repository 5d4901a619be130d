import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { listAudit } from "../../app/record/audit-entries.ts";
import { compareInitiative } from "../../app/picture/compare-initiative.ts";
import { initiativeHistory } from "../../app/picture/initiative-history.ts";
import { compareDays } from "../../app/record/compare-days.ts";
import { recordHistory } from "../../app/record/record-history.ts";
import { answers } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { Id, PageQuery } from "../schemas/common.ts";
import { AuditList, AuditQuery, ComparedDays, ComparedInitiative, CompareQuery, HistoryQuery, InitiativeHistory, RecordHistory } from "../schemas/history.ts";

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
  routes.openapi(
    createRoute({
      method: "get",
      path: "/api/records/{id}/compare",
      summary: "A record on two days",
      request: { params: z.object({ id: Id }), query: CompareQuery },
      responses: answers(ComparedDays, "Field by field, what differs marked"),
    }),
    async (c) =>
      c.json(
        await compareDays(app, c.get("secret"), c.req.valid("param").id, {
          ...c.req.valid("query"),
          languages: c.get("languages"),
        }),
        200,
      ),
  );
  routes.openapi(
    createRoute({
      method: "get",
      path: "/api/initiatives/{id}/history",
      summary: "The versions of an initiative's reports",
      request: { params: z.object({ id: Id }), query: PageQuery },
      responses: answers(InitiativeHistory, "The newest first"),
    }),
    async (c) =>
      c.json(
        await initiativeHistory(app, c.get("secret"), c.req.valid("param").id, {
          ...c.req.valid("query"),
          languages: c.get("languages"),
        }),
        200,
      ),
  );
  routes.openapi(
    createRoute({
      method: "get",
      path: "/api/initiatives/{id}/compare",
      summary: "An initiative on two days",
      request: { params: z.object({ id: Id }), query: CompareQuery },
      responses: answers(ComparedInitiative, "Report by report, what differs marked"),
    }),
    async (c) =>
      c.json(
        await compareInitiative(app, c.get("secret"), c.req.valid("param").id, {
          ...c.req.valid("query"),
          languages: c.get("languages"),
        }),
        200,
      ),
  );
  return routes;
}
