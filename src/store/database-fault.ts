import { fault, isFault } from "../base/errors.ts";

/**
 * PostgreSQL's errors as the catalogue's. Uniqueness and foreign keys become one answer each that says nothing
 * about which row was met: it may be one that the asking viewer may not see.
 */
export function databaseFault(error: unknown): unknown {
  if (isFault(error) || !(error instanceof Error)) return error;
  const code = (error as { code?: unknown }).code;
  // The client's own words for a connection that broke; they carry no code.
  if (/^(Client has encountered a connection error|Connection terminated)/.test(error.message)) return fault("database-unreachable", { where: "database", reason: "connection lost" }, error);
  if (typeof code !== "string") return error;
  if (code === "23505") return fault("already-exists", undefined, error);
  // What a new row hangs on was marked anew, or has gone, while it was written (see migrations/0040).
  const { constraint: named } = error as { constraint?: unknown };
  const constraint = typeof named === "string" ? named : "";
  if (code === "23503" && constraint.includes("_class_id")) return fault("conflict-edit", undefined, error);
  if (code === "23514" && constraint.endsWith("_class_id_known")) return fault("not-found", undefined, error);
  if (code === "23514" && constraint.startsWith("two_different_")) return fault("not-allowed", { right: "second-act", whoCanGive: "another person" }, error);
  if (code === "23503") return fault("not-found", undefined, error);
  if (code === "42501") return fault("not-allowed", { right: "write", whoCanGive: "owner" }, error);
  if (code === "54000") return fault("too-large", { found: "a value", limit: "what an index holds (about 2,700 bytes)" }, error);
  if (code === "53100") return fault("disk-full", { folder: "database" }, error);
  if (code === "22021" || code === "22P05") return fault("bad-input", { path: "", found: "NUL character", expected: "text without NUL" }, error);
  if (code === "22P02" || code === "22007" || code === "22008" || code === "22003") return fault("not-found", undefined, error);
  if (/^(08|57P)/.test(code) || ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOENT"].includes(code)) return fault("database-unreachable", { where: "database", reason: code }, error);
  return error;
}
