import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { decideGap } from "../../app/coordination/decide-gap.ts";
import { decideOverlap } from "../../app/coordination/decide-overlap.ts";
import { withdrawGapDecision, withdrawOverlapDecision } from "../../app/coordination/withdraw-finding.ts";
import { answers, jsonBody } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { Id, Line } from "../schemas/common.ts";
import { WithdrawFinding } from "../schemas/findings.ts";
import { DecideGap, GapCell } from "../schemas/gaps.ts";
import { DecideOverlap, OverlapPair } from "../schemas/overlaps.ts";
import { PictureQuery } from "../schemas/picture.ts";

/** What people decide about overlaps and gaps. */
export function findingRoutes({ app }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  const pair = { params: z.object({ a: Id, b: Id }), query: PictureQuery.pick({ basis: true, asOf: true }) };
  const cell = { params: z.object({ area: z.string().max(20), line: z.union([Line, z.literal("all")]) }), query: PictureQuery };
  const cellOf = ({ area, line }: { readonly area: string; readonly line: string }) => ({ area, line: line === "all" ? null : line });
  routes.openapi(
    createRoute({ method: "post", path: "/api/overlaps/{a}/{b}/decision", summary: "Decide on two initiatives that overlap", request: { ...pair, ...jsonBody(DecideOverlap) }, responses: answers(OverlapPair, "The pair as decided") }),
    async (c) => c.json(await decideOverlap(app, c.get("secret"), c.req.valid("param"), c.req.valid("json"), c.req.valid("query"), c.get("languages")), 200),
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/overlaps/{a}/{b}/decision/withdraw", summary: "Withdraw a decision on a pair", request: { ...pair, ...jsonBody(WithdrawFinding) }, responses: answers(OverlapPair, "The pair without it") }),
    async (c) => c.json(await withdrawOverlapDecision(app, c.get("secret"), c.req.valid("param"), c.req.valid("json"), c.req.valid("query"), c.get("languages")), 200),
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/gaps/{area}/{line}/decision", summary: "Decide on an area and line where something is missing", request: { ...cell, ...jsonBody(DecideGap) }, responses: answers(GapCell, "The cell as decided") }),
    async (c) => c.json(await decideGap(app, c.get("secret"), cellOf(c.req.valid("param")), c.req.valid("json"), c.req.valid("query"), c.get("languages")), 200),
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/gaps/{area}/{line}/decision/withdraw", summary: "Withdraw a decision on a gap", request: { ...cell, ...jsonBody(WithdrawFinding) }, responses: answers(GapCell, "The cell without it") }),
    async (c) => c.json(await withdrawGapDecision(app, c.get("secret"), cellOf(c.req.valid("param")), c.req.valid("json"), c.req.valid("query"), c.get("languages")), 200),
  );
  return routes;
}
