/**
 * Every way in which Entente refuses, by a stable code. To add one, add a line here and its words in locales.
 *
 * `status` is the HTTP status of the answer (the CLI maps it to its exit codes). `params` are the facts that
 * the words need; more may be given. A wrong input names the file, the line or path, what was found and what
 * was expected. "not-found" is also the answer for what exists and may not be seen; "already-exists" says
 * nothing about what exists.
 */
export const errorCatalogue = {
  // what a person may do
  "not-found": { status: 404, params: [] },
  "not-allowed": { status: 403, params: ["right", "whoCanGive"] },
  "sign-in-needed": { status: 401, params: [] },
  "sign-in-failed": { status: 401, params: [] },
  "second-factor-needed": { status: 401, params: [] },
  "second-factor-wrong": { status: 401, params: [] },
  "passkey-refused": { status: 401, params: [] },
  "passwords-closed": { status: 403, params: [] },
  "https-needed": { status: 403, params: [] },
  "provider-refused": { status: 401, params: ["reason"] },
  "token-invalid": { status: 401, params: [] },
  "rate-limited": { status: 429, params: ["retryAfterSeconds"] },
  "setup-link-expired": { status: 410, params: [] },
  "setup-done": { status: 410, params: [] },

  // what was sent
  "bad-input": { status: 400, params: ["path", "found", "expected"] },
  "edtf-invalid": { status: 400, params: ["found", "expected"] },
  "money-invalid": { status: 400, params: ["found", "expected"] },
  "marking-invalid": { status: 400, params: ["found", "expected"] },
  "csv-invalid": { status: 400, params: ["file", "line", "path", "found", "expected"] },
  "unsupported-format": { status: 415, params: ["found", "expected"] },
  "too-large": { status: 413, params: ["found", "limit"] },
  "already-exists": { status: 409, params: [] },
  "conflict-edit": { status: 409, params: [] },
  "sent-already": { status: 409, params: [] },
  "precondition-failed": { status: 412, params: [] },

  // where it runs
  "port-taken": { status: 500, params: ["host", "port"] },
  "host-not-available": { status: 500, params: ["host"] },
  "data-folder-not-writable": { status: 500, params: ["folder", "reason"] },
  "data-folder-newer": { status: 500, params: ["folder", "found", "expected"] },
  "data-folder-other-major": { status: 500, params: ["folder", "found", "expected"] },
  "database-unreachable": { status: 503, params: ["where", "reason"] },
  "database-too-old": { status: 500, params: ["found", "expected"] },
  "database-refused": { status: 500, params: ["reason"] },
  "postgres-start-failed": { status: 500, params: ["folder", "reason"] },
  "disk-full": { status: 507, params: ["folder"] },

  // what is kept
  "backup-damaged": { status: 422, params: ["file", "found", "expected"] },
  "backup-newer": { status: 422, params: ["file", "found", "expected"] },
  "restore-not-empty": { status: 409, params: ["where"] },
  "audit-broken": { status: 500, params: ["where", "found", "expected"] },
  internal: { status: 500, params: [] },
} as const satisfies Record<string, { readonly status: number; readonly params: readonly string[] }>;

export type ErrorCode = keyof typeof errorCatalogue;
export type ParamValue = string | number | boolean | null | readonly string[];
/** The facts a code demands; any other named fact may come with them (a file, a line, a path). */
export type ErrorParams<Code extends ErrorCode> = { readonly [Name in (typeof errorCatalogue)[Code]["params"][number]]: ParamValue } & {
  readonly [name: string]: ParamValue;
};

export type EntenteError<Code extends ErrorCode = ErrorCode> = Error & {
  readonly kind: "fault";
  readonly code: Code;
  readonly status: number;
  readonly params: Readonly<Record<string, ParamValue>>;
};

type NeedsParams<Code extends ErrorCode> = (typeof errorCatalogue)[Code]["params"] extends readonly [] ? false : true;

/**
 * An error of the catalogue, to be thrown. `message` is for logs and traces, never for people.
 *
 * `fault("port-taken", { host: "127.0.0.1", port: 4700 })`, `fault("not-found")`
 */
export function fault<Code extends ErrorCode>(
  code: Code,
  ...[params, cause]: NeedsParams<Code> extends true ? [params: ErrorParams<Code>, cause?: unknown] : [params?: ErrorParams<Code>, cause?: unknown]
): EntenteError<Code> {
  const facts = params ?? {};
  const words = Object.keys(facts).length === 0 ? code : `${code} ${JSON.stringify(facts)}`;
  const error = new Error(words, cause === undefined ? undefined : { cause });
  error.name = "EntenteError";
  return Object.assign(error, { kind: "fault" as const, code, status: errorCatalogue[code].status, params: facts });
}

/** Whether something caught is an error of the catalogue, and, if asked, of this code. */
export function isFault<Code extends ErrorCode = ErrorCode>(e: unknown, code?: Code): e is EntenteError<Code> {
  if (!(e instanceof Error) || !("kind" in e) || e.kind !== "fault" || !("code" in e) || typeof e.code !== "string") return false;
  return Object.hasOwn(errorCatalogue, e.code) && (code === undefined || e.code === code);
}
