import { countTables } from "../store/queries/count-tables.ts";
import type { App } from "./app.ts";
import { loadEvents } from "./load-events.ts";
import { loadInitiatives } from "./load-initiatives.ts";
import { loadRecord } from "./load-record.ts";
import { refreshWords } from "./search/refresh-words.ts";

/**
 * Loads what came with the project and has changed since it was last loaded: the record, initiatives, events. Each part in
 * one transaction; an unchanged part costs one look.
 * @param say a line of progress for a person who waits
 */
export async function loadShipped(app: App, say: (line: string) => void): Promise<void> {
  const words = await refreshWords(app.store);
  if (words !== null && words > 0) say(`Made the words of ${words} claims, sources and reports anew for the search.`);
  const record = await loadRecord(app.store, app.coalition);
  if (record) say(`Loaded the record: ${record.entities} records, ${record.claims} claims from ${record.sources} sources.`);
  const initiatives = await loadInitiatives(app);
  if (initiatives !== null) say(`Loaded ${initiatives} reports of initiatives.`);
  const events = await loadEvents(app);
  if (events !== null) say(`Loaded violent events of ${events} months and areas.`);
  if (record !== null || initiatives !== null || events !== null) await app.store.system(null, countTables);
}
