import { claimsOnField } from "../../store/queries/claim-rows.ts";
import type { Asking } from "./asking.ts";
import { type SourceRef, sourceRef } from "./claim-value.ts";
import { claimsHref } from "./proofed.ts";
import { plainValue } from "./plain-value.ts";

/** What one source says in words, where several stand side by side: another name, a report of progress, the text in a language. */
export type ToldWords = {
  readonly claim: string;
  readonly text: string;
  readonly language: string;
  readonly quote: { readonly text: string; readonly language: string } | null;
  readonly source: SourceRef;
  readonly claimsHref: string;
};

/** Every standing claim for such a field, the latest published first. */
export async function toldWords(ask: Asking, record: string, field: string): Promise<ToldWords[]> {
  const rows = (await claimsOnField(ask.reader.db, record, field)).filter((c) => c.withdrawn_at === null);
  for (const c of rows) ask.used.add(c.class_id).add(c.source_class);
  return rows
    .map((c) => ({
      claim: c.id,
      text: plainValue(c.value as never),
      language: c.language ?? "und",
      quote: c.quote === null ? null : { text: c.quote, language: c.quote_language ?? "und" },
      source: sourceRef(c),
      claimsHref: claimsHref(record, field, c.language ?? "und"),
    }))
    .toSorted((a, b) => ((a.source.published ?? "") === (b.source.published ?? "") ? 0 : (a.source.published ?? "") < (b.source.published ?? "") ? 1 : -1) || (a.claim < b.claim ? -1 : 1));
}
