import { isFault } from "../../base/errors.ts";
import type { App } from "../app.ts";
import { coalitionPage } from "../coalition-page.ts";
import { readGaps } from "../picture/read-gaps.ts";
import { readOverlaps } from "../picture/read-overlaps.ts";
import { readPicture } from "../picture/read-picture.ts";
import { bodyPage } from "../record/body-page.ts";
import { meetingList } from "../record/meeting-list.ts";
import { memberList } from "../record/member-list.ts";
import { type BodyNode, recordIndex } from "../record/record-index.ts";
import { textList } from "../record/text-list.ts";
import { undertakingList } from "../record/undertaking-list.ts";

const shownAtOnce = 25;

/**
 * All that the public view shows, from the same verbs as the workspace, asked by the anonymous visitor: it cannot show more than they would.
 * @throws sign-in-needed where the operator has closed the public view
 */
export async function publicView(app: App, languages: readonly string[]) {
  const wanted = { languages };
  const limit = shownAtOnce;
  const coalition = await coalitionPage(app, null, wanted);
  const record = await recordIndex(app, null, wanted);
  const offices = new Map<string, Awaited<ReturnType<typeof bodyPage>>["offices"]>();
  for (const { id } of flat(record.tree)) offices.set(id, (await bodyOf(app, id, languages))?.offices.filter((o) => o.held.answer !== "no") ?? []);
  return {
    asOf: record.asOf,
    licence: app.coalition.licence,
    coalition,
    tree: record.tree,
    offices,
    members: (await memberList(app, null, wanted)).items.filter((m) => m.held.answer !== "no"),
    meetings: (await meetingList(app, null, wanted)).items,
    texts: (await textList(app, null, wanted)).items,
    undertakings: (await undertakingList(app, null, wanted)).items,
    picture: await readPicture(app, null, {}, languages),
    gaps: await readGaps(app, null, { limit }, languages),
    overlaps: await readOverlaps(app, null, { limit }, languages),
  };
}
export type PublicView = Awaited<ReturnType<typeof publicView>>;

const flat = (nodes: readonly BodyNode[]): readonly BodyNode[] => nodes.flatMap((n) => [n, ...flat(n.children)]);

/** Null: its marking was raised since the tree was read. */
async function bodyOf(app: App, id: string, languages: readonly string[]) {
  try {
    return await bodyPage(app, null, id, { languages });
  } catch (error) {
    if (isFault(error) && error.code === "not-found") return null;
    throw error;
  }
}
