import { createHash } from "node:crypto";
import { docsStyle } from "./docs-style.ts";

type Schema = {
  readonly $ref?: string; readonly type?: string | readonly string[]; readonly format?: string; readonly enum?: readonly unknown[]; readonly const?: unknown; readonly description?: string;
  readonly items?: Schema; readonly properties?: Readonly<Record<string, Schema>>; readonly required?: readonly string[]; readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[]; readonly oneOf?: readonly Schema[]; readonly allOf?: readonly Schema[]; readonly default?: unknown; readonly pattern?: string;
  readonly minimum?: number; readonly maximum?: number; readonly minLength?: number; readonly maxLength?: number; readonly maxItems?: number;
};
type Content = Readonly<Record<string, { readonly schema?: Schema }>>;
type Operation = {
  readonly summary?: string; readonly description?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly description?: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content?: Content };
  readonly responses?: Readonly<Record<string, { readonly description?: string; readonly content?: Content }>>;
};
/** As much of an OpenAPI 3.1 description as the page shows. */
export type Described = {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
};

/** The only style of the page, named by its hash; no script at all. */
export const docsPolicy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(docsStyle).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const methods = ["get", "post", "put", "patch", "delete"] as const;

/** The description as a page to read: resources, their operations, and the shapes they speak in. One HTML document, nothing loaded. */
export function docsPage(described: Described): string {
  const operations = Object.entries(described.paths ?? {}).flatMap(([path, byMethod]) => methods.flatMap((method) => (byMethod[method] ? [{ method, path, operation: byMethod[method] }] : [])));
  const resources = [...Map.groupBy(operations, ({ path }) => path.split("/")[2] ?? "")];
  const schemas = Object.entries(described.components?.schemas ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const { title, version, description = "" } = described.info;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(title)} API</title><style>${docsStyle}</style></head>
<body><nav aria-label="Contents"><p class="brand"><a href="#top">${text(title)} API</a></p><h2>Resources</h2><ul>${resources.map(([name]) => `<li><a href="#resource-${text(name)}">${text(name)}</a></li>`).join("")}</ul>
<h2>Shapes</h2><ul>${schemas.map(([name]) => `<li>${link(name)}</li>`).join("")}</ul></nav>
<main id="top"><h1>${text(title)} API</h1><p class="lead">${text(description)}</p><p>Version ${text(version)} · <a href="/api/openapi.json">the description as OpenAPI 3.1</a></p>
${resources.map(([name, list]) => `<section id="resource-${text(name)}"><h2>${text(name)}</h2>${list.map((o) => operationBlock(o.method, o.path, o.operation)).join("")}</section>`).join("\n")}
<section id="shapes"><h2>Shapes</h2>${schemas.map(([name, schema]) => `<article id="shape-${text(name)}"><h3>${text(name)}</h3>${note(schema.description)}${shape(schema)}</article>`).join("\n")}</section>
</main></body></html>
`;
}

function operationBlock(method: string, path: string, o: Operation): string {
  const id = `${method}-${path.replace(/[^a-z0-9]+/gi, "-")}`;
  const success = Object.entries(o.responses ?? {}).filter(([status]) => Number(status) < 400);
  const refused = Object.entries(o.responses ?? {}).filter(([status]) => Number(status) >= 400);
  const parameters = o.parameters ?? [];
  return `<article id="${text(id)}"><h3><span class="method ${method}">${method.toUpperCase()}</span> <code>${text(path).replaceAll(/\{[^}]+\}/g, "<em>$&</em>")}</code></h3><p>${text(o.summary ?? "")}</p>${note(o.description)}
${parameters.length === 0 ? "" : table("Parameters", ["Name", "In", "Type", ""], parameters.map((p) => [`<code>${text(p.name)}</code>${p.required ? ' <abbr title="required">*</abbr>' : ""}`, text(p.in), type(p.schema), `${text(p.description ?? p.schema?.description ?? "")}${limits(p.schema)}`]))}
${o.requestBody?.content ? `<p class="line"><b>Sends</b> ${contents(o.requestBody.content)}</p>` : ""}
${success.map(([status, r]) => `<p class="line"><b>${text(status)}</b> ${contents(r.content ?? {})} <span>${text(r.description ?? "")}</span></p>`).join("")}
<details><summary>Refusals: ${refused.map(([status]) => text(status)).join(", ")}</summary><ul>${refused.map(([status, r]) => `<li><b>${text(status)}</b> ${text(r.description ?? "")}</li>`).join("")}</ul><p>Each is ${link("Problem")} as application/problem+json.</p></details></article>`;
}

const contents = (content: Content) => Object.entries(content).map(([media, { schema }]) => `${type(schema)} <span class="media">${text(media)}</span>`).join(" or ");

function shape(schema: Schema): string {
  const all = [schema, ...(schema.allOf ?? [])];
  const properties = all.flatMap((s) => Object.entries(s.properties ?? {}).map(([name, of]) => ({ name, of, needed: (s.required ?? []).includes(name) })));
  const bases = (schema.allOf ?? []).filter((s) => s.$ref !== undefined);
  if (properties.length === 0) return `<p>${type(schema)}</p>`;
  const rows = properties.map(({ name, of, needed }) => [`<code>${text(name)}</code>${needed ? "" : ' <small>optional</small>'}`, type(of), `${text(of.description ?? "")}${limits(of)}`]);
  return `${bases.length === 0 ? "" : `<p>All of ${bases.map((b) => type(b)).join(", ")}, and:</p>`}${table("Members", ["Name", "Type", ""], rows)}`;
}

/** A type in words: names of shapes are links, what is nested is spelled out. */
function type(schema: Schema | undefined): string {
  if (schema === undefined) return "anything";
  if (schema.$ref !== undefined) return link(schema.$ref.split("/").at(-1) ?? "");
  if (schema.const !== undefined) return `<code>${text(JSON.stringify(schema.const))}</code>`;
  if (schema.enum !== undefined) return schema.enum.map((v) => `<code>${text(JSON.stringify(v))}</code>`).join(" | ");
  const some = schema.anyOf ?? schema.oneOf;
  if (some !== undefined) return some.map(type).join(" | ");
  if (schema.allOf !== undefined) return schema.allOf.map(type).join(" &amp; ");
  if (schema.items !== undefined) return `list of ${type(schema.items)}`;
  if (schema.properties !== undefined) return `{ ${Object.entries(schema.properties).map(([name, of]) => `<code>${text(name)}</code>: ${type(of)}`).join(", ")} }`;
  if (typeof schema.additionalProperties === "object") return `${type(schema.additionalProperties)} by name`;
  const plain = typeof schema.type === "string" ? schema.type : (schema.type ?? []).join(" | ");
  return `${text(plain || "anything")}${schema.format === undefined ? "" : ` <small>${text(schema.format)}</small>`}`;
}

function limits(schema: Schema | undefined): string {
  const said = [["default", schema?.default], ["from", schema?.minimum], ["to", schema?.maximum], ["at least", schema?.minLength], ["at most", schema?.maxLength ?? schema?.maxItems]].flatMap(([word, value]) => (value === undefined || value === Number.MAX_SAFE_INTEGER || value === Number.MIN_SAFE_INTEGER ? [] : [`${word as string} ${JSON.stringify(value)}`]));
  return said.length === 0 ? "" : ` <small>${text(said.join(", "))}</small>`;
}

function table(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `<div class="scroll"><table><caption>${caption}</caption><thead><tr>${head.map((h) => `<th scope="col">${h}</th>`).join("")}</tr></thead><tbody>${rows.map((r) => `<tr>${r.map((c) => `<td>${c}</td>`).join("")}</tr>`).join("")}</tbody></table></div>`;
}

const note = (words: string | undefined) => (words === undefined ? "" : `<p>${text(words)}</p>`);
const link = (name: string) => `<a href="#shape-${text(name)}">${text(name)}</a>`;
const text = (words: string) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
