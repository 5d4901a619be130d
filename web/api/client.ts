import { ProblemError, problemOf, unreachable } from "./problem.ts";

export type QueryValue = string | number | boolean | readonly string[] | undefined;
export type Query = Readonly<Record<string, QueryValue>>;

/** "?line=capacity&line=resilience&asOf=2023-11-15", or nothing. Absent and empty values are left out; a list repeats its key. */
export function queryString(query: Query): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== "") params.append(key, String(one));
  }
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

type Options = { readonly method?: "GET" | "POST" | "PUT" | "DELETE"; readonly query?: Query; readonly body?: unknown; readonly language: string; readonly signal?: AbortSignal; readonly formToken?: string };

/** One request. Throws ProblemError with the server's problem, or `unreachable`. */
export async function request<Answer>(path: string, options: Options): Promise<Answer> {
  const headers: Record<string, string> = { accept: "application/json", "accept-language": options.language };
  if (options.body !== undefined) headers["content-type"] = "application/json";
  if (options.formToken !== undefined) headers["x-entente-form"] = options.formToken;
  const response = await fetch(path + queryString(options.query ?? {}), {
    method: options.method ?? "GET",
    headers,
    credentials: "same-origin",
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ProblemError(unreachable);
  });
  const body: unknown = response.status === 204 ? null : await response.json().catch(() => undefined);
  if (!response.ok || body === undefined) throw new ProblemError(problemOf(response.status, body));
  return body as Answer;
}
