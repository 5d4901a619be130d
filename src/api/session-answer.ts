import type { Context } from "hono";
import type { App } from "../app/app.ts";
import { whoAmI } from "../app/door/who-am-i.ts";
import type { ApiEnv } from "./context.ts";
import type { Session } from "./schemas/session.ts";
import { formToken } from "./who-asks.ts";

const ref = (r: { kind: "member" | "body"; id: string; name: { text: string; language: string } }) => ({ kind: r.kind, id: r.id, code: null, name: r.name });

/** The role as the API names it: an officer is a person, the secretariat an office. */
export const roleSaid = (role: string) => (role === "secretariat" ? "officer" : role) as "officer";

/** Who is asking, and what a page needs to know first. */
export async function sessionAnswer(app: App, c: Context<ApiEnv>, secret: string | null): Promise<Session> {
  const { viewer, ...me } = await whoAmI(app, secret, c.get("languages"));
  const known = { ...me, notices: [...me.notices], formToken: formToken(secret), languages: [...c.get("languages")] };
  if (viewer.kind === "anonymous") return { ...known, viewer };
  const { account, person, actsFor, lookingAs, expires, secondWay } = viewer;
  return {
    ...known,
    viewer: {
      kind: "account", account, person, actsFor, lookingAs, expires, secondWay,
      roles: viewer.roles.map((r) => ({ id: r.id, role: roleSaid(r.role), body: ref(r.body), actsFor: ref(r.actsFor), from: r.from, to: r.to, holdsToday: r.holdsToday, current: r.current })),
      may: [...viewer.may] as "import"[],
    },
  };
}
