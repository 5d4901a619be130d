import { type EntenteError, fault, isFault } from "../../base/errors.ts";
import type { OutsideAddress } from "./outside-address.ts";
import { errorCode } from "./system-error.ts";

const unreachable: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOENT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ECONNRESET",
  "EPIPE",
  "EACCES",
  // starting, stopping, too many sessions
  "57P01",
  "57P02",
  "57P03",
  "53300",
]);

/** The error of the catalogue behind what the driver says; never with a password, and without the driver's words, which may hold one. */
export function outsideFault(error: unknown, address: OutsideAddress, needed?: string): EntenteError {
  if (isFault(error)) return error;
  const code = errorCode(error) ?? "";
  const facts = { where: address.where, user: address.user, code };
  if (code.startsWith("28")) return fault("database-refused", { reason: "sign-in", ...facts });
  if (code === "3D000")
    return fault("database-refused", { reason: "no-such-database", database: address.database, ...facts });
  if (code === "42501")
    return fault("database-refused", { reason: "not-enough-rights", needed: needed ?? "", ...facts });
  if (code === "53100") return fault("disk-full", { folder: address.where });
  if (unreachable.has(code)) return fault("database-unreachable", { reason: code, ...facts });
  const words = error instanceof Error ? error.message : "";
  if (/timeout/i.test(words)) return fault("database-unreachable", { reason: "ETIMEDOUT", ...facts });
  if (/SSL|certificate|TLS/i.test(words) || /CERT|TLS|SSL/.test(code))
    return fault("database-unreachable", { reason: "TLS", ...facts });
  if (/Connection terminated/.test(words)) return fault("database-unreachable", { reason: "ECONNRESET", ...facts });
  return fault("database-refused", { reason: code || "unknown", ...facts });
}
