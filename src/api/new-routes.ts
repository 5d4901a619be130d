import { OpenAPIHono } from "@hono/zod-openapi";
import { fault } from "../base/errors.ts";
import type { ApiEnv } from "./context.ts";
import { foundAt } from "./found-at.ts";
import { problemResponse } from "./problem-details.ts";

/** A group of routes whose wrong inputs become one problem with a line for each. */
export function newRoutes(): OpenAPIHono<ApiEnv> {
  return new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const sent: unknown = "data" in result ? result.data : undefined;
      const errors = result.error.issues.map((issue) => ({ path: issue.path.join("."), found: foundAt(sent, issue.path), expected: issue.message }));
      const first = errors[0] ?? { path: "", found: "", expected: "" };
      return problemResponse(c, fault("bad-input", first), errors);
    },
  });
}
