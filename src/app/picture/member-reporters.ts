import { normaliseName } from "../../base/names.ts";
import type { Reader } from "../../store/open-store.ts";
import type { ComposedInitiative } from "./compose-initiative.ts";

/**
 * Members that report or fund, as far as a name says it plainly: an organisation called like the member, or its government.
 * Agencies and ministries stay organisations of their own until linkage knows them.
 * @returns ids of members
 */
export async function memberReporters(reader: Reader, initiatives: readonly ComposedInitiative[]): Promise<ReadonlySet<string>> {
  const rows = await reader.db.selectFrom("claim as c").innerJoin("member as m", "m.id", "c.record_id").select(["m.id", "c.value"]).where("c.field", "=", "name").where("c.withdrawn_at", "is", null).execute();
  const byName = new Map(rows.map((r) => [normaliseName(String(r.value)), r.id]));
  const found = new Set<string>();
  for (const i of initiatives) {
    for (const name of i.reports.flatMap((r) => [r.reporter_name ?? "", ...r.funders])) {
      const id = byName.get(memberName(name));
      if (id !== undefined) found.add(id);
    }
  }
  return found;
}

/** An organisation's name as a member's would be compared: without "Government of" and the like. */
export function memberName(name: string): string {
  return normaliseName(name).replace(/^(?:the )?(?:government of|gouvernement d[eu]s?|republic of|kingdom of)\s+(?:the )?/, "");
}
