import { fault } from "../../base/errors.ts";
import { ownClass } from "../../store/queries/classes.ts";
import type { Writer } from "../../store/open-store.ts";

const rank: Readonly<Record<string, 1 | 2>> = { "TLP:GREEN": 1, "TLP:AMBER": 2 };

/**
 * The class of a decision on a finding: TLP:GREEN unless its maker wants it for their own side alone. It is seen only by those who may see all that it
 * was about, whatever its own label (see finding_decision in the store), and never by the public. Its entry in the log repeats what it was about, and is
 * open to the maker's own side only.
 * @throws bad-input
 */
export async function findingMarking(writer: Writer, chosen: string | undefined): Promise<{ readonly classId: number; readonly entryClass: number }> {
  const tlp = rank[chosen ?? "TLP:GREEN"];
  if (tlp === undefined) throw fault("bad-input", { path: "marking", found: chosen ?? "", expected: Object.keys(rank).join(", ") });
  return { classId: await ownClass(writer.db, tlp), entryClass: await ownClass(writer.db, 2) };
}
