import { fault } from "../../base/errors.ts";
import { entityLines } from "../../store/queries/record-entities.ts";
import type { Reader } from "../../store/open-store.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { askPicture } from "../picture/ask-picture.ts";
import { gapItems } from "../picture/gap-item.ts";
import { memberName } from "../picture/member-reporters.ts";
import { findingsInForce, type KeyedDecision } from "./held-keys.ts";
import { onCells } from "./on-cells.ts";
import { onPairs } from "./on-pairs.ts";
import type { Concern, DecidedKeys, Stretch } from "./work-figures.ts";

type Wanted = { readonly of: string | null; readonly overlaps: readonly Stretch[]; readonly gaps: readonly Stretch[]; readonly limit: number };

/**
 * What of pairs and gaps waits, returned or is decided, as the picture of today has them: counted over all of them, and shown in the stretches that are wanted, at most
 * `limit` of each kind. Both are asked of the kept figures in one question.
 * @throws not-found for a member or body that the viewer may not see
 */
export async function workFindings(app: App, secret: string | null, { of, overlaps, gaps, limit }: Wanted, languages: readonly string[]) {
  const [overlap, gap, concern] = await app.store.read(secret, async (reader) => {
    const [pairs, cells] = [await findingsInForce(app, reader, "overlap"), await findingsInForce(app, reader, "gap")];
    return [keysOf(pairs), keysOf(cells), of === null ? null : await concernOf(reader, of, pairs, cells)] as const;
  });
  return askPicture(app, secret, {}, { name: "work", args: { overlap, gap, concern, overlaps, gaps }, languages }, async (found, reader) => {
    const pairs = atMost(found.overlap.stretches, limit);
    const cells = atMost(found.gap.stretches, limit);
    const shownPairs = await onPairs(app, reader, pairs.flatMap((s) => s.items), languages);
    const shownCells = await onCells(app, reader, await gapItems(reader, cells.flatMap((s) => s.items), languages), languages);
    return {
      overlap: { counts: found.overlap.counts, stretches: apart(pairs, shownPairs.items), marking: await markingOf(reader, [...found.classes, ...shownPairs.classes], languages) },
      gap: { counts: found.gap.counts, stretches: apart(cells, shownCells.items), marking: await markingOf(reader, [...found.classes, ...shownCells.classes], languages) },
    };
  });
}

type Cut<T> = readonly { readonly state: Stretch["state"]; readonly items: readonly T[] }[];

function atMost<T>(stretches: Cut<T>, limit: number): Cut<T> {
  let room = limit;
  return stretches.map(({ state, items }) => {
    const some = items.slice(0, room);
    room -= some.length;
    return { state, items: some };
  });
}

/** The same stretches with their items as they are shown, which are in the same order. */
function apart<T, S>(stretches: Cut<T>, shown: readonly S[]): Cut<S> {
  let at = 0;
  return stretches.map(({ state, items }) => ({ state, items: shown.slice(at, (at += items.length)) }));
}

function keysOf(decisions: readonly KeyedDecision[]): DecidedKeys {
  const some = (holds: boolean) => decisions.filter((d) => d.holds === holds).map((d) => d.key).sort();
  return { held: some(true), returned: some(false) };
}

/** @throws not-found */
async function concernOf(reader: Reader, id: string, pairs: readonly KeyedDecision[], cells: readonly KeyedDecision[]): Promise<Concern> {
  const [record] = await entityLines(reader.db, [id]);
  if (record === undefined || (record.kind !== "member" && record.kind !== "body")) throw fault("not-found");
  const names = await reader.db.selectFrom("claim").select("value").where("record_id", "=", id).where("field", "=", "name").where("withdrawn_at", "is", null).execute();
  const named = ({ row }: KeyedDecision) => row.lead_id === id || row.owner_id === id;
  const keys = (some: readonly KeyedDecision[]) => some.filter(named).map((d) => d.key).sort();
  return { id, names: [...new Set(names.map((n) => memberName(String(n.value))))].sort(), government: record.iso2 === null ? null : `${record.iso2}-GOV-`, pairs: keys(pairs), cells: keys(cells) };
}
