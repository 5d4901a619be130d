import { isFault, type ErrorCode } from "../base/errors.ts";

/** What happened and what to do, for whoever starts the server. The pages have their words in locales; there are none yet here. */
const advice: Partial<Record<ErrorCode, string>> = {
  "port-taken": "Another program listens on this port. Start with another: PORT=4701 npm start",
  "host-not-available": "This machine has no such address. HOST=127.0.0.1 listens for this machine alone.",
  "data-folder-not-writable": "Give this account the right to write there, or name another folder: ENTENTE_DATA=/path npm start",
  "data-folder-newer": "These data were written by a newer Entente. Start that version, or name another folder with ENTENTE_DATA. Nothing was changed.",
  "data-folder-other-major": "These data are of another PostgreSQL. Make a backup with the version that wrote them, and restore it into an empty folder. Nothing was changed.",
  "database-unreachable": "Check DATABASE_URL and that the server runs. Without DATABASE_URL Entente brings its own.",
  "database-too-old": "PostgreSQL 16 or newer is needed. Without DATABASE_URL Entente brings its own.",
  "database-refused": "The account of DATABASE_URL needs the right to create roles and a database.",
  "disk-full": "Free some space and start again. Nothing that was acknowledged is lost.",
  "postgres-start-failed": "The lines above are PostgreSQL's own.",
  "csv-invalid": "A file of the record that comes with Entente has a faulty cell. Nothing of it was loaded.",
};

export function startFault(error: unknown): string {
  if (!isFault(error)) return "Entente did not start. This is a fault of its own; please report the lines below.";
  const facts = Object.entries(error.params).map(([name, value]) => `  ${name}: ${Array.isArray(value) ? value.join("; ") : String(value)}`);
  return [`Entente did not start: ${error.code}`, ...facts, advice[error.code] ?? ""].filter((line) => line !== "").join("\n");
}
