import { pino } from "pino";
import { requestLog } from "../../src/server/request-log.ts";
import type { SignedUp, TestApp } from "../support/test-app.ts";
import type { FreshDatabase } from "../support/database.ts";
import { testApp } from "../support/test-app.ts";
import { formToken } from "../../src/api/who-asks.ts";
import { today } from "./cast.ts";
import type { Ask } from "./recipes.ts";

/** Everything that an asking side is told. */
export type Told = { readonly ask: string; readonly status: number; readonly headers: string; readonly body: string };

export type World = { readonly t: TestApp; readonly tell: (ask: Ask, as: SignedUp | undefined) => Promise<Told[]>; readonly log: () => string; readonly failures: readonly unknown[]; readonly close: () => Promise<void> };

/** The application on a copy of a database, with its log kept. */
export async function openWorld(database: FreshDatabase): Promise<World> {
  let lines = "";
  const failures: unknown[] = [];
  // no clock and no process number: now and then they hold a planted number by chance
  const log = pino({ level: "trace", base: null, timestamp: false }, { write: (line: string) => void (lines += line) });
  const t = await testApp({ database, now: () => today, settings: { faultOfOurs: (error) => { failures.push(error); log.error({ error }, "a request failed"); } } });
  const fetch = requestLog(t.api, log);

  const once = async (ask: Ask, path: string, as: SignedUp | undefined): Promise<Told> => {
    const headers: Record<string, string> = { "accept-language": "en, es;q=0.5", ...(as?.headers ?? { "x-entente-form": formToken(null) }) };
    if (ask.body !== undefined) headers["content-type"] = "application/json";
    if (ask.bytes !== undefined) headers["content-type"] = "application/octet-stream";
    const body = ask.bytes ?? (ask.body === undefined ? undefined : JSON.stringify(ask.body));
    const response = await fetch(new Request(`http://test${path}`, { method: ask.method, headers, ...(body === undefined ? {} : { body }) }), {});
    return { ask: `${ask.method} ${path}`, status: response.status, headers: [...response.headers].map((h) => h.join(": ")).sort().join("\n"), body: await response.text() };
  };
  return {
    t,
    tell: async (ask, as) => {
      const told = [await once(ask, ask.path, as)];
      for (let n = 0; ask.pages && n < 60; n++) {
        const last = told.at(-1) as Told;
        const next = last.status === 200 ? (JSON.parse(last.body) as { next?: string | null }).next : null;
        if (next == null) break;
        told.push(await once(ask, `${ask.path}${ask.path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(next)}`, as));
      }
      return told;
    },
    log: () => lines,
    failures,
    close: () => t.close(),
  };
}

/** What a write made anew (ids, secrets, times) told by the order in which it appears. */
export function withoutMade(known: ReadonlySet<string>): (told: Told) => Told {
  const names = new Map<string, string>();
  const numbered = (kind: string) => (text: string) => {
    if (known.has(text)) return text;
    const name = names.get(text) ?? `‹${kind} ${names.size}›`;
    names.set(text, name);
    return name;
  };
  const plain = (text: string) =>
    text
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, numbered("id"))
      .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, "‹time›")
      .replaceAll(/(?<=token=|entente=|"token":"|"formToken":"|"flow":"|"challenge":"|"secret":"|secret=)[A-Za-z0-9_-]+/g, "‹secret›")
      .replaceAll(/(?<=Expires=)[^;]+/g, "‹time›");
  return (told) => ({ ask: plain(told.ask), status: told.status, headers: plain(told.headers).replaceAll(/etag: .*/g, ""), body: plain(told.body) });
}
