import { searchRules } from "../../base/search-text.ts";
import type { Report } from "../../initiatives/report.ts";
import type { Store, SystemWriter } from "../../store/open-store.ts";
import { indexReports } from "../../store/queries/search-entries.ts";
import { forgetWords, indexRecord, rememberSearchRules, reportsInParts, searchRulesHeld } from "../../store/queries/search-rebuild.ts";
import { reportSearch } from "../imports/report-search.ts";

/**
 * Makes the words by which things are found anew, when those in the store were made by other rules than this version's or not at all:
 * after an upgrade, or a restore from before there was a search. One transaction: until it ends, the old words are found.
 *
 * @returns how many claims, sources and reports were gone through; null when nothing had to be done
 */
export async function refreshWords(store: Store): Promise<number | null> {
  return store.alone("search words", () =>
    store.system(null, async (writer) => {
      if ((await searchRulesHeld(writer)) === searchRules) return null;
      return remakeWords(writer);
    }),
  );
}

/** The words of everything in the store, as if it all came in now. */
export async function remakeWords(writer: SystemWriter): Promise<number> {
  await forgetWords(writer);
  let gone = await indexRecord(writer);
  for await (const part of reportsInParts(writer, 500)) {
    await indexReports(writer, part.flatMap((row) => {
      const text = reportSearch(row.body as Report);
      return text === null ? [] : [{ id: row.id, initiativeId: row.initiative_id, classId: row.class_id, current: row.current, text }];
    }));
    gone += part.length;
  }
  await rememberSearchRules(writer, searchRules);
  return gone;
}
