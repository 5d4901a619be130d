import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import { fault } from "../../base/errors.ts";
import { importSummary } from "../../app/imports/import-summary.ts";
import { listFaults, listImports, rawFault, readImport } from "../../app/imports/read-import.ts";
import { resumeImport } from "../../app/imports/resume-import.ts";
import { startImport } from "../../app/imports/start-import.ts";
import { answers } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { Id } from "../schemas/common.ts";
import { FaultList, ImportJob, ImportList, ImportQuery, NewImportQuery } from "../schemas/imports.ts";

const withId = z.object({ id: Id });
const everyMs = 250;

/** Taking files in, and following how they are read. */
export function importRoutes({ app, settings }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  const offset = (cursor: string | undefined) => Math.max(0, Number.parseInt(cursor ?? "0", 10) || 0);
  const signedIn = (secret: string | null): string => {
    if (secret === null) throw fault("sign-in-needed");
    return secret;
  };

  routes.openapi(
    createRoute({ method: "get", path: "/api/imports", summary: "Imports of the viewer's own, newest first", request: { query: ImportQuery }, responses: answers(ImportList, "Imports") }),
    async (c) => {
      const { cursor, limit } = c.req.valid("query");
      return c.json(await listImports(app, c.get("secret"), { cursor: offset(cursor), limit }, c.get("languages")), 200);
    },
  );
  routes.openapi(
    createRoute({
      method: "post", path: "/api/imports", summary: "Import a file", request: { query: NewImportQuery, body: { content: { "application/octet-stream": { schema: z.any().openapi({ type: "string", format: "binary" }) } }, required: true } },
      responses: { ...answers(ImportJob, "Taken in"), 202: { content: { "application/json": { schema: ImportJob } }, description: "Taken in, and safe; reading goes on" } },
    }),
    async (c) => {
      const secret = signedIn(c.get("secret"));
      const { name, publication, circle } = c.req.valid("query");
      const body = c.req.raw.body;
      if (body === null) throw fault("bad-input", { path: "body", found: "nothing", expected: "the file's bytes" });
      const id = await startImport(app, secret, { fileName: name, publication: publication === "yes", ...(circle === undefined ? {} : { circle }), bytes: body as unknown as AsyncIterable<Uint8Array> });
      settings.importStarted(id);
      return c.json(await readImport(app, secret, id, c.get("languages")), 202);
    },
  );
  routes.openapi(
    createRoute({ method: "get", path: "/api/imports/{id}", summary: "How far an import is", request: { params: withId }, responses: answers(ImportJob, "The import") }),
    async (c) => c.json(await readImport(app, c.get("secret"), c.req.valid("param").id, c.get("languages")), 200),
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/imports/{id}/resume", summary: "Read a failed import again", request: { params: withId }, responses: answers(ImportJob, "It waits to be read") }),
    async (c) => {
      const { id } = c.req.valid("param");
      const secret = signedIn(c.get("secret"));
      await resumeImport(app, secret, id);
      settings.importStarted(id);
      return c.json(await readImport(app, secret, id, c.get("languages")), 200);
    },
  );
  routes.openapi(
    createRoute({ method: "get", path: "/api/imports/{id}/faults", summary: "What was wrong", request: { params: withId, query: ImportQuery }, responses: answers(FaultList, "Faults in the order of the file") }),
    async (c) => {
      const { cursor, limit } = c.req.valid("query");
      return c.json(await listFaults(app, c.get("secret"), c.req.valid("param").id, { cursor: offset(cursor), limit }), 200);
    },
  );
  routes.openapi(
    createRoute({ method: "get", path: "/api/imports/{id}/faults/{n}/raw", summary: "A record that was set aside, as it stood", request: { params: withId.extend({ n: z.coerce.number().int().min(0) }) }, responses: { ...answers(z.any(), "A problem"), 200: { content: { "text/plain": { schema: z.string() } }, description: "Its own text" } } }),
    async (c) => {
      const { id, n } = c.req.valid("param");
      return c.text(await rawFault(app, c.get("secret"), id, n), 200);
    },
  );
  routes.openapi(
    createRoute({ method: "get", path: "/api/imports/{id}/summary.csv", summary: "What was wrong, as CSV", request: { params: withId }, responses: { ...answers(z.any(), "A problem"), 200: { content: { "text/csv": { schema: z.string() } }, description: "One row a fault" } } }),
    async (c) => {
      const { id } = c.req.valid("param");
      const rows = importSummary(app, c.get("secret"), id);
      const first = await rows.next();
      return c.body(
        new ReadableStream({
          start: (stream) => {
            if (first.done) stream.close();
            else stream.enqueue(first.value);
          },
          pull: async (stream) => {
            const { value, done } = await rows.next();
            if (done) stream.close();
            else stream.enqueue(value);
          },
        }),
        200,
        { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="import-${id}.csv"` },
      ) as never;
    },
  );
  routes.openapi(
    createRoute({ method: "get", path: "/api/imports/{id}/events", summary: "How far an import is, as it goes", request: { params: withId }, responses: { ...answers(z.any(), "A problem"), 200: { content: { "text/event-stream": { schema: z.string() } }, description: "Each event's data is an ImportJob; ends when the import has ended" } } }),
    async (c) => {
      const { id } = c.req.valid("param");
      const [secret, languages] = [c.get("secret"), c.get("languages")];
      await readImport(app, secret, id, languages);
      return streamSSE(c, async (stream) => {
        let last = "";
        while (!stream.aborted) {
          // Asked anew each time as this viewer: a right that ended ends the stream.
          const job = await readImport(app, secret, id, languages);
          const data = JSON.stringify(job);
          if (data !== last) await stream.writeSSE({ data, event: "import" });
          last = data;
          if (job.state === "done" || job.state === "failed") return;
          await stream.sleep(everyMs);
        }
      }) as never;
    },
  );
  return routes;
}
