import { expect, test } from "vitest";
import { clientTypes } from "./generate.ts";

const DESCRIPTION = {
  openapi: "3.1.0",
  info: { title: "Example", version: "1" },
  paths: {
    "/areas/{id}": {
      get: {
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: {
          200: {
            description: "An area",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Area" } } },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Area: {
        type: "object",
        required: ["name"],
        properties: { name: { type: "string" }, need: { type: ["number", "null"] } },
      },
    },
  },
};

test("paths, parameters and shapes of a description become types", () => {
  const types = clientTypes(DESCRIPTION);
  expect(types).toContain(`readonly "/areas/{id}"`);
  expect(types).toMatch(/readonly name: string;/);
  expect(types).toMatch(/readonly need\?: number \| null;/);
});

test("a description without a path is refused, not printed as an empty client", () => {
  expect(() => clientTypes({ ...DESCRIPTION, paths: {} })).toThrow("has no path");
});
