import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openApiDocument } from "../../src/api/openapi.ts";
import { ROOT } from "../launch/root.mjs";
import { clientTypes } from "./generate.ts";

test("the committed client types are those of today's API (npm run generate:client)", () => {
  expect(readFileSync(join(ROOT, "web/generated/api.d.ts"), "utf8")).toBe(clientTypes(openApiDocument()));
});
