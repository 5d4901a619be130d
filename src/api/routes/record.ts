import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { bodyPage } from "../../app/record/body-page.ts";
import { enterMeeting } from "../../app/record/enter-meeting.ts";
import { meetingPage } from "../../app/record/meeting-page.ts";
import { memberList } from "../../app/record/member-list.ts";
import { memberPage } from "../../app/record/member-page.ts";
import { recordIndex } from "../../app/record/record-index.ts";
import { answers, jsonBody } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { AsOfQuery, Id } from "../schemas/common.ts";
import { BodyPage, MeetingEntry, MeetingPage, MemberList, MemberPage, RecordIndex } from "../schemas/record.ts";

const params = z.object({ id: Id });

/** Who is in, who speaks, who met: the record as of a day. */
export function recordRoutes({ app }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  routes.openapi(
    createRoute({
      method: "get",
      path: "/api/record",
      summary: "The bodies, and how many of what",
      request: { query: AsOfQuery },
      responses: answers(RecordIndex, "The tree of bodies"),
    }),
    async (c) =>
      c.json(await recordIndex(app, c.get("secret"), { ...c.req.valid("query"), languages: c.get("languages") }), 200),
  );
  routes.openapi(
    createRoute({
      method: "get",
      path: "/api/bodies/{id}",
      summary: "A body",
      request: { params, query: AsOfQuery },
      responses: answers(BodyPage, "Offices, members, meetings, texts, undertakings"),
    }),
    async (c) =>
      c.json(
        await bodyPage(app, c.get("secret"), c.req.valid("param").id, {
          ...c.req.valid("query"),
          languages: c.get("languages"),
        }),
        200,
      ),
  );
  routes.openapi(
    createRoute({
      method: "get",
      path: "/api/members",
      summary: "The members of the coalition",
      request: { query: AsOfQuery },
      responses: answers(MemberList, "Each with its answer for the day"),
    }),
    async (c) =>
      c.json(await memberList(app, c.get("secret"), { ...c.req.valid("query"), languages: c.get("languages") }), 200),
  );
  routes.openapi(
    createRoute({
      method: "get",
      path: "/api/members/{id}",
      summary: "A member",
      request: { params, query: AsOfQuery },
      responses: answers(MemberPage, "Where it sits, what it promised"),
    }),
    async (c) =>
      c.json(
        await memberPage(app, c.get("secret"), c.req.valid("param").id, {
          ...c.req.valid("query"),
          languages: c.get("languages"),
        }),
        200,
      ),
  );
  routes.openapi(
    createRoute({
      method: "get",
      path: "/api/meetings/{id}",
      summary: "A meeting",
      request: { params, query: AsOfQuery },
      responses: answers(MeetingPage, "Every value with its proof"),
    }),
    async (c) =>
      c.json(
        await meetingPage(app, c.get("secret"), c.req.valid("param").id, {
          ...c.req.valid("query"),
          languages: c.get("languages"),
        }),
        200,
      ),
  );
  routes.openapi(
    createRoute({
      method: "post",
      path: "/api/meetings",
      summary: "Enter a meeting",
      request: jsonBody(MeetingEntry),
      responses: answers(MeetingPage, "The meeting as it now stands"),
    }),
    async (c) =>
      c.json(
        await enterMeeting(app, c.get("secret"), null, c.req.valid("json"), { languages: c.get("languages") }),
        200,
      ),
  );
  routes.openapi(
    createRoute({
      method: "post",
      path: "/api/meetings/{id}/entries",
      summary: "Enter what another source says of a meeting",
      request: { params, ...jsonBody(MeetingEntry) },
      responses: answers(MeetingPage, "The meeting as it now stands"),
    }),
    async (c) =>
      c.json(
        await enterMeeting(app, c.get("secret"), c.req.valid("param").id, c.req.valid("json"), {
          languages: c.get("languages"),
        }),
        200,
      ),
  );
  return routes;
}
