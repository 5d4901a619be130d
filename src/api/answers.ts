import type { z } from "@hono/zod-openapi";
import { Problem } from "./schemas/problem.ts";

const problem = (description: string) => ({ content: { "application/problem+json": { schema: Problem } }, description });

/** Every refusal that a route may give, by its status: all are problem details with a stable code. */
const refusals = {
  400: problem("What was sent is wrong: where, what was found, what was expected"),
  401: problem("Sign in first, or again"),
  403: problem("Not allowed: which right is missing, and who can give it"),
  404: problem("Not there, or not to be seen"),
  409: problem("It stands already, or changed meanwhile"),
  410: problem("The link is used or too old"),
  413: problem("Too large"),
  415: problem("A format that is not read here"),
  429: problem("Too often: try again later"),
  500: problem("A fault of ours"),
  503: problem("The database does not answer"),
  507: problem("The disk is full"),
} as const;

/** The answers of a route in its description: its own on success, a problem otherwise. */
export function answers<T extends z.ZodType>(schema: T, description: string) {
  return { 200: { content: { "application/json": { schema } }, description }, ...refusals } as const;
}

export function jsonBody<T extends z.ZodType>(schema: T) {
  return { body: { content: { "application/json": { schema } }, required: true } } as const;
}
