import { fault } from "../../base/errors.ts";
import type { Writer } from "../../store/open-store.ts";

/** @throws not-found unless all of them are members or bodies that the viewer may see */
export async function needHolders(writer: Pick<Writer, "db">, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const rows = await writer.db.selectFrom("record").select("id").where("id", "in", wanted).where("kind", "in", ["member", "body"]).execute();
  if (rows.length < wanted.length) throw fault("not-found");
}
