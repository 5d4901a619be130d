import type { RateTable } from "../base/money.ts";
import type { Places } from "../places/places.ts";
import type { Store } from "../store/open-store.ts";
import type { Areas } from "./areas.ts";
import type { CoalitionSettings } from "./coalition-settings.ts";
import type { DoorSettings } from "./door/door-settings.ts";

/** What every verb stands on: made once when a process starts, closed when it ends. */
export type App = {
  readonly store: Store;
  readonly coalition: CoalitionSettings;
  readonly areas: Areas;
  readonly places: Places;
  readonly rates: RateTable;
  /** holds uploads, keys and audit roots */
  readonly dataDir: string;
  /** which ways in there are, and how long one stays in */
  readonly door: DoorSettings;
  /** the clock, for "today" and for link expiry */
  readonly now: () => Date;
};
