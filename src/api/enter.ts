import type { Context } from "hono";
import { setCookie } from "hono/cookie";
import type { OpenedSession } from "../app/door/open-session.ts";
import type { Comer } from "../app/door/sign-in.ts";
import { fault } from "../base/errors.ts";
import type { ApiEnv, RouteContext } from "./context.ts";
import { cookieName, deviceCookieName } from "./who-asks.ts";

const deviceDays = 180;

/** Gives the browser its session's secret. Bound to this host, never readable by a page, never sent along from another site. */
export function enter({ settings }: RouteContext, c: Context<ApiEnv>, made: OpenedSession & { readonly device?: string | null }): void {
  const bound = { path: "/", httpOnly: true, sameSite: "Strict", secure: settings.secure } as const;
  setCookie(c, cookieName(settings.secure), made.secret, { ...bound, expires: made.expiresAt });
  if (typeof made.device === "string") setCookie(c, deviceCookieName(settings.secure), made.device, { ...bound, maxAge: deviceDays * 86_400 });
  c.set("secret", made.secret);
}

export function leave({ settings }: RouteContext, c: Context<ApiEnv>): void {
  setCookie(c, cookieName(settings.secure), "", { path: "/", httpOnly: true, sameSite: "Strict", secure: settings.secure, maxAge: 0 });
}

/**
 * Nobody proves who they are over a line that others can read: https, or this machine itself.
 * @throws https-needed
 */
export function onlySafely({ settings }: RouteContext, c: Context<ApiEnv>): void {
  if (!settings.secure && !isLoopbackName(new URL(c.get("origin")).hostname)) throw fault("https-needed");
}

export function isLoopbackName(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}

export const comerOf = (c: Context<ApiEnv>): Comer => ({ address: c.get("address"), device: c.get("device"), agent: c.get("agent") });

/** @throws sign-in-needed */
export function secretOf(c: Context<ApiEnv>): string {
  const secret = c.get("secret");
  if (secret === null) throw fault("sign-in-needed");
  return secret;
}
