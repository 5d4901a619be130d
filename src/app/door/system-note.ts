import type { DoorWriter } from "../../store/open-store.ts";
import { classOf, rootBody } from "../../store/queries/classes.ts";

/** Notes an act of the door that is about no record. It carries the root body's own GREEN class, so the coalition's auditors see it. */
export async function systemNote(door: DoorWriter, after: unknown): Promise<void> {
  door.note({ recordIds: [], classId: await classOf(door.db, 1, await rootBody(door.db)), before: null, after });
}
