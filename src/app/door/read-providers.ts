import { readFile } from "node:fs/promises";
import { z } from "zod";
import { fault } from "../../base/errors.ts";
import { newcomerRoles, type Provider } from "./provider.ts";

const shape = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/),
    name: z.record(z.string(), z.string().min(1)),
    issuer: z.url(),
    clientId: z.string().min(1),
    /** the name of the variable that holds the client's secret: the file itself holds none */
    clientSecretFrom: z.string().regex(/^[A-Z][A-Z0-9_]*$/).optional(),
    scopes: z.array(z.string().regex(/^\S+$/)).default(["openid", "profile"]),
    member: z.union([z.strictObject({ code: z.string().min(1) }), z.strictObject({ claim: z.string().min(1), codes: z.record(z.string(), z.string().min(1)) })]),
    newcomers: z.enum(newcomerRoles).optional(),
  }),
);

/**
 * The identity providers of a JSON file.
 * @throws bad-input with the file, the path in it, what was found and what was expected
 */
export async function readProviders(file: string, env: Readonly<Record<string, string | undefined>>): Promise<readonly Provider[]> {
  const wrong = (path: string, found: string, expected: string, cause?: unknown) => fault("bad-input", { file, path, found, expected }, cause);
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw wrong("ENTENTE_OIDC", error.code ?? error.message, "a file that can be read", error);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw wrong("", error instanceof Error ? error.message : "not JSON", "JSON", error);
  }
  const parsed = shape.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw wrong(issue?.path.join(".") ?? "", issue?.code ?? "", issue?.message ?? "");
  }
  const ids = new Set<string>();
  return parsed.data.map((p, i): Provider => {
    if (ids.has(p.id)) throw wrong(`${i}.id`, p.id, "an id that no other provider has");
    ids.add(p.id);
    const issuer = new URL(p.issuer);
    const loopback = ["localhost", "127.0.0.1", "[::1]"].includes(issuer.hostname);
    if (issuer.protocol !== "https:" && !loopback) throw wrong(`${i}.issuer`, p.issuer, "https");
    if (!p.scopes.includes("openid")) throw wrong(`${i}.scopes`, p.scopes.join(" "), "openid among them");
    const clientSecret = p.clientSecretFrom === undefined ? null : (env[p.clientSecretFrom] ?? "");
    if (clientSecret === "") throw wrong(`${i}.clientSecretFrom`, p.clientSecretFrom ?? "", "the name of a variable that is set");
    const byClaim = "claim" in p.member;
    return {
      kind: "provider", id: p.id, name: p.name, issuer: p.issuer, clientId: p.clientId, clientSecret, scopes: p.scopes,
      memberClaim: byClaim ? (p.member as { claim: string }).claim : null,
      members: "codes" in p.member ? p.member.codes : { "": p.member.code },
      newcomers: p.newcomers ?? null,
      plainHttp: issuer.protocol !== "https:",
    };
  });
}
