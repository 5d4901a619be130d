import { seenAmong, type ToldRow } from "../../store/queries/told-changes.ts";
import type { Asking } from "../record/asking.ts";
import { labelsOf } from "../record/labels-of.ts";
import { whoDid } from "../record/who-did.ts";
import type { Words } from "../words.ts";

/** One write as its viewer may be told it: what kind of row, about which records that they may see, by whom. */
export type ShownChange = {
  readonly at: string;
  readonly act: string;
  readonly kind: ToldRow["kind"];
  readonly id: string;
  readonly about: { readonly kind: string; readonly id: string; readonly name: Words | null }[];
  readonly by: Words | null;
  /** done by the viewer's own account */
  readonly mine: boolean;
};

/** Rows that the viewer may read, told; records that they may not see are not told of, not even that they are there. */
export async function shownChanges(ask: Asking, rows: readonly ToldRow[]): Promise<readonly ShownChange[]> {
  const seen = await seenAmong(ask.reader.db, rows.flatMap((r) => r.about));
  const records = [...seen].flatMap(([id, kind]) => (kind === "initiative" ? [] : [id]));
  const labels = await labelsOf(ask, records);
  const signs = await whoDid(ask, rows.map((r) => r.account_id), rows.flatMap((r) => r.holder_id ?? []));
  for (const r of rows) ask.used.add(r.class_id);
  const { viewer } = ask.reader;
  return rows.map((r) => ({
    at: r.at.toISOString(), act: r.act, kind: r.kind, id: r.row_id,
    about: r.about.flatMap((id) => {
      const kind = seen.get(id);
      return kind === undefined ? [] : [{ kind, id, name: labels.get(id)?.name ?? null }];
    }),
    by: r.account_id === null || r.holder_id === null ? null : signs(r.account_id, r.holder_id),
    mine: viewer.kind === "signed-in" && r.account_id === viewer.accountId,
  }));
}
