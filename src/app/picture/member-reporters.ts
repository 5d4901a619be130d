import { normaliseName } from "../../base/names.ts";
import type { Reader } from "../../store/open-store.ts";
import type { Figures } from "./figures.ts";

/**
 * Members that report or fund, as far as a name says it plainly: an organisation called like the member, or its government.
 * Agencies and ministries stay organisations of their own until linkage knows them.
 * @param names as {@link organisationNames} gives them
 * @returns ids of members
 */
export async function memberReporters(reader: Reader, names: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await reader.db.selectFrom("claim as c").innerJoin("member as m", "m.id", "c.record_id").select(["m.id", "c.value"]).where("c.field", "=", "name").where("c.withdrawn_at", "is", null).execute();
  const byName = new Map(rows.map((r) => [normaliseName(String(r.value)), r.id]));
  const found = new Set<string>();
  for (const name of names) {
    const id = byName.get(name);
    if (id !== undefined) found.add(id);
  }
  return found;
}

/** How those that report or fund are called, each as a member's name would be compared. */
export function organisationNames({ chosen }: Figures): readonly string[] {
  const stated = new Set(chosen.flatMap((i) => i.reports.flatMap((r) => [r.reporter_name ?? "", ...r.funders])));
  return [...new Set([...stated].map(memberName))];
}

/** An organisation's name as a member's would be compared: without "Government of" and the like. */
export function memberName(name: string): string {
  return normaliseName(name).replace(/^(?:the )?(?:government of|gouvernement d[eu]s?|republic of|kingdom of)\s+(?:the )?/, "");
}
