import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { exportList } from "../../app/picture/export-list.ts";
import { listInitiatives } from "../../app/picture/list-initiatives.ts";
import { readInitiative } from "../../app/picture/read-initiative.ts";
import { byteStream } from "../byte-stream.ts";
import { answers } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { Id } from "../schemas/common.ts";
import { ExportQuery, Initiative, InitiativeList, InitiativeQuery } from "../schemas/initiatives.ts";
import { PictureQuery } from "../schemas/picture.ts";

/** What the coalition believes is being done: lists, and one initiative with its reports side by side. */
export function initiativeRoutes({ app }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  routes.openapi(
    createRoute({ method: "get", path: "/api/initiatives", summary: "Initiatives", request: { query: InitiativeQuery }, responses: answers(InitiativeList, "From what the viewer may see") }),
    async (c) => c.json(await listInitiatives(app, c.get("secret"), c.req.valid("query"), c.get("languages")), 200),
  );
  routes.openapi(
    createRoute({
      method: "get", path: "/api/initiatives/export", summary: "The list as a file: the same rows, order and columns, its marking first", request: { query: ExportQuery },
      responses: { ...answers(z.any(), "A problem"), 200: { content: { "text/csv": { schema: z.string() }, "application/json": { schema: z.any() } }, description: "A line that says its marking and what it is, a head, a row for each initiative; or one object with `items`" } },
    }),
    async (c) => {
      const { as, ...wish } = c.req.valid("query");
      const { name, bytes } = await exportList(app, c.get("secret"), wish, as, c.get("languages"));
      return c.body(byteStream(bytes), 200, { "Content-Type": as === "csv" ? "text/csv; charset=utf-8" : "application/json; charset=utf-8", "Content-Disposition": `attachment; filename="${name}"` }) as never;
    },
  );
  routes.openapi(
    createRoute({ method: "get", path: "/api/initiatives/{id}", summary: "One initiative", request: { params: z.object({ id: Id }), query: PictureQuery.pick({ basis: true, asOf: true }) }, responses: answers(Initiative, "Composed for this viewer") }),
    async (c) => c.json(await readInitiative(app, c.get("secret"), c.req.valid("param").id, c.req.valid("query"), c.get("languages")), 200),
  );
  return routes;
}
