import { readLanguage } from "../values/language.ts";

/** The columns of the CSV of initiatives, in the order in which they are written. `<lang>` columns come beside them. */
export const columns = [
  "identifier",
  "reporter_ref",
  "reporter_name",
  "secondary",
  "title",
  "title_language",
  "description",
  "status",
  "planned_start",
  "actual_start",
  "planned_end",
  "actual_end",
  "commitment",
  "commitment_date",
  "budget",
  "budget_from",
  "budget_to",
  "disbursement",
  "expenditure",
  "pledge",
  "currency",
  "price_year",
  "funding",
  "accountable",
  "extending",
  "implementing",
  "countries",
  "areas",
  "locations",
  "sectors",
  "lines",
  "target_groups",
  "related",
  "last_updated",
  "source",
  "licence",
  "locator",
] as const;

export type Column = (typeof columns)[number];

export const requiredColumns: readonly Column[] = ["identifier", "reporter_name", "title"];

export type Header =
  | { readonly kind: "column"; readonly name: Column }
  | { readonly kind: "words"; readonly name: string; readonly of: "title" | "description"; readonly language: string }
  | { readonly kind: "unknown"; readonly name: string };

/** What a header cell names. Capitals, spaces and hyphens are no matter: "Planned start" is planned_start, "title_pt-BR" is a language's. */
export function readHeader(cell: string): Header {
  const bare = cell.trim();
  const name = bare.toLowerCase().replaceAll(/[\s-]+/g, "_");
  const column = columns.find((c) => c === name);
  if (column !== undefined) return { kind: "column", name: column };
  const words = /^(title|description)[\s_-]+([a-z]{2,3}(?:[-_][a-z0-9]{2,8})*)$/i.exec(bare);
  const of = words?.[1]?.toLowerCase();
  const language = words?.[2] === undefined ? undefined : readLanguage(words[2]);
  if ((of === "title" || of === "description") && language !== undefined)
    return { kind: "words", name: `${of}_${language}`, of, language };
  return { kind: "unknown", name: bare };
}

/** ActivityStatus by the words that people write. */
export const statusWords: Readonly<Record<string, string>> = {
  pipeline: "1",
  identification: "1",
  planned: "1",
  implementation: "2",
  active: "2",
  ongoing: "2",
  finalisation: "3",
  finalization: "3",
  closed: "4",
  completed: "4",
  cancelled: "5",
  canceled: "5",
  suspended: "6",
};

/** SectorVocabulary by the names that people write; any other is written as its code. */
export const sectorVocabularies: Readonly<Record<string, string>> = { DAC: "1", DAC3: "2" };
