/** The address that people use, from the settings that the server reads too. */
export function addressOf(env: Readonly<Record<string, string | undefined>>): string {
  const named = env["ENTENTE_URL"]?.replace(/\/$/, "");
  if (named !== undefined && named !== "") return named;
  const host = env["HOST"] === undefined || env["HOST"] === "0.0.0.0" ? "127.0.0.1" : env["HOST"];
  return `http://${host.includes(":") ? `[${host}]` : host}:${env["PORT"] ?? "4700"}`;
}
