import type { z } from "@hono/zod-openapi";
import { Problem } from "./schemas/problem.ts";

const problem = { content: { "application/problem+json": { schema: Problem } }, description: "Refused, and why" } as const;

/** The answers of a route in its description: its own on success, a problem otherwise. */
export function answers<T extends z.ZodType>(schema: T, description: string) {
  return {
    200: { content: { "application/json": { schema } }, description },
    400: problem,
    401: problem,
    403: problem,
    404: problem,
  } as const;
}

export function jsonBody<T extends z.ZodType>(schema: T) {
  return { body: { content: { "application/json": { schema } }, required: true } } as const;
}
