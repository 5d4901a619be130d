import { type EntenteError, isFault } from "../base/errors.ts";

/** What a command ends with. Scripts rely on these numbers: they stay. */
export const exitCodes = {
  ok: 0,
  /** a fault of our own */
  internal: 1,
  /** asked in a wrong way, or nothing could be opened */
  use: 2,
  /** there is no such thing, or this viewer may not see or do it */
  refused: 3,
  /** done, and some of the input was set aside; or the input could not be taken */
  faults: 4,
  /** what was verified does not hold: the audit log, a backup */
  broken: 5,
} as const;

const refused: ReadonlySet<string> = new Set(["not-found", "not-allowed", "sign-in-needed", "sign-in-failed", "second-factor-needed", "second-factor-wrong", "passkey-refused", "passwords-closed", "https-needed", "provider-refused", "token-invalid", "rate-limited", "setup-link-expired", "setup-done"]);
const faults: ReadonlySet<string> = new Set(["bad-input", "edtf-invalid", "money-invalid", "marking-invalid", "csv-invalid", "unsupported-format", "too-large", "already-exists", "conflict-edit", "sent-already", "precondition-failed"]);
const broken: ReadonlySet<string> = new Set(["backup-damaged", "backup-newer", "audit-broken"]);

export function exitCodeOf(error: unknown): number {
  if (!isFault(error)) return exitCodes.internal;
  const { code }: EntenteError = error;
  if (code === "internal") return exitCodes.internal;
  if (refused.has(code)) return exitCodes.refused;
  if (broken.has(code)) return exitCodes.broken;
  return faults.has(code) ? exitCodes.faults : exitCodes.use;
}
