import type { Reader } from "../../store/open-store.ts";
import { entityLines } from "../../store/queries/record-entities.ts";

export type HangsOn = { readonly who: string | null; readonly body: string | null; readonly meeting: string | null };

/** What each of these records hangs on, as far as the viewer may see it. */
export async function hangsOn(db: Reader["db"], ids: readonly string[]): Promise<ReadonlyMap<string, HangsOn>> {
  return new Map((await entityLines(db, ids)).map((line) => [line.id, { who: line.who, body: line.body, meeting: line.meeting }]));
}
