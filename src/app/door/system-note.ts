import type { DoorWriter } from "../../store/open-store.ts";
import { classOf, rootBody } from "../../store/queries/classes.ts";

/**
 * Notes an act of the door that is about no record.
 * @param holder whose people it is about: only that side reads when they come and go, and whom they invite. Null for what is about
 * nobody: the root body's GREEN class, so the coalition's auditors see it.
 */
export async function systemNote(door: DoorWriter, holder: string | null, after: unknown): Promise<void> {
  door.note({ recordIds: [], classId: holder === null ? await classOf(door.db, 1, await rootBody(door.db)) : await classOf(door.db, 2, holder), before: null, after });
}
