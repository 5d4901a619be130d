import { ProblemError, problemOf, unreachable } from "../api/problem.ts";
import { queryString } from "../api/client.ts";
import type { ImportJob } from "../api/record-types.ts";

type Wanted = { readonly file: File; readonly publication: boolean; readonly formToken: string; readonly language: string; readonly sent: (bytes: number) => void; readonly signal: AbortSignal };

/** Sends a file as it is and says how much has gone; `fetch` cannot tell. Throws ProblemError; an aborted one throws AbortError. */
export function upload({ file, publication, formToken, language, sent, signal }: Wanted): Promise<ImportJob> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/imports${queryString({ name: file.name, publication: publication ? "yes" : "no" })}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("accept-language", language);
    request.setRequestHeader("x-entente-form", formToken);
    request.upload.addEventListener("progress", (event) => sent(event.loaded));
    request.addEventListener("load", () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300 && body !== undefined) resolve(body as ImportJob);
      else reject(new ProblemError(problemOf(request.status, body)));
    });
    request.addEventListener("error", () => reject(new ProblemError(unreachable)));
    request.addEventListener("abort", () => reject(new DOMException("The upload was stopped.", "AbortError")));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // a page of something in between: problemOf says so
    return undefined;
  }
}
