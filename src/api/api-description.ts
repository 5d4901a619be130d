import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnv } from "./context.ts";

export const apiDescription: Parameters<OpenAPIHono<ApiEnv>["getOpenAPI31Document"]>[0] = {
  openapi: "3.1.0",
  info: {
    title: "Entente",
    version: "1",
    description: "The coordination room of a coalition. Reads are answered from what the asking viewer may see. Errors are problem details (RFC 9457) with stable codes.",
    license: { name: "Apache-2.0" },
  },
};
