import { fault } from "../base/errors.ts";

export type ServerConfig = { readonly host: string; readonly port: number; readonly secure: boolean; readonly setupFromAnywhere: boolean; readonly proxies: ReadonlySet<string>; readonly publicUrl: string | null; readonly logLevel: string };

/**
 * `PORT` (4700), `HOST` (127.0.0.1), `ENTENTE_URL` (the address people use, when a reverse proxy stands before it; https makes
 * cookies Secure), `ENTENTE_PROXIES` (addresses of reverse proxies whose X-Forwarded-For is believed, parted by commas), `ENTENTE_SETUP_FROM_ANYWHERE=yes`, `ENTENTE_LOG` (warn).
 * @throws bad-input
 */
export function serverConfig(env: Readonly<Record<string, string | undefined>>): ServerConfig {
  const port = Number(env["PORT"] ?? "4700");
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw fault("bad-input", { path: "PORT", found: env["PORT"] ?? "", expected: "0 to 65535" });
  const publicUrl = env["ENTENTE_URL"] ?? null;
  if (publicUrl !== null && !/^https?:\/\//.test(publicUrl)) throw fault("bad-input", { path: "ENTENTE_URL", found: publicUrl, expected: "an address that begins with http:// or https://" });
  return {
    host: env["HOST"] ?? "127.0.0.1",
    port,
    secure: publicUrl?.startsWith("https://") ?? false,
    setupFromAnywhere: env["ENTENTE_SETUP_FROM_ANYWHERE"] === "yes",
    proxies: new Set((env["ENTENTE_PROXIES"] ?? "").split(",").map((a) => a.trim()).filter((a) => a !== "")),
    publicUrl: publicUrl?.replace(/\/$/, "") ?? null,
    logLevel: env["ENTENTE_LOG"] ?? "warn",
  };
}
