import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { brief } from "../../app/record/brief.ts";
import { addFacts, enterRecord } from "../../app/record/enter-record.ts";
import { meetingList } from "../../app/record/meeting-list.ts";
import { personList } from "../../app/record/person-list.ts";
import { personPage } from "../../app/record/person-page.ts";
import { textList } from "../../app/record/text-list.ts";
import { textPage } from "../../app/record/text-page.ts";
import { undertakingList } from "../../app/record/undertaking-list.ts";
import { undertakingPage } from "../../app/record/undertaking-page.ts";
import { answers, jsonBody } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { AsOfQuery, Id } from "../schemas/common.ts";
import { Brief, BriefQuery, EnteredRecord, MeetingList, NewFacts, NewRecord, PersonList, PersonPage, TextList, TextPage, UndertakingList, UndertakingPage, UndertakingQuery } from "../schemas/record-scenes.ts";

const params = z.object({ id: Id });

/** Meetings, texts, undertakings and persons by themselves, and the brief. */
export function recordSceneRoutes({ app }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  routes.openapi(createRoute({ method: "get", path: "/api/meetings", summary: "The meetings", request: { query: AsOfQuery }, responses: answers(MeetingList, "The next first") }), async (c) =>
    c.json(await meetingList(app, c.get("secret"), { ...c.req.valid("query"), languages: c.get("languages") }), 200),
  );
  routes.openapi(createRoute({ method: "get", path: "/api/undertakings", summary: "The undertakings", request: { query: UndertakingQuery }, responses: answers(UndertakingList, "By when they are due") }), async (c) =>
    c.json(await undertakingList(app, c.get("secret"), { ...c.req.valid("query"), languages: c.get("languages") }), 200),
  );
  routes.openapi(createRoute({ method: "get", path: "/api/undertakings/{id}", summary: "An undertaking", request: { params, query: AsOfQuery }, responses: answers(UndertakingPage, "With what was reported of it") }), async (c) =>
    c.json(await undertakingPage(app, c.get("secret"), c.req.valid("param").id, { ...c.req.valid("query"), languages: c.get("languages") }), 200),
  );
  routes.openapi(createRoute({ method: "get", path: "/api/texts", summary: "The texts", request: { query: AsOfQuery }, responses: answers(TextList, "The latest first") }), async (c) =>
    c.json(await textList(app, c.get("secret"), { ...c.req.valid("query"), languages: c.get("languages") }), 200),
  );
  routes.openapi(createRoute({ method: "get", path: "/api/texts/{id}", summary: "A text", request: { params, query: AsOfQuery }, responses: answers(TextPage, "Its versions and undertakings") }), async (c) =>
    c.json(await textPage(app, c.get("secret"), c.req.valid("param").id, { ...c.req.valid("query"), languages: c.get("languages") }), 200),
  );
  routes.openapi(createRoute({ method: "get", path: "/api/persons", summary: "The persons of the record", request: { query: AsOfQuery }, responses: answers(PersonList, "By name") }), async (c) =>
    c.json(await personList(app, c.get("secret"), { ...c.req.valid("query"), languages: c.get("languages") }), 200),
  );
  routes.openapi(createRoute({ method: "get", path: "/api/persons/{id}", summary: "A person", request: { params, query: AsOfQuery }, responses: answers(PersonPage, "Offices, delegations, spellings") }), async (c) =>
    c.json(await personPage(app, c.get("secret"), c.req.valid("param").id, { ...c.req.valid("query"), languages: c.get("languages") }), 200),
  );
  routes.openapi(createRoute({ method: "get", path: "/api/bodies/{id}/brief", summary: "A brief for a body or one of its meetings", request: { params, query: BriefQuery }, responses: answers(Brief, "Who sits, what was promised, what is disputed") }), async (c) =>
    c.json(await brief(app, c.get("secret"), c.req.valid("param").id, { ...c.req.valid("query"), languages: c.get("languages") }), 200),
  );
  routes.openapi(createRoute({ method: "post", path: "/api/records", summary: "Enter a delegation, text, undertaking or person", request: jsonBody(NewRecord), responses: answers(EnteredRecord, "Where it stands") }), async (c) =>
    c.json(await enterRecord(app, c.get("secret"), c.req.valid("json")), 200),
  );
  routes.openapi(createRoute({ method: "post", path: "/api/records/{id}/facts", summary: "Enter what a source says of a record", request: { params, ...jsonBody(NewFacts) }, responses: answers(EnteredRecord, "The record") }), async (c) =>
    c.json(await addFacts(app, c.get("secret"), c.req.valid("param").id, c.req.valid("json")), 200),
  );
  return routes;
}
