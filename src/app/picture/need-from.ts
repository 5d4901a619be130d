import { isoMonth } from "../../base/edtf.ts";
import { needMonth } from "../../coverage/need-series.ts";
import type { Reader } from "../../store/open-store.ts";
import { namesOf } from "../record/names-of.ts";
import type { Words } from "../words.ts";
import type { Figures } from "./figures.ts";
import { needsOf } from "./gap-item.ts";
import type { NeedInPicture } from "./ground.ts";

export type NeedFrom = { source: Words; by: Words | null; line: "capacity"; months: { from: string; to: string }; usd: number | null; people: number | null; counts: boolean; note: string | null };

/** The same before its words: whose need, and from which source. */
export type NeedDraft = Omit<NeedFrom, "source" | "by"> & { readonly area: string; readonly ownerId: string; readonly sourceId: string | null };

/** What the need of a cell (line null: of the area) rests on in the period; see the schema GapCell for what adds up. */
export function needDrafts(figures: Figures, cell: { readonly area: string; readonly line: string | null }): NeedDraft[] {
  const needs = needsOf(figures, cell);
  const counted = countedUsd(figures, needs);
  const { first, last } = figures.question;
  return needs.map((n) => {
    const [from, to] = [Math.max(n.first, first), Math.min(n.last, last)];
    const monthly = usdAMonth(n);
    return {
      area: n.area, ownerId: n.ownerId, sourceId: n.sourceId, line: n.line as "capacity", months: { from: isoMonth(from), to: isoMonth(to) },
      usd: counted.get(n) ?? (monthly === null ? null : monthly * (to - from + 1)), people: n.people === null ? null : Math.round(n.people), counts: counted.has(n), note: n.note,
    };
  });
}

/** With the titles of sources and the names of those in need, as this viewer may read them. */
export async function needFrom(reader: Reader, drafts: readonly NeedDraft[], languages: readonly string[]): Promise<NeedFrom[]> {
  const ids = drafts.flatMap((n) => (n.sourceId === null ? [] : [n.sourceId]));
  const rows = ids.length === 0 ? [] : await reader.db.selectFrom("source").select(["id", "title"]).where("id", "in", ids).execute();
  const titles = new Map(rows.map((r) => [r.id, r.title]));
  const names = await namesOf(reader, drafts.map((n) => n.ownerId), languages);
  return drafts.map(({ area, ownerId, sourceId, ...rest }) => {
    const by = names.get(ownerId) ?? null;
    const title = sourceId === null ? undefined : titles.get(sourceId);
    return { ...rest, source: title === undefined ? (by ?? { text: rest.note ?? area, language: "und" }) : { text: title, language: "und" }, by };
  });
}

function usdAMonth(n: NeedInPicture): number | null {
  return n.usdPerMonth ?? (n.people === null || n.unitCost === null ? null : (n.people * n.unitCost) / 12);
}

/** USD over the months of the period in which the engine counts a need: requests add up, of people's figures the newest stands. */
function countedUsd(figures: Figures, needs: readonly NeedInPicture[]): ReadonlyMap<NeedInPicture, number> {
  const { needColumns: columns, areas } = figures.ground;
  const counted = new Map<NeedInPicture, number>();
  for (const [key, here] of Map.groupBy(needs, (n) => `${n.area} ${n.line}`)) {
    const [area, line] = [areas.indexOf.get(here[0]?.area ?? "") ?? -1, columns.lines.indexOf(here[0]?.line ?? key)];
    if (area < 0 || line < 0) continue;
    const left = [...here];
    const needOfRow = new Map<number, NeedInPicture>();
    const cell = area * columns.lines.length + line;
    for (let r = columns.rowStart[cell] as number; r < (columns.rowStart[cell + 1] as number); r++) {
      // Rows that say the same are the same to the engine: any of them may stand for the other.
      const at = left.findIndex((n) => n.first === columns.first[r] && n.last === columns.last[r] && same(n.usdPerMonth, columns.requested[r]) && same(n.people, columns.people[r]) && same(n.unitCost, columns.unitCost[r]));
      if (at >= 0) needOfRow.set(r, left.splice(at, 1)[0] as NeedInPicture);
    }
    for (let m = figures.question.first; m <= figures.question.last; m++) {
      for (const r of needMonth(columns, area, line, m).rows) {
        const need = needOfRow.get(r);
        if (need !== undefined) counted.set(need, (counted.get(need) ?? 0) + (usdAMonth(need) ?? 0));
      }
    }
  }
  return counted;
}

const same = (stated: number | null, column: number | undefined) => (stated === null ? Number.isNaN(column) : stated === column);
