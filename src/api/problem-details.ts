import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { fault, type EntenteError, isFault } from "../base/errors.ts";

/** Any failure as RFC 9457. What is not of the catalogue is `internal` and tells nothing of its cause. */
export function problemDetails(error: unknown, c: Context): Response {
  const known: EntenteError = isFault(error)
    ? error
    : error instanceof HTTPException && error.status < 500
      ? fault("bad-input", { path: "", found: error.message, expected: "a request as the API describes it" })
      : fault("internal", undefined, error);
  return problemResponse(c, known);
}

export function problemResponse(c: Context, error: EntenteError, errors?: readonly { path: string; found: string; expected: string }[]): Response {
  const params = Object.fromEntries(Object.entries(error.params).map(([name, value]) => [name, typeof value === "object" ? String(value ?? "") : value]));
  const body = {
    type: `/api/problems#${error.code}`,
    title: error.code,
    status: error.status,
    code: error.code,
    ...(Object.keys(params).length > 0 ? { params } : {}),
    ...(errors ? { errors } : {}),
  };
  c.header("Cache-Control", "private, no-store");
  if (error.code === "rate-limited") c.header("Retry-After", String(error.params["retryAfterSeconds"]));
  return c.body(JSON.stringify(body), error.status as 400, { "Content-Type": "application/problem+json" });
}
