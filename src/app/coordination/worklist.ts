import type { App } from "../app.ts";
import type { MarkingOf } from "../marking-of.ts";
import { signedIn } from "../signed-in.ts";
import type { Stretch } from "./work-figures.ts";
import { workFindings } from "./work-findings.ts";
import { workActs, workConflicts, workImports } from "./work-others.ts";
import { type Counts, decidedOnly, openFirst, type WorkKind, workKinds, type WorkState } from "./work-states.ts";

type Stretched<T> = { readonly counts: Counts; readonly stretches: readonly { readonly state: WorkState; readonly items: readonly T[] }[]; readonly marking: MarkingOf | null };
type ItemsOf<F> = F extends (...args: never[]) => Promise<Stretched<infer T>> ? T : never;
type Findings = Awaited<ReturnType<typeof workFindings>>;
type Of<S> = S extends Stretched<infer T> ? T : never;

type Item<K extends WorkKind, T> = { readonly kind: K; readonly state: WorkState } & { readonly [key in K]: T };
export type WorkItem =
  | Item<"act", ItemsOf<typeof workActs>> | Item<"overlap", Of<Findings["overlap"]>> | Item<"gap", Of<Findings["gap"]>> | Item<"conflict", ItemsOf<typeof workConflicts>> | Item<"import", ItemsOf<typeof workImports>>;

/** `of`: only what concerns this member or body. */
export type WorkWish = { readonly kind?: WorkKind | undefined; readonly of?: string | undefined; readonly show: "open" | "decided"; readonly cursor?: string | undefined; readonly limit: number };

/** How many of a kind are open, and how many of these returned, from what the viewer may see. `total`: with those that are decided. */
export type WorkSection = { readonly kind: WorkKind; readonly open: number; readonly returned: number; readonly total: number; readonly marking: MarkingOf | null };

/** A state and a kind, and where to go on in it. */
type Place = { readonly state: WorkState; readonly kind: WorkKind; readonly from: number };

/**
 * Everything that waits for a decision of whoever asks: acts that need a second person, pairs, gaps, conflicts of claims, and their own side's files with something set
 * aside; as the picture of today has them. What was decided and came back comes first. A cursor is a place in a ranked list, as everywhere.
 * @throws sign-in-needed: the public decides nothing; not-found for a member or body that the viewer may not see
 */
export async function readWorklist(app: App, secret: string | null, wish: WorkWish, languages: readonly string[]) {
  await app.store.read(secret, async ({ viewer }) => signedIn(viewer));
  const places = placesFrom(wish);
  const asked = { app, secret, languages, of: wish.of ?? null };
  // One more than fits says whether there is more.
  const stretches = (kind: WorkKind): Stretch[] => places.filter((p) => p.kind === kind).map(({ state, from }) => ({ state, from, limit: wish.limit + 1 }));
  const [found, conflicts, imports, acts] = await Promise.all([
    workFindings(app, secret, { of: asked.of, overlaps: stretches("overlap"), gaps: stretches("gap"), limit: wish.limit + 1 }, languages),
    workConflicts(asked, stretches("conflict")), workImports(asked, stretches("import")), workActs(asked, stretches("act")),
  ]);
  const of: Readonly<Record<WorkKind, Stretched<unknown>>> = { act: acts, overlap: found.overlap, gap: found.gap, conflict: conflicts, import: imports };
  const sections = workKinds.map((kind): WorkSection => {
    const { counts, marking } = of[kind];
    const open = counts.waiting + counts.returned;
    return { kind, open, returned: counts.returned, total: open + counts.decided, marking };
  });
  const items: WorkItem[] = [];
  for (const { state, kind, from } of places) {
    const here = of[kind].stretches.find((s) => s.state === state)?.items ?? [];
    const fit = here.slice(0, wish.limit - items.length);
    items.push(...fit.map((one) => ({ kind, state, [kind]: one }) as WorkItem));
    if (fit.length < here.length) return { items, sections, next: `${state}-${kind}:${from + fit.length}` };
  }
  return { items, sections, next: null };
}

/** From where the cursor says, the states and kinds that are wanted, in the order of the list. */
function placesFrom({ kind, show, cursor = "" }: WorkWish): readonly Place[] {
  const states = show === "decided" ? decidedOnly : openFirst;
  const all = states.flatMap((state) => workKinds.filter((k) => kind === undefined || k === kind).map((k): Place => ({ state, kind: k, from: 0 })));
  const [name, from] = cursor.split(":");
  const at = all.findIndex((p) => `${p.state}-${p.kind}` === name);
  const [first, ...rest] = all.slice(Math.max(0, at));
  return first === undefined ? [] : [{ ...first, from: at < 0 ? 0 : Math.max(0, Number.parseInt(from ?? "0", 10) || 0) }, ...rest];
}
