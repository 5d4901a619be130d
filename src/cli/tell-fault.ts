import { type ErrorCode, isFault } from "../base/errors.ts";
import { plain } from "./print/plain.ts";

/** What happened and what to do, by code. What is not here is told by its code and its facts. */
const advice: Partial<Record<ErrorCode, string>> = {
  "not-found": "There is no such thing, or it may not be seen with this token.",
  "not-allowed": "This token's role has no right to that.",
  "sign-in-needed": "This needs an account: give a personal access token with --token or in ENTENTE_TOKEN.",
  "token-invalid": "The token is unknown, has expired or was ended.",
  "setup-done": "An account exists already. A further person is invited: entente invite --help",
  "bad-input": "Something that was given cannot be understood.",
  "csv-invalid": "A cell cannot be read. Nothing was loaded.",
  "unsupported-format": "No format that Entente reads. Nothing was kept.",
  "already-exists": "That stands already.",
  "conflict-edit": "It is not in a state in which that can be done.",
  "sent-already": "This was sent before, and was done.",
  "data-folder-not-writable": "Give this account the right to write there, or name another folder with --data.",
  "data-folder-newer": "These data were written by a newer Entente. Use that version. Nothing was changed.",
  "data-folder-other-major": "These data are of another PostgreSQL. Make a backup with the version that wrote them, and restore it into an empty folder. Nothing was changed.",
  "database-unreachable": "Check DATABASE_URL and that the server runs. Without DATABASE_URL Entente brings its own.",
  "database-too-old": "PostgreSQL 16 or newer is needed. Without DATABASE_URL Entente brings its own.",
  "database-refused": "The account of DATABASE_URL needs the right to create roles and a database.",
  "disk-full": "Free some space and try again. Nothing that was acknowledged is lost.",
  "backup-damaged": "This file is not a whole backup as it was written. Nothing was changed.",
  "backup-newer": "This backup was written by a newer Entente: restore it with that version. Nothing was changed.",
  "restore-not-empty": "A backup is restored into an empty place only: name a new folder with --data, or an empty database. Nothing was changed.",
  "audit-broken": "The audit log does not hold. Keep the data as they are, and compare with a backup.",
};

/** A fault as lines for a terminal. What is not of the catalogue is told by its stack: it is to be reported. */
export function tellFault(error: unknown): string {
  if (!isFault(error)) return `A fault of Entente's own; please report these lines.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
  const lines = Object.entries(error.params).map(([name, value]) => `  ${name}: ${plain(Array.isArray(value) ? value.join("; ") : String(value))}`);
  const cause = error.code === "internal" && error.cause instanceof Error ? [error.cause.stack ?? error.cause.message] : [];
  return `${[error.code, ...lines, advice[error.code] ?? "", ...cause].filter((line) => line !== "").join("\n")}\n`;
}

/** The same for a program: a problem as the API tells it. */
export function faultAsJson(error: unknown): object {
  if (!isFault(error)) return { code: "internal", status: 500 };
  return { code: error.code, status: error.status, params: error.params };
}
