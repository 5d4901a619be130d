import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { decideField } from "../../app/record/decide-field.ts";
import { fieldClaims } from "../../app/record/field-claims.ts";
import { stateClaim } from "../../app/record/state-claim.ts";
import { withdrawClaim } from "../../app/record/withdraw-claim.ts";
import { withdrawDecision } from "../../app/record/withdraw-decision.ts";
import { answers, jsonBody } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { FieldClaims, NewClaim, NewFieldDecision, Withdraw } from "../schemas/claims.ts";
import { Id, Language } from "../schemas/common.ts";

/** What sources state for one field, and what people decided about it. */
export function claimRoutes({ app }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  routes.openapi(
    createRoute({
      method: "get",
      path: "/api/claims",
      summary: "The claims for one field",
      request: { query: z.object({ record: Id, field: z.string(), language: Language.optional() }) },
      responses: answers(FieldClaims, "Every source's statement, the shown one marked"),
    }),
    async (c) =>
      c.json(await fieldClaims(app, c.get("secret"), c.req.valid("query"), { languages: c.get("languages") }), 200),
  );
  const params = z.object({ id: Id });
  routes.openapi(
    createRoute({
      method: "post",
      path: "/api/claims",
      summary: "State a claim",
      request: jsonBody(NewClaim),
      responses: answers(FieldClaims, "The field with it"),
    }),
    async (c) => {
      const { value, ...claim } = c.req.valid("json");
      return c.json(
        await stateClaim(app, c.get("secret"), { ...value, ...claim }, { languages: c.get("languages") }),
        200,
      );
    },
  );
  routes.openapi(
    createRoute({
      method: "post",
      path: "/api/claims/{id}/withdraw",
      summary: "Withdraw a claim",
      request: { params, ...jsonBody(Withdraw) },
      responses: answers(FieldClaims, "The field without it"),
    }),
    async (c) =>
      c.json(
        await withdrawClaim(app, c.get("secret"), c.req.valid("param").id, c.req.valid("json").reason, {
          languages: c.get("languages"),
        }),
        200,
      ),
  );
  routes.openapi(
    createRoute({
      method: "post",
      path: "/api/decisions",
      summary: "Decide what is shown for a field",
      request: jsonBody(NewFieldDecision),
      responses: answers(FieldClaims, "The field as decided"),
    }),
    async (c) =>
      c.json(await decideField(app, c.get("secret"), c.req.valid("json"), { languages: c.get("languages") }), 200),
  );
  routes.openapi(
    createRoute({
      method: "post",
      path: "/api/decisions/{id}/withdraw",
      summary: "Withdraw a decision",
      request: { params, ...jsonBody(Withdraw) },
      responses: answers(FieldClaims, "The field without it"),
    }),
    async (c) =>
      c.json(
        await withdrawDecision(app, c.get("secret"), c.req.valid("param").id, c.req.valid("json").reason, {
          languages: c.get("languages"),
        }),
        200,
      ),
  );
  return routes;
}
