import { type Kysely, sql } from "kysely";
import type { AskedText } from "../../base/search-text.ts";
import type { Schema } from "../schema.ts";

/** A thing that was found: `said_in` is the claim, report or source whose words were met; `tier` 0 to 5 as in 0020-search.sql, the best first. */
export type SearchHit = { readonly kind: string; readonly target_id: string; readonly said_in: string; readonly tier: number; readonly total: number; readonly nth: number };

export type HitsWanted = {
  readonly kinds: readonly string[];
  /** kinds of which all are wanted, up to 500, because they are put in an order of their own */
  readonly whole: readonly string[];
  readonly from: number;
  readonly to: number;
};

/** With fewer than these found, a typing error is thought of. */
const enough = 10;

/** What the viewer may find; nothing else was counted, ordered or cut off. */
export async function searchHits(db: Kysely<Schema>, asked: AskedText, wanted: HitsWanted): Promise<readonly SearchHit[]> {
  const { rows } = await sql<SearchHit>`
    select kind, target_id, said_in, tier, total::int, nth::int
    from search_hits(${asked.wanted}::tsquery, ${asked.inNames}::tsquery, ${asked.whole}, ${asked.code}, ${JSON.stringify(asked.near)}::jsonb, ${enough}, ${wanted.kinds}::text[], ${wanted.whole}::text[], ${wanted.from}::int, ${wanted.to}::int)`.execute(db);
  return rows;
}
