import type { App } from "../app.ts";
import { listImports } from "../imports/read-import.ts";
import type { MarkingOf } from "../marking-of.ts";
import { readGaps } from "../picture/read-gaps.ts";
import { readOverlaps } from "../picture/read-overlaps.ts";
import { listConflicts } from "../record/conflicts.ts";
import { signedIn } from "../signed-in.ts";
import { standingOnFindings } from "../../store/queries/finding-rows.ts";
import { asking } from "../record/asking.ts";
import { shownFindings } from "./finding-decision.ts";

/** What may wait for a decision, in the order of the list. */
export const workKinds = ["overlap", "gap", "conflict", "import"] as const;
export type WorkKind = (typeof workKinds)[number];

/** waiting: nobody decided. returned: decided, and what it was about changed. decided: by somebody, and it holds. */
export type WorkState = "waiting" | "returned" | "decided";

type Item<K extends WorkKind, T> = { readonly kind: K; readonly state: WorkState } & { readonly [key in K]: T };
type Items<F extends (...args: never[]) => Promise<{ items: readonly unknown[] }>> = Awaited<ReturnType<F>>["items"][number];
export type WorkItem = Item<"overlap", Items<typeof readOverlaps>> | Item<"gap", Items<typeof readGaps>> | Item<"conflict", Items<typeof listConflicts>> | Item<"import", Items<typeof listImports>>;

export type WorkWish = { readonly kind?: WorkKind | undefined; readonly show: "open" | "decided"; readonly cursor?: string | undefined; readonly limit: number };

/** How many of a kind are open, from what the viewer may see. `total`: with those that are decided. */
export type WorkSection = { readonly kind: WorkKind; readonly open: number; readonly total: number; readonly marking: MarkingOf | null };

/** What is gone through at once; of pairs no more than are wanted, because each is explained. */
const atOnce = 200;

type Page = { readonly items: readonly WorkItem[]; readonly next: string | null; readonly total: number; readonly marking: MarkingOf | null };
type Asked = { readonly app: App; readonly secret: string | null; readonly languages: readonly string[] };

/**
 * Everything that waits for a decision of whoever asks: pairs, gaps, conflicts of claims, and their own side's files with something set aside; as the picture of today has
 * them. A cursor is a place in a ranked list, as everywhere.
 * @throws sign-in-needed: the public decides nothing
 */
export async function readWorklist(app: App, secret: string | null, wish: WorkWish, languages: readonly string[]) {
  const asked: Asked = { app, secret, languages };
  await app.store.read(secret, async ({ viewer }) => signedIn(viewer));
  const sections: WorkSection[] = [];
  for (const kind of workKinds) sections.push(await sectionOf(asked, kind));
  const [atKind, atPlace] = placeOf(wish.cursor);
  const kinds = workKinds.filter((k) => (wish.kind === undefined || k === wish.kind) && workKinds.indexOf(k) >= workKinds.indexOf(atKind));
  const items: WorkItem[] = [];
  for (const kind of kinds) {
    let place: string | null = kind === atKind ? atPlace : "";
    while (place !== null) {
      if (items.length >= wish.limit) return { items, sections, next: `${kind}:${place}` };
      const page: Page = await pages[kind](asked, place, wish.limit);
      const fits = page.items.map((item, i) => ({ item, i })).filter(({ item }) => (item.state === "decided") === (wish.show === "decided"));
      const room = fits.slice(0, wish.limit - items.length);
      items.push(...room.map(({ item }) => item));
      const cut = fits[room.length];
      place = cut === undefined ? page.next : within(place, cut.i);
    }
  }
  return { items, sections, next: null };
}

/** A cursor names its kind, and where to go on in it: a place in that kind's own list, and how many of that page to pass by. */
function placeOf(cursor: string | undefined): [WorkKind, string] {
  const [kind, ...rest] = (cursor ?? "").split(":");
  const known = workKinds.find((k) => k === kind);
  return known === undefined ? ["overlap", ""] : [known, rest.join(":")];
}

const within = (place: string, passed: number): string => {
  const { at, skip } = insideOf(place);
  return `${at}~${skip + passed}`;
};
function insideOf(place: string): { readonly at: string; readonly skip: number } {
  const [at = "", skip] = place.split("~");
  return { at, skip: Math.max(0, Number.parseInt(skip ?? "0", 10) || 0) };
}

const stateOf = (d: { readonly holds: boolean } | null): WorkState => (d === null ? "waiting" : d.holds ? "decided" : "returned");
const after = <T>(rows: readonly T[], skip: number): readonly T[] => rows.slice(skip);
const cursorOf = (at: string) => (at === "" ? {} : { cursor: at });

const pages: Readonly<Record<WorkKind, (asked: Asked, place: string, wanted: number) => Promise<Page>>> = {
  overlap: async ({ app, secret, languages }, place, wanted) => {
    const { at, skip } = insideOf(place);
    const list = await readOverlaps(app, secret, { ...cursorOf(at), limit: Math.min(atOnce, skip + wanted) }, languages);
    return { items: after(list.items, skip).map((overlap) => ({ kind: "overlap", state: stateOf(overlap.decision), overlap })), next: list.next, total: list.total, marking: list.marking };
  },
  gap: async ({ app, secret, languages }, place) => {
    const { at, skip } = insideOf(place);
    const list = await readGaps(app, secret, { ...cursorOf(at), limit: atOnce }, languages);
    return { items: after(list.items, skip).map((gap) => ({ kind: "gap", state: stateOf(gap.decision), gap })), next: list.next, total: list.total, marking: list.marking };
  },
  conflict: async ({ app, secret, languages }, place) => {
    const { at, skip } = insideOf(place);
    const list = await listConflicts(app, secret, { ...cursorOf(at), limit: atOnce, languages });
    const state = (c: (typeof list.items)[number]): WorkState => (c.decision === null ? "waiting" : c.newSince > 0 ? "returned" : "decided");
    return { items: after(list.items, skip).map((conflict) => ({ kind: "conflict", state: state(conflict), conflict })), next: list.next, total: list.total, marking: list.marking };
  },
  import: async ({ app, secret, languages }, place) => {
    const { at, skip } = insideOf(place);
    const from = Number.parseInt(at, 10) || 0;
    const list = await listImports(app, secret, { cursor: from, limit: atOnce }, languages);
    // A file that was brought again, in whatever state, is judged by what came of it the last time.
    const latest = new Set(new Map(list.items.toReversed().map((job) => [job.file, job.id])).values());
    const faulty = list.items.filter((job) => latest.has(job.id) && (job.counts.setAside > 0 || job.state === "failed"));
    return { items: after(faulty, skip).map((job) => ({ kind: "import", state: "waiting", import: job })), next: list.next, total: faulty.length, marking: faulty[0]?.marking ?? null };
  },
};

async function sectionOf(asked: Asked, kind: WorkKind): Promise<WorkSection> {
  if (kind === "overlap") {
    // Thousands of pairs are not gone through to count: each decision that holds is one less. Where its pair does not meet in these months it was none to begin with.
    const [{ total, marking }, decided] = [await pages.overlap(asked, "", 1), await holding(asked)];
    return { kind, total, open: Math.max(0, total - decided), marking };
  }
  let [open, total, place, marking] = [0, 0, "" as string | null, null as MarkingOf | null];
  while (place !== null) {
    const page: Page = await pages[kind](asked, place, atOnce);
    open += page.items.filter((i) => i.state !== "decided").length;
    total = kind === "import" ? total + page.total : page.total;
    marking ??= page.marking;
    place = page.next;
  }
  return { kind, open, total, marking };
}

/** How many pairs have a decision that holds, as whoever asks may see it. */
function holding({ app, secret, languages }: Asked): Promise<number> {
  return app.store.read(secret, async (reader) => {
    const rows = await standingOnFindings(reader.db, "overlap");
    const shown = await shownFindings(asking(app, reader, { languages }), rows);
    return new Set(rows.filter((r) => shown.get(r.id)?.holds === true).map((r) => `${r.a_id} ${r.b_id}`)).size;
  });
}
