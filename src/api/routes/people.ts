import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { endInvitation, listInvitations, renewInvitation } from "../../app/door/invitations.ts";
import { endAccount, endRole, giveRole, listPeople } from "../../app/door/people.ts";
import { importPeople } from "../../app/people-file/import-people.ts";
import { resetSecondFactor } from "../../app/door/reset-second-factor.ts";
import { answers, jsonBody } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { secretOf } from "../enter.ts";
import { newRoutes } from "../new-routes.ts";
import { Id } from "../schemas/common.ts";
import { Ended, Invitations, NewRole, People, PeopleFile, PeopleFileAnswer, ResetReason, RoleEnd, RoleMade } from "../schemas/door.ts";
import { InvitationLink } from "../schemas/session.ts";
import { roleSaid } from "../session-answer.ts";

/** Accounts, the roles that they act in, and invitations that nobody took up yet. */
export function peopleRoutes({ app }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  const withId = z.object({ id: Id });
  const ref = <T extends { kind: "member" | "body"; id: string; name: { text: string; language: string } }>(r: T) => ({ kind: r.kind, id: r.id, code: null, name: r.name });
  routes.openapi(
    createRoute({ method: "get", path: "/api/people", summary: "Accounts and their roles", responses: answers(People, "By name") }),
    async (c) => {
      const items = await listPeople(app, c.get("secret"), c.get("languages"));
      return c.json({ items: items.map((p) => ({ ...p, roles: p.roles.map((r) => ({ ...r, role: roleSaid(r.role), actsFor: ref(r.actsFor), body: ref(r.body) })) })) }, 200);
    },
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/people/{id}/roles", summary: "Give an account a further role", request: { params: withId, ...jsonBody(NewRole) }, responses: answers(RoleMade, "It gives rights from its first day on") }),
    async (c) => {
      const { role, ...wanted } = c.req.valid("json");
      return c.json(await giveRole(app, secretOf(c), c.req.valid("param").id, { ...wanted, role: role === "officer" ? "secretariat" : role }), 200);
    },
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/people/{id}/end", summary: "Close an account", request: { params: withId }, responses: answers(Ended, "Nobody comes in by it any more") }),
    async (c) => {
      await endAccount(app, secretOf(c), c.req.valid("param").id);
      return c.json({ ended: 1 }, 200);
    },
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/roles/{id}/end", summary: "End a role", request: { params: withId, ...jsonBody(RoleEnd) }, responses: answers(Ended, "Its rights end with it, everywhere") }),
    async (c) => {
      await endRole(app, secretOf(c), c.req.valid("param").id, c.req.valid("json").to ?? null);
      return c.json({ ended: 1 }, 200);
    },
  );
  routes.openapi(
    createRoute({ method: "get", path: "/api/invitations", summary: "Invitations that nobody took up yet", responses: answers(Invitations, "The newest first") }),
    async (c) => {
      const items = await listInvitations(app, c.get("secret"), c.get("languages"));
      return c.json({ items: items.map((i) => ({ ...i, role: roleSaid(i.role), actsFor: { ...i.actsFor } })) }, 200);
    },
  );
  routes.openapi(
    createRoute({ method: "delete", path: "/api/invitations/{id}", summary: "End an invitation", request: { params: withId }, responses: answers(Ended, "Its link opens nothing any more") }),
    async (c) => {
      await endInvitation(app, secretOf(c), c.req.valid("param").id);
      return c.json({ ended: 1 }, 200);
    },
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/invitations/{id}/link", summary: "Send an invitation again", request: { params: withId }, responses: answers(InvitationLink, "A new one-time link, shown once; the earlier one opens nothing") }),
    async (c) => {
      const made = await renewInvitation(app, secretOf(c), c.req.valid("param").id);
      return c.json({ link: `/invitation#token=${made.secret}`, expires: made.expiresAt.toISOString() }, 200);
    },
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/people/{id}/second-factor/reset", summary: "Take away a second factor that its bearer has lost", request: { params: withId, ...jsonBody(ResetReason) }, responses: answers(Ended, "Its sessions have ended; its bearer is told") }),
    async (c) => {
      await resetSecondFactor(app, secretOf(c), c.req.valid("param").id, c.req.valid("json").reason);
      return c.json({ ended: 1 }, 200);
    },
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/people/import", summary: "Members, memberships, offices and focal points from a CSV, tried or applied", request: jsonBody(PeopleFile), responses: answers(PeopleFileAnswer, "What each row would do, or did") }),
    async (c) => {
      const { rows, invitations, ...done } = await importPeople(app, secretOf(c), c.req.valid("json"));
      return c.json({ ...done, rows: rows.map((r) => ({ ...r, changes: [...r.changes] })), invitations: invitations.map(({ secret, ...i }) => ({ ...i, link: `/invitation#token=${secret}` })) }, 200);
    },
  );
  return routes;
}
