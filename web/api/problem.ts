import type { Problem } from "./types.ts";

/** An answer of the API that is not the one hoped for, or no answer at all (`code` "unreachable"). */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Reads whatever came back as a problem: servers in between answer pages of their own. */
export function problemOf(status: number, body: unknown): Problem {
  if (typeof body === "object" && body !== null && "code" in body && typeof body.code === "string") return body as Problem;
  return { type: "about:blank", title: "The server did not answer as expected", status, code: status === 404 ? "not-found" : status >= 500 ? "server-fault" : "unexpected-answer" };
}

export const unreachable: Problem = { type: "about:blank", title: "The server could not be reached", status: 0, code: "unreachable" };

export function asProblem(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : { type: "about:blank", title: "The page failed", status: 0, code: "page-fault" };
}
