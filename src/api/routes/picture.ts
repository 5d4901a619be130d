import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { exportGaps, exportOverlaps, type ExportedFindings } from "../../app/picture/export-findings.ts";
import { readArea } from "../../app/picture/read-area.ts";
import { readGapCell } from "../../app/picture/read-gap-cell.ts";
import { readGaps } from "../../app/picture/read-gaps.ts";
import { readOverlapPair } from "../../app/picture/read-overlap-pair.ts";
import { readOverlaps } from "../../app/picture/read-overlaps.ts";
import { readPicture } from "../../app/picture/read-picture.ts";
import { answers } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { AreaPage, AreasTopology } from "../schemas/area.ts";
import { Id, Line } from "../schemas/common.ts";
import { GapCell, GapExportQuery, GapList, GapQuery } from "../schemas/gaps.ts";
import { OverlapExportQuery, OverlapList, OverlapPair, OverlapQuery } from "../schemas/overlaps.ts";
import { Picture, PictureQuery } from "../schemas/picture.ts";

const asFile = { ...answers(z.any(), "A problem"), 200: { content: { "text/csv": { schema: z.string() }, "application/json": { schema: z.any() } }, description: "A line that says its marking and what it is, a head, a row for each finding, and where the ranked ones end; or one object with `items`" } };
const fileHeaders = (as: "csv" | "json", { name }: ExportedFindings) => ({ "Content-Type": as === "csv" ? "text/csv; charset=utf-8" : "application/json; charset=utf-8", "Content-Disposition": `attachment; filename="${name}"` });

/** Where efforts collide, where nobody is told to work, and what each figure rests on. */
export function pictureRoutes({ app }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  routes.openapi(
    createRoute({ method: "get", path: "/api/picture", summary: "Who works where, and what is needed", request: { query: PictureQuery }, responses: answers(Picture, "From what the viewer may see") }),
    async (c) => c.json(await readPicture(app, c.get("secret"), c.req.valid("query"), c.get("languages")), 200),
  );
  routes.openapi(
    createRoute({ method: "get", path: "/api/overlaps", summary: "Initiatives that meet, best first", request: { query: OverlapQuery }, responses: answers(OverlapList, "Pairs") }),
    async (c) => c.json(await readOverlaps(app, c.get("secret"), c.req.valid("query"), c.get("languages")), 200),
  );
  routes.openapi(createRoute({ method: "get", path: "/api/overlaps/export", summary: "The list of pairs as a file: the same rows and order, its marking first", request: { query: OverlapExportQuery }, responses: asFile }), async (c) => {
    const { as, ...wish } = c.req.valid("query");
    const file = await exportOverlaps(app, c.get("secret"), wish, as, c.get("languages"));
    return c.body(file.text, 200, fileHeaders(as, file)) as never;
  });
  routes.openapi(
    createRoute({ method: "get", path: "/api/overlaps/{a}/{b}", summary: "Two initiatives side by side", request: { params: z.object({ a: Id, b: Id }), query: PictureQuery.pick({ basis: true, asOf: true }) }, responses: answers(OverlapPair, "The pair, down to its reports") }),
    async (c) => c.json(await readOverlapPair(app, c.get("secret"), c.req.valid("param"), c.req.valid("query"), c.get("languages")), 200),
  );
  routes.openapi(
    createRoute({ method: "get", path: "/api/gaps", summary: "Need without supply, most pressing first", request: { query: GapQuery }, responses: answers(GapList, "Gaps") }),
    async (c) => c.json(await readGaps(app, c.get("secret"), c.req.valid("query"), c.get("languages")), 200),
  );
  routes.openapi(createRoute({ method: "get", path: "/api/gaps/export", summary: "The list of gaps as a file: the same rows and order, its marking first", request: { query: GapExportQuery }, responses: asFile }), async (c) => {
    const { as, ...wish } = c.req.valid("query");
    const file = await exportGaps(app, c.get("secret"), wish, as, c.get("languages"));
    return c.body(file.text, 200, fileHeaders(as, file)) as never;
  });
  routes.openapi(
    createRoute({ method: "get", path: "/api/gaps/{area}/{line}", summary: "One area and line, opened", request: { params: z.object({ area: z.string().max(20), line: z.union([Line, z.literal("all")]) }), query: PictureQuery }, responses: answers(GapCell, "The cell, down to its reports") }),
    async (c) => {
      const { area, line } = c.req.valid("param");
      return c.json(await readGapCell(app, c.get("secret"), { area, line: line === "all" ? null : line }, c.req.valid("query"), c.get("languages")), 200);
    },
  );
  routes.openapi(
    createRoute({ method: "get", path: "/api/areas", summary: "The boundary set, as TopoJSON", responses: answers(AreasTopology, "Areas") }),
    (c) => c.json(app.areas.topology as { type: "Topology" }, 200, { "Cache-Control": "public, max-age=86400" }),
  );
  routes.openapi(
    createRoute({ method: "get", path: "/api/areas/{code}", summary: "An area's page", request: { params: z.object({ code: z.string().max(20) }), query: PictureQuery }, responses: answers(AreaPage, "The area") }),
    async (c) => c.json(await readArea(app, c.get("secret"), c.req.valid("param").code, c.req.valid("query"), c.get("languages")), 200),
  );
  return routes;
}
