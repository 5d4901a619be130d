import type { paths } from "../generated/api.d.ts";

type Ok<P extends keyof paths, M extends "get" | "post"> = paths[P] extends Record<M, { responses: { 200: { content: { "application/json": infer A } } } }> ? A : never;
export type ActList = Ok<"/api/acts", "get">;
export type Act = ActList["items"][number];
export type Operation = Ok<"/api/operation", "get">;
export type People = Ok<"/api/people", "get">;
export type Person = People["items"][number];
export type Invitations = Ok<"/api/invitations", "get">;
