import { type ReporterLine, partyKeys, initiativesOf, reporterLines } from "../../store/queries/report-counts.ts";
import type { Reader } from "../../store/open-store.ts";
import { memberName } from "../picture/member-reporters.ts";
import { reporterId } from "../picture/references.ts";

/**
 * How many initiatives a member reports, funds and carries out, as far as it can be told without linkage: what it brought itself, what an
 * organisation called like it or its government reports, funds or carries out, and IATI identifiers of government bodies (`FR-GOV-…`).
 *
 * `reporterId` leads to a list of them; null unless there is exactly one such reporter.
 */
export async function memberReports(
  reader: Pick<Reader, "db">,
  member: { readonly id: string; readonly iso2: string | null; readonly names: readonly string[] },
) {
  const names = new Set(member.names.map(memberName));
  const government = member.iso2 === null ? null : `${member.iso2}-GOV-`;
  const isOurs = (ref: string | null, name: string | null) =>
    (government !== null && (ref ?? "").startsWith(government)) || (name !== null && names.has(memberName(name)));
  const reporters = (await reporterLines(reader.db))
    .filter((r: ReporterLine) => isOurs(r.reporter_ref, r.reporter_name))
    .map((r) => r.reporter_key);
  const named = async (as: "funders" | "implementers") => (await partyKeys(reader.db, as)).filter((key) => isOurs(key, key));
  const [only] = reporters;
  return {
    ...(await initiativesOf(reader.db, member.id, reporters, await named("funders"), await named("implementers"))),
    reporterId: only !== undefined && reporters.length === 1 ? reporterId(only) : null,
  };
}
