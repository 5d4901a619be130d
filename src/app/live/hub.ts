import { forgetToldChanges, reachOf, seenAmong, type Standing, toldChanges, type ToldRow, writtenSince } from "../../store/queries/told-changes.ts";
import type { App } from "../app.ts";

/** What an open page is told: kinds and ids, and nothing of what they say. `about` names only what the viewer may see. */
export type LiveChange = { readonly kind: ToldRow["kind"]; readonly id: string; readonly about: readonly string[] };
export type LiveEvent =
  | { readonly kind: "changes"; readonly changes: readonly LiveChange[] }
  /** what one may see is not what it was, or more changed than is told one by one: all is to be asked again */
  | { readonly kind: "everything" }
  /** the session is over, or stands in another role */
  | { readonly kind: "end" };

export type Listener = (event: LiveEvent) => void;
export type Hub = {
  /** @returns to stop listening */
  readonly listen: (secret: string, listener: Listener) => () => void;
  readonly close: () => Promise<void>;
};

/** How often the database is asked, milliseconds: an event, and the end of a right, come at most this late and a round trip. */
const everyMs = 400;
/** Changes told one by one; more at once are told as everything. */
export const mostAtOnce = 200;
const forgetEveryMs = 3_600_000;

type Seat = { readonly listeners: Set<Listener>; standing: string | null | undefined; reach: string | null };

const hubs = new WeakMap<App, Hub>();

/** One per application: it asks the database once for all open pages, and each viewer's own transaction what of it they may be told. */
export function hubOf(app: App): Hub {
  const held = hubs.get(app) ?? openHub(app);
  hubs.set(app, held);
  return held;
}

/** Ends all open pages' streams, if there are any. */
export async function closeLive(app: App): Promise<void> {
  await hubs.get(app)?.close();
  hubs.delete(app);
}

function openHub(app: App): Hub {
  const seats = new Map<string, Seat>();
  let since: Standing | null = null;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let closed = false;
  let forgotten = 0;

  const tell = (secret: string, event: LiveEvent) => {
    for (const listener of seats.get(secret)?.listeners ?? []) listener(event);
    if (event.kind === "end") seats.delete(secret);
  };

  const round = async () => {
    const secrets = [...seats.keys()];
    const standings = await app.store.standing(secrets);
    for (const [i, secret] of secrets.entries()) {
      const seat = seats.get(secret);
      const now = standings[i] ?? null;
      if (seat === undefined) continue;
      if (now === null || (seat.standing !== undefined && seat.standing !== now)) tell(secret, { kind: "end" });
      else seat.standing = now;
    }
    const forgets = Date.now() - forgotten > forgetEveryMs;
    const written = await app.store.system(null, async ({ db }) => {
      if (forgets) await forgetToldChanges(db);
      return writtenSince(db, since);
    });
    if (forgets) forgotten = Date.now();
    since = written;
    for (const [secret, seat] of seats) {
      if (written.ids.length === 0 && seat.reach !== null) continue;
      const told = await app.store.read(secret, async ({ db, viewer }) => {
        if (viewer.kind === "anonymous") return null;
        return { reach: await reachOf(db), changes: written.ids.length === 0 ? [] : await liveChanges(db, written.ids) };
      });
      if (told === null) { tell(secret, { kind: "end" }); continue; }
      const everything = (seat.reach !== null && seat.reach !== told.reach) || told.changes === "too-many";
      seat.reach = told.reach;
      if (everything) tell(secret, { kind: "everything" });
      else if (told.changes !== "too-many" && told.changes.length > 0) tell(secret, { kind: "changes", changes: told.changes });
    }
  };

  const turn = () => {
    timer = undefined;
    if (closed || seats.size === 0) return;
    // A database that does not answer for a while ends no page's stream: the next round tells what was written meanwhile.
    running = round().catch(() => undefined).then(() => { running = null; wind(); });
  };
  const wind = () => {
    if (timer !== undefined || running !== null || closed || seats.size === 0) return;
    timer = setTimeout(turn, everyMs);
    timer.unref();
  };

  return {
    listen: (secret, listener) => {
      // Where nobody listened, nothing was followed: what is new begins here.
      if (seats.size === 0) since = null;
      const seat = seats.get(secret) ?? { listeners: new Set<Listener>(), standing: undefined, reach: null };
      seat.listeners.add(listener);
      seats.set(secret, seat);
      if (timer === undefined && running === null) turn();
      return () => {
        seat.listeners.delete(listener);
        if (seat.listeners.size === 0 && seats.get(secret) === seat) seats.delete(secret);
      };
    },
    close: async () => {
      closed = true;
      clearTimeout(timer);
      for (const secret of seats.keys()) tell(secret, { kind: "end" });
      await running;
    },
  };
}

/** Of these rows those that the viewer may be told of, each about what they may see. Read under the viewer's own policies. */
export async function liveChanges(db: Parameters<typeof toldChanges>[0], ids: readonly string[]): Promise<readonly LiveChange[] | "too-many"> {
  const rows = await toldChanges(db, { ids, limit: mostAtOnce + 1 });
  if (rows.length > mostAtOnce) return "too-many";
  const seen = await seenAmong(db, rows.flatMap((r) => r.about));
  return rows.map((r) => ({ kind: r.kind, id: r.row_id, about: r.about.filter((id) => seen.has(id)) }));
}
