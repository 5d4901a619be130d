import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import { hubOf, type LiveEvent } from "../../app/live/hub.ts";
import { listChanges } from "../../app/live/list-changes.ts";
import { missedSince } from "../../app/live/missed.ts";
import { sinceLastHere } from "../../app/live/since-last-here.ts";
import { fault } from "../../base/errors.ts";
import { answers } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { secretOf } from "../enter.ts";
import { newRoutes } from "../new-routes.ts";
import { ChangeList, ChangesQuery, HomeAnswer } from "../schemas/live.ts";

/** Streams of one session, and from one address (an office behind one line); more are asked to wait. */
const mostOfSession = 12;
const mostOfAddress = 120;
/** A word on an idle line, so that nothing between takes it for dead; every so often, whatever happens elsewhere. */
const breathMs = 15_000;
/** Proxies that fill a buffer before they pass anything on get it filled. */
const padding = ` ${" ".repeat(2_048)}`;

const written = (event: LiveEvent) => ({ event: event.kind, data: event.kind === "changes" ? JSON.stringify({ changes: event.changes }) : "{}" });

/** What others write, as it happens; and what happened since one was here. */
export function liveRoutes({ app }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  const bySecret = new Map<string, number>();
  const byAddress = new Map<string, number>();
  const take = (counts: Map<string, number>, key: string, by: 1 | -1) => {
    const left = (counts.get(key) ?? 0) + by;
    if (left <= 0) counts.delete(key);
    else counts.set(key, left);
  };

  routes.openapi(
    createRoute({
      method: "get", path: "/api/live", summary: "What others write, as it happens", request: { query: z.object({ /** seconds: how old the oldest answer is that the page shows */ age: z.coerce.number().int().min(0).max(604_800).optional(), /** says what was missed, and ends: for lines over which nothing streams */ once: z.literal("yes").optional() }) },
      responses: { ...answers(z.any(), "A problem"), 200: { content: { "text/event-stream": { schema: z.string() } }, description: "`changes` (LiveChanges), `everything` or `end`; kinds and ids only, of what one may see. Ends with the session, and with a change of role" } },
    }),
    async (c) => {
      const last = Number.parseInt(c.req.header("last-event-id") ?? "", 10);
      const { age, once } = c.req.valid("query");
      const after = Number.isSafeInteger(last) ? last : age === undefined ? null : app.now().getTime() - age * 1000;
      // refused before anything is opened
      await missedSince(app, c.get("secret"), null);
      const secret = secretOf(c);
      const address = c.get("address");
      if ((bySecret.get(secret) ?? 0) >= mostOfSession || (byAddress.get(address) ?? 0) >= mostOfAddress) throw fault("rate-limited", { retryAfterSeconds: 60 });
      c.header("Cache-Control", "private, no-store, no-transform");
      c.header("X-Accel-Buffering", "no");
      if (once !== undefined) {
        const missed = await missedSince(app, secret, after);
        return streamSSE(c, async (stream) => stream.writeSSE({ id: String(app.now().getTime()), ...written(missed ?? { kind: "changes", changes: [] }) })) as never;
      }
      return streamSSE(c, async (stream) => {
        let ended: () => void = () => {};
        const over = new Promise<void>((resolve) => { ended = resolve; });
        const say = (event: LiveEvent) => {
          const gone = stream.writeSSE({ id: String(app.now().getTime()), ...written(event) });
          void (event.kind === "end" ? gone.finally(ended) : gone).catch(ended);
        };
        take(bySecret, secret, 1);
        take(byAddress, address, 1);
        const stop = hubOf(app).listen(secret, say);
        const breath = setInterval(() => void stream.write(": \n\n").catch(ended), breathMs);
        breath.unref();
        stream.onAbort(ended);
        try {
          await stream.write(`:${padding}\n\n`);
          await stream.writeSSE({ event: "here", id: String(app.now().getTime()), data: "{}", retry: 2_000 });
          // asked once one listens, so that nothing falls between
          const missed = await missedSince(app, secret, after);
          if (missed !== null) say(missed);
          await over;
        } finally {
          clearInterval(breath);
          stop();
          take(bySecret, secret, -1);
          take(byAddress, address, -1);
        }
      }) as never;
    },
  );
  routes.openapi(
    createRoute({ method: "get", path: "/api/changes", summary: "What was written, and by whom", request: { query: ChangesQuery }, responses: answers(ChangeList, "The newest first, of what one may see today") }),
    async (c) => c.json(await listChanges(app, c.get("secret"), { ...c.req.valid("query"), languages: c.get("languages") }), 200),
  );
  routes.openapi(
    createRoute({ method: "get", path: "/api/home", summary: "What changed since one was here", responses: answers(HomeAnswer, "Of what one may see today") }),
    async (c) => {
      const since = await sinceLastHere(app, c.get("secret"));
      const asked = { after: (since ?? app.now()).toISOString(), limit: 50, languages: c.get("languages") };
      return c.json({ since: since?.toISOString() ?? null, ...(await listChanges(app, c.get("secret"), asked)) }, 200);
    },
  );
  return routes;
}
