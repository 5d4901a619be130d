import type { App } from "../app/app.ts";

/** What a route finds in its request, put there by the middleware of build-api.ts. */
export type ApiVariables = {
  /** the opaque secret of the session or token; null for the anonymous visitor */
  readonly secret: string | null;
  /** BCP 47, most wanted first, never empty */
  readonly languages: readonly string[];
  /** the address of the asking machine, as far as it is known */
  readonly address: string;
  /** the secret of a browser in which somebody came in before; null for others */
  readonly device: string | null;
  /** what the asking program says it is */
  readonly agent: string | null;
  /** the address of the pages as the browser has it: `https://entente.example` */
  readonly origin: string;
};
export type ApiEnv = { Variables: ApiVariables };

export type ApiSettings = {
  /** served over https: the cookie is then `__Host-` and Secure */
  readonly secure: boolean;
  /** the address that people use; null: the one that is asked */
  readonly publicUrl?: string | null;
  /** addresses of reverse proxies: from these, and no others, X-Forwarded-For is believed */
  readonly proxies: ReadonlySet<string>;
  /** the setup link works from other machines too */
  readonly setupFromAnywhere: boolean;
  /** told of every failure that is our own: the asking side learns nothing of its cause */
  readonly faultOfOurs: (error: unknown) => void;
  /** takes up an import that was just accepted */
  readonly importStarted: (importId: string) => void;
};

export type RouteContext = { readonly app: App; readonly settings: ApiSettings };
