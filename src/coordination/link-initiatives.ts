/** What one side decided of a pair and did not take back. `one`: both are one initiative; anything else takes them for two. */
export type LinkDecision = { readonly id: string; readonly a: string; readonly b: string; readonly one: boolean; readonly classId: number };

/** Two that a decision links and another keeps apart. */
export type DisputedLink = { readonly a: string; readonly b: string };

export type Links = {
  /** Every initiative that is part of a larger one → the id of that one: the smallest of its parts. */
  readonly of: ReadonlyMap<string, string>;
  /** That id → its parts, itself among them, in order. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
  /** That id → the visibility classes of the decisions that link it, in order: what is composed by them carries their marking. */
  readonly classes: ReadonlyMap<string, readonly number[]>;
  /** Pairs that stay two, because decisions contradict each other; in order. They may be one: their money is uncertain. */
  readonly disputed: readonly DisputedLink[];
};

export const noLinks: Links = { of: new Map(), parts: new Map(), classes: new Map(), disputed: [] };

/**
 * Which initiatives are one, by the standing decisions that a viewer may see. Whoever decided first or last makes no difference, so that all who see the same
 * decisions see the same initiatives:
 *
 * - a pair is linked when a decision says so and none says otherwise; links make chains (a~b and b~c are one);
 * - where decisions on one pair contradict each other it stays two;
 * - a chain that would join two of which a decision says that they are two joins nothing, until people settle it.
 *
 * @param present whether the viewer sees a report of it: a link needs both sides
 */
export function linkInitiatives(decisions: readonly LinkDecision[], present: (id: string) => boolean): Links {
  const seen = decisions.filter((d) => present(d.a) && present(d.b) && d.a !== d.b);
  const [linked, apart] = [pairsOf(seen.filter((d) => d.one)), pairsOf(seen.filter((d) => !d.one))];
  if (linked.size === 0) return noLinks;
  const disputed = new Map([...linked].filter(([key]) => apart.has(key)));
  const joining = [...linked].filter(([key]) => !apart.has(key)).map(([, pair]) => pair);
  const root = rootsOf(joining);
  // A chain that holds both of a pair that is said to be two.
  const torn = new Set([...apart.values()].flatMap(({ a, b }) => (root(a) === root(b) ? [root(a)] : [])));
  const parts = new Map<string, Set<string>>();
  for (const pair of joining) {
    const whole = root(pair.a);
    if (torn.has(whole)) disputed.set(keyOf(pair), pair);
    else parts.set(whole, (parts.get(whole) ?? new Set()).add(pair.a).add(pair.b));
  }
  return {
    of: new Map([...parts].flatMap(([whole, some]) => [...some].map((id) => [id, whole] as const))),
    parts: new Map([...parts].map(([whole, some]) => [whole, [...some].sort()] as const)),
    classes: new Map([...parts.keys()].map((whole) => [whole, [...new Set(seen.filter((d) => d.one && parts.get(whole)?.has(d.a) && parts.get(whole)?.has(d.b)).map((d) => d.classId))].sort((a, b) => a - b)] as const)),
    disputed: [...disputed].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, pair]) => pair),
  };
}

function keyOf({ a, b }: DisputedLink): string {
  return `${a} ${b}`;
}

function pairsOf(decisions: readonly LinkDecision[]): ReadonlyMap<string, DisputedLink> {
  return new Map(decisions.map(({ a, b }) => (a < b ? { a, b } : { a: b, b: a })).map((pair) => [keyOf(pair), pair]));
}

/** The smallest id that is reached from an id over some pairs. */
function rootsOf(pairs: readonly DisputedLink[]): (id: string) => string {
  const above = new Map<string, string>();
  const find = (id: string): string => {
    let at = id;
    for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next;
    return at;
  };
  for (const { a, b } of pairs) {
    const [low, high] = [find(a), find(b)].sort() as [string, string];
    if (low !== high) above.set(high, low);
  }
  return find;
}
