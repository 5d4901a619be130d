import { type SearchText, searchText } from "../../base/search-text.ts";
import type { Report } from "../../initiatives/report.ts";

/** By which words a report's initiative is found: its title, its other titles, its identifiers, and who takes part in it. */
export function reportSearch(report: Report): SearchText | null {
  const [title, ...titles] = [...new Set([report.title["en"] ?? Object.values(report.title)[0] ?? report.identifier, ...Object.values(report.title)])];
  const parties = new Set([report.reporter, ...report.parties].flatMap((o) => [o.ref, o.name]).filter((said) => said !== undefined));
  return searchText({
    name: title ?? report.identifier,
    names: titles,
    codes: [report.identifier, ...(report.otherIdentifiers ?? []).map((other) => other.identifier)],
    beside: [...parties],
  });
}
