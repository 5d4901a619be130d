/** `npm run generate:client`: writes web/generated/api.d.ts from the OpenAPI description of src/api. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { openApiDocument } from "../src/api/openapi.ts";
import { clientTypes } from "./client/generate.ts";
import { ROOT } from "./launch/root.mjs";

const path = join(ROOT, "web/generated/api.d.ts");
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, clientTypes(openApiDocument()));
process.stdout.write(`${path}\n`);
