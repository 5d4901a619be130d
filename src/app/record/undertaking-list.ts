import { normaliseName } from "../../base/names.ts";
import { type Line, lines } from "../../initiatives/report.ts";
import { partsOfKinds } from "../../store/queries/record-entities.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { pageOf } from "../picture/ask-picture.ts";
import { asking, type Asking, type Wanted } from "./asking.ts";
import { readSheet } from "./claim-sheet.ts";
import { happenedBy } from "./happened-by.ts";
import { type AsOfAnswer, boundsOf } from "./held.ts";
import { labelsOf } from "./labels-of.ts";
import { mayEdit } from "./may-edit.ts";
import { refsIn } from "./proofed.ts";
import { type PartOf, type UndertakingItem, undertakingItem } from "./record-items.ts";
import { textOrder } from "./text-order.ts";
import { type UndertakingState, undertakingStates } from "./undertaking-state.ts";

/** `made`: whether the meeting at which it was made had been held on the day. */
export type UndertakingInList = UndertakingItem & { readonly made: AsOfAnswer };

export const undertakingOrders = ["due", "what", "who", "state", "amount", "made"] as const;
export type UndertakingOrder = (typeof undertakingOrders)[number];
type Filter = { readonly q?: string | undefined; readonly state?: UndertakingState | undefined; readonly member?: string | readonly string[] | undefined; readonly line?: Line | readonly Line[] | undefined; readonly body?: string | undefined };
export type UndertakingWish = Wanted & Filter & { readonly sort?: UndertakingOrder | undefined; readonly order?: "ascending" | "descending" | undefined; readonly cursor?: string | undefined; /** all of them, unless it is given */ readonly limit?: number | undefined };

/**
 * The undertakings that the viewer may see and that had been made by the day, as they stand on it. Usually what is due first comes first; what a column does not
 * say of a row comes last either way. `states`, `members` and `lines` say how many there would be, each without its own filter.
 */
export async function undertakingList(app: App, secret: string | null, wish: UndertakingWish) {
  return app.store.read(secret, async (reader) => {
    const ask = asking(app, reader, wish);
    const parts = await partsOfKinds(reader.db, ["undertaking"]);
    for (const p of parts) ask.used.add(p.class_id);
    const made = (await undertakingsOf(ask, parts.filter((p): p is PartOf<"undertaking"> => p.kind === "undertaking"))).filter((u) => u.made !== "no");
    const fits = filtersOf(wish);
    const without = (left: keyof typeof fits) => made.filter((u) => (Object.keys(fits) as (keyof typeof fits)[]).every((key) => key === left || fits[key](u)));
    const rows = made.filter((u) => Object.values(fits).every((fit) => fit(u)));
    const compareText = textOrder(ask.languages);
    const { rows: items, next } = pageOf(inOrder(rows, wish, compareText), { cursor: wish.cursor, limit: wish.limit ?? Math.max(1, rows.length) });
    const members = Map.groupBy(without("member").flatMap((u) => u.byMembers.value ?? []), (ref) => ref.id ?? "");
    const ofLine = Map.groupBy(without("line"), (u) => u.line.value);
    const ofState = Map.groupBy(without("state"), (u) => u.state);
    return {
      asOf: ask.asOf,
      items: [...items],
      total: rows.length,
      /** of all that were made by the day */
      all: made.length,
      overdue: made.filter((u) => u.state === "overdue").length,
      states: undertakingStates.map((state) => ({ state, count: ofState.get(state)?.length ?? 0 })),
      members: [...members.values()].flatMap((refs) => (refs[0] === undefined ? [] : [{ member: refs[0], count: refs.length }])).toSorted((a, b) => compareText(a.member.name.text, b.member.name.text)),
      lines: lines.map((line) => ({ line, count: ofLine.get(line)?.length ?? 0 })),
      next,
      mayEdit: mayEdit(reader.viewer),
      marking: await markingOf(reader, ask.used, ask.languages),
    };
  });
}

/** Each filter by itself; one that is not asked for lets everything through. */
function filtersOf({ q = "", state, member, line, body }: Filter) {
  const words = normaliseName(q);
  const listOf = <T>(wanted: T | readonly T[] | undefined): readonly T[] => (wanted === undefined ? [] : Array.isArray(wanted) ? wanted : [wanted as T]);
  const [members, wantedLines] = [listOf<string>(member), listOf<Line>(line)];
  return {
    words: (u: UndertakingInList) => words === "" || normaliseName([u.what.value, u.by.value, u.meeting?.title.text, u.body?.name.text, ...(u.byMembers.value ?? []).map(({ name }) => name.text)].join(" ")).includes(words),
    state: (u: UndertakingInList) => state === undefined || u.state === state,
    member: (u: UndertakingInList) => members.length === 0 || (u.byMembers.value ?? []).some(({ id }) => id !== null && members.includes(id)),
    line: (u: UndertakingInList) => wantedLines.length === 0 || (u.line.value !== null && wantedLines.includes(u.line.value)),
    body: (u: UndertakingInList) => body === undefined || u.body?.id === body,
  };
}

/** Amounts in different currencies are told apart by the currency first: they are never compared. */
function inOrder(rows: readonly UndertakingInList[], { sort = "due", order = "ascending" }: UndertakingWish, compareText: (a: string, b: string) => number): readonly UndertakingInList[] {
  const turn = order === "ascending" ? 1 : -1;
  if (sort === "due") {
    const at = rows.findIndex((u) => u.due.value === null);
    const dated = at < 0 ? rows : rows.slice(0, at);
    return order === "ascending" ? rows : [...dated.toReversed(), ...(at < 0 ? [] : rows.slice(at))];
  }
  const words = (u: UndertakingInList): string | null =>
    sort === "what" ? u.what.value
    : sort === "who" ? (u.byMembers.value?.map(({ name }) => name.text).join(", ") || u.by.value)
    : sort === "made" ? (u.meeting?.title.text ?? u.body?.name.text ?? null)
    : null;
  const compare = (a: UndertakingInList, b: UndertakingInList): number => {
    if (sort === "state") return turn * (undertakingStates.indexOf(a.state) - undertakingStates.indexOf(b.state));
    if (sort === "amount") {
      const [x, y] = [a.amount.value, b.amount.value];
      if (x === null || y === null) return Number(x === null) - Number(y === null);
      return compareText(x.currency ?? "", y.currency ?? "") || turn * (Number(x.amount) - Number(y.amount));
    }
    const [x, y] = [words(a), words(b)];
    return x === null || y === null ? Number(x === null) - Number(y === null) : turn * compareText(x, y);
  };
  return rows.toSorted(compare);
}

/** These undertakings as a list shows them, by their date. */
export async function undertakingsOf(ask: Asking, parts: readonly PartOf<"undertaking">[]): Promise<UndertakingInList[]> {
  const meetings = parts.flatMap((p) => (p.meeting === null ? [] : [p.meeting]));
  const sheet = await readSheet(ask, [...parts.map((p) => p.id), ...meetings]);
  const labels = await labelsOf(ask, [
    ...meetings,
    ...parts.flatMap((p) => [...(p.body === null ? [] : [p.body]), ...refsIn(sheet, p.id, ["by_member"])]),
  ]);
  const due = (id: string) => boundsOf(sheet.field(id, "undertaking", "due"), "end").notAfter ?? Infinity;
  return parts
    .map((p) => ({
      ...undertakingItem({ asking: ask, sheet, labels }, p),
      made:
        p.meeting === null || sheet.field(p.meeting, "meeting", "date").shown === null
          ? ("yes" as const)
          : happenedBy(ask.day, { sheet, id: p.meeting, kind: "meeting" }, "date"),
    }))
    .toSorted((a, b) => (due(a.id) === due(b.id) ? 0 : due(a.id) - due(b.id)) || (a.id < b.id ? -1 : 1));
}
