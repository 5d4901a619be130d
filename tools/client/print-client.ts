/**
 * Prints the browser's types for the OpenAPI description that comes in on stdin. A process of its own, because it
 * runs with another compiler (old-compiler.mjs).
 */
import { text } from "node:stream/consumers";
import openapiTS, { astToString } from "openapi-typescript";

const description = JSON.parse(await text(process.stdin)) as Parameters<typeof openapiTS>[0];
const nodes = await openapiTS(description, { alphabetize: true, immutable: true });
process.stdout.write(astToString(nodes));
