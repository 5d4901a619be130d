import { fault } from "../../base/errors.ts";
import type { Writer } from "../../store/open-store.ts";

type Named = readonly [path: string, id: string | undefined, kinds: readonly string[]];

/** Records that a decision names: one that the viewer may not see is, to them, none. @throws not-found; bad-input for another kind of record */
export async function seenRecords(db: Writer["db"], named: readonly Named[]): Promise<void> {
  for (const [path, id, kinds] of named) {
    if (id === undefined) continue;
    const row = await db.selectFrom("record").select("kind").where("id", "=", id).executeTakeFirst();
    if (row === undefined) throw fault("not-found");
    if (!kinds.includes(row.kind)) throw fault("bad-input", { path, found: row.kind, expected: kinds.join(" or ") });
  }
}
