import { fault } from "../../base/errors.ts";
import { askedText } from "../../base/search-text.ts";
import { type SearchHit, searchHits } from "../../store/queries/search-hits.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { asking } from "../record/asking.ts";
import { textOrder } from "../record/text-order.ts";
import { areasFound } from "./areas-found.ts";
import type { Found, FoundGroup } from "./found.ts";
import { initiativesFound } from "./initiatives-found.ts";
import { membersToday, recordsFound } from "./records-found.ts";
import { howMet, type SearchKind, searchKinds } from "./search-kinds.ts";
import { sourcesFound } from "./sources-found.ts";

export type SearchWish = { readonly q: string; readonly kinds?: readonly string[] | undefined; readonly limit: number; readonly cursor?: string | undefined };

/**
 * Everything that is called so, as far as the viewer may see it: by kind, the kind whose best hit is best first; within a kind the best first.
 *
 * The store leaves out what may not be seen before it counts and orders; what it gives back are ids, which are read again here under
 * the same policies as any page. `limit` is per kind, and a cursor goes on in every kind that was asked for.
 */
export async function search(app: App, secret: string | null, wish: SearchWish, languages: readonly string[]) {
  const kinds = kindsOf(wish.kinds);
  const from = Math.max(0, Number.parseInt(wish.cursor ?? "0", 10) || 0);
  const page = { from, to: from + wish.limit };
  const asked = askedText(wish.q);
  return app.store.read(secret, async (reader) => {
    const ask = asking(app, reader, { languages });
    if (asked === null) return { groups: [], next: null, marking: await markingOf(reader, [], languages) };
    const hits = Map.groupBy(await searchHits(reader.db, asked, { kinds: kinds.filter((kind) => kind !== "area"), whole: ["member"], ...page }), (hit) => hit.kind as SearchKind);
    const members = hits.get("member") ?? [];
    const today = await membersToday(app, ask, members.map((hit) => hit.target_id));
    const inOrder = membersInOrder(ask.languages, members, await recordsFound(ask, members, wish.q), today);
    const others = [...hits].flatMap(([kind, some]) => (kind === "member" ? [] : some));
    const of = (kind: (hit: SearchHit) => boolean) => others.filter(kind);
    const found = new Map([
      ...(await recordsFound(ask, of((hit) => hit.kind !== "source" && hit.kind !== "initiative"), wish.q)),
      ...(await sourcesFound(ask, of((hit) => hit.kind === "source"), wish.q)),
      ...(await initiativesFound(ask, of((hit) => hit.kind === "initiative"), wish.q)),
    ]);
    const groups = kinds.flatMap((kind): FoundGroup[] => {
      if (kind === "area") return [areasFound(app, asked, wish.q, languages, page)];
      if (kind === "member") return [{ kind, total: members[0]?.total ?? 0, items: inOrder.slice(page.from, page.to) }];
      const some = hits.get(kind) ?? [];
      const items = some.flatMap((hit) => found.get(hit.target_id) ?? []);
      // Two that were met may be parts of one.
      const once = [...new Map(items.toReversed().map((item) => [item.id, item])).values()].toReversed();
      return [{ kind, total: (some[0]?.total ?? 0) - (items.length - once.length), items: once }];
    });
    const best = (group: FoundGroup) => howMet.indexOf(group.items[0]?.met ?? "near");
    return {
      groups: groups.filter((group) => group.items.length > 0).toSorted((a, b) => best(a) - best(b) || searchKinds.indexOf(a.kind) - searchKinds.indexOf(b.kind)).map((group) => ({ ...group, items: [...group.items] })),
      next: groups.some((group) => group.total > page.to) ? String(page.to) : null,
      marking: await markingOf(reader, ask.used, languages),
    };
  });
}

/** @throws bad-input for a kind that there is not */
function kindsOf(wanted: readonly string[] | undefined): readonly SearchKind[] {
  if (wanted === undefined || wanted.length === 0) return searchKinds;
  const strange = wanted.find((kind) => !searchKinds.some((known) => known === kind));
  if (strange !== undefined) throw fault("bad-input", { path: "kinds", found: strange.slice(0, 100), expected: searchKinds.join(", ") });
  return searchKinds.filter((kind) => wanted.includes(kind));
}

/** How well each was met first, then who is a member today, then by name as the reader's language orders it. */
function membersInOrder(languages: readonly string[], hits: readonly SearchHit[], found: ReadonlyMap<string, Found>, today: ReadonlyMap<string, NonNullable<Found["today"]>>): readonly Found[] {
  const compare = textOrder(languages);
  const standing = (m: Found) => ["yes", "between", "no", null].indexOf(m.today);
  return hits
    .flatMap((hit) => found.get(hit.target_id) ?? [])
    .map((member) => ({ ...member, today: today.get(member.id) ?? null }))
    .toSorted((a, b) => howMet.indexOf(a.met) - howMet.indexOf(b.met) || standing(a) - standing(b) || compare(a.name.text, b.name.text) || (a.id < b.id ? -1 : 1));
}
