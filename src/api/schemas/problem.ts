import { z } from "@hono/zod-openapi";

/**
 * RFC 9457. `code` is stable and is what a client acts on; the words for people stand in the locales under `error.<code>`.
 * `params` are the values that those words need. `title` and `detail` are English, for logs and scripts.
 */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().openapi({ example: "not-found" }),
    detail: z.string().optional(),
    instance: z.string().optional(),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    /** Where in the request: one per wrong input. */
    errors: z.array(z.object({ path: z.string(), found: z.string(), expected: z.string() })).optional(),
  })
  .openapi("Problem");
export type Problem = z.infer<typeof Problem>;
