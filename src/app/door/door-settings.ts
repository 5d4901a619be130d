import { fault } from "../../base/errors.ts";
import type { Provider } from "./provider.ts";
import { readProviders } from "./read-providers.ts";

/** Which ways in an operator offers. */
export type DoorSettings = {
  /** by password: with a second factor, without one, or not at all */
  readonly passwords: "with-second-factor" | "alone" | "no";
  readonly providers: readonly Provider[];
  /** the public sees what is CLEAR, or nothing at all */
  readonly publicView: "open" | "closed";
  /** a browser's session unused for so long is over */
  readonly idleMinutes: number;
  /** a browser's session is over then in any case */
  readonly sessionHours: number;
};

export const usualDoor: DoorSettings = { passwords: "with-second-factor", providers: [], publicView: "open", idleMinutes: 120, sessionHours: 12 };

type Env = Readonly<Record<string, string | undefined>>;

/**
 * `ENTENTE_PASSWORDS` (with-second-factor, alone, no), `ENTENTE_OIDC` (a file of identity providers, see docs/guide/operating.md),
 * `ENTENTE_PUBLIC` (open, closed), `ENTENTE_IDLE_MINUTES` (120), `ENTENTE_SESSION_HOURS` (12).
 * @throws bad-input
 */
export async function readDoorSettings(env: Env): Promise<DoorSettings> {
  const file = env["ENTENTE_OIDC"];
  return {
    passwords: one(env, "ENTENTE_PASSWORDS", ["with-second-factor", "alone", "no"]),
    providers: file === undefined || file === "" ? [] : await readProviders(file, env),
    publicView: one(env, "ENTENTE_PUBLIC", ["open", "closed"]),
    idleMinutes: whole(env, "ENTENTE_IDLE_MINUTES", usualDoor.idleMinutes, 1440),
    sessionHours: whole(env, "ENTENTE_SESSION_HOURS", usualDoor.sessionHours, 168),
  };
}

function one<T extends string>(env: Env, name: string, allowed: readonly [T, ...T[]]): T {
  const said = env[name] ?? allowed[0];
  const found = allowed.find((a) => a === said);
  if (found === undefined) throw fault("bad-input", { path: name, found: said, expected: allowed.join(", ") });
  return found;
}

function whole(env: Env, name: string, usual: number, most: number): number {
  const n = Number(env[name] ?? usual);
  if (!Number.isInteger(n) || n < 1 || n > most) throw fault("bad-input", { path: name, found: env[name] ?? "", expected: `1 to ${most}` });
  return n;
}
