import type { OpenAPIHono } from "@hono/zod-openapi";
import { doneOnce } from "../app/done-once.ts";
import { fault } from "../base/errors.ts";
import { answerHeaders, guards } from "./answer-headers.ts";
import type { ApiEnv, RouteContext } from "./context.ts";
import { apiDescription } from "./api-description.ts";
import { limitedBody } from "./body-limit.ts";
import { type Described, docsPage, docsPolicy } from "./docs-page.ts";
import { newRoutes } from "./new-routes.ts";
import { problemDetails, problemResponse } from "./problem-details.ts";
import { publicRoutes } from "./public/public-routes.ts";
import { routes } from "./routes/all-routes.ts";
import { whoAsks } from "./who-asks.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The whole API under /api. Nothing is listened on: a server serves it, a test calls it. */
export function buildApi(context: RouteContext): OpenAPIHono<ApiEnv> {
  const api = newRoutes();
  api.use("/api/*", answerHeaders());
  api.use("/api/*", limitedBody());
  api.use("/api/*", whoAsks(context));
  api.use("/api/*", async (c, next) => {
    const key = c.req.header("idempotency-key");
    if (key !== undefined && uuid.test(key)) await doneOnce(key, next);
    else await next();
  });
  api.route("/", publicRoutes(context));
  for (const part of routes) api.route("/", part(context));
  api.doc31("/api/openapi.json", apiDescription);
  let docs: string | null = null;
  api.get("/api/docs", (c) => c.html((docs ??= docsPage(api.getOpenAPI31Document(apiDescription) as unknown as Described)), 200, { "Content-Security-Policy": docsPolicy }));
  // Also where no page and no file is: a refusal is no place for another site either.
  api.notFound((c) => {
    const refusal = problemResponse(c, fault("not-found"));
    for (const [name, value] of Object.entries(guards)) refusal.headers.set(name, value);
    return refusal;
  });
  api.onError((error, c) => {
    const answer = problemDetails(error, c);
    if (answer.status === 500) context.settings.faultOfOurs(error);
    return answer;
  });
  return api;
}
